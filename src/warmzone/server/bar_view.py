"""The order bar as it is sent: every verb with its slots, its words and how it will sound."""

from dataclasses import dataclass
from functools import cache

from warmzone.server import wire
from warmzone.server.names import Names
from warmzone.server.spoken import order_sentence, value_word
from warmzone.server.verbs import BARS, PRESET, VALUES
from warmzone.vocabulary.codes import Seat
from warmzone.vocabulary.orders import Order, Verb

_TEAM, _OTHER = 0, 1


@dataclass(frozen=True, slots=True)
class _Gaps:
    """Stands in for the names of an incident: gaps for the browser to fill."""

    def team(self, index: int) -> str:
        """The gap of the first or the second team."""
        return "{team}" if index == _TEAM else "{other}"

    def place(self, _index: int) -> str:
        """The gap of the place."""
        return "{area}"


@cache
def verb_views() -> tuple[wire.VerbView, ...]:
    """Every verb of the bar, in its order."""
    return tuple(
        wire.VerbView(
            code=int(bar.verb),
            name=bar.verb.name.lower(),
            label=bar.label,
            group=bar.group,
            key=bar.key,
            needs_team=bar.team,
            needs_other=bar.other,
            needs_area=bar.area,
            values=list(VALUES.get(bar.verb, {})),
            preset=PRESET.get(bar.verb, ""),
            help=bar.help,
            says=_says(bar.verb),
        )
        for bar in BARS
    )


def _says(verb: Verb) -> dict[str, str]:
    """How a verb sounds with each of its values, and under the empty word with none chosen."""
    words = VALUES.get(verb, {})
    says = {word: _sentence(verb, number) for word, number in words.items()}
    if not words:
        return {"": _sentence(verb, 0)}
    first, number = next(iter(words.items()))
    return says | {"": says[first].replace(value_word(verb, number), "{value}", 1)}


def _sentence(verb: Verb, value: int) -> str:
    gaps: Names = _Gaps()  # type: ignore[assignment]
    return order_sentence(Order(Seat.TACTICAL, verb, _TEAM, 0, _OTHER, value), gaps)

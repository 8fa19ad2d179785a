"""What cannot be said now, and why: the kernel's own refusals, tried out on behalf of the seat.

Nothing is judged here. Every answer is the kernel's for an order that nobody gives, so that a
button and the refusal behind it cannot differ.
"""

from dataclasses import dataclass, field

from warmzone.server.heard import Heard
from warmzone.server.names import Names
from warmzone.server.others import likeliest_other
from warmzone.server.verbs import BARS, VALUES, Bar, value_of
from warmzone.simulation.observe import TeamSeen
from warmzone.simulation.run import Run
from warmzone.simulation.trying import trying
from warmzone.vocabulary.codes import Seat
from warmzone.vocabulary.orders import Order, Refusal

_OF_PLACES = frozenset(
    (
        Refusal.NOT_REACHABLE,
        Refusal.NOT_A_VEHICLE_PLACE,
        Refusal.NOTHING_THERE,
        Refusal.NO_SUCH_REPORT,
        Refusal.NOT_LOCKED,
        Refusal.NOT_OUTSIDE,
        Refusal.TOO_FAR,
        Refusal.FORBIDDEN_BY_PROFILE,
    )
)
"""Refusals that another place might not get: a verb with a place is not dim for one of them."""

_OF_OTHERS = frozenset((*_OF_PLACES, Refusal.ALREADY_DONE, Refusal.SAME_TEAM))
"""Refusals that another second team might not get."""

OTHERS_TRIED = 3

Codes = dict[str, str]


@dataclass(frozen=True, slots=True)
class Dims:
    """Refusal codes: by verb for everybody, by "verb value", and by team and verb.

    `others` is the second team that is meant where none is named, by team and verb.
    """

    verbs: Codes = field(default_factory=dict)
    teams: dict[int, Codes] = field(default_factory=dict)
    others: dict[int, dict[str, int]] = field(default_factory=dict)


class Dimming:
    """Works the answers out anew only when the seat has heard or said something."""

    def __init__(self) -> None:
        self._known: tuple[object, ...] = ()
        self._dims = Dims()
        self._never: dict[tuple[str, bool], str] = {}

    def of(self, run: Run, heard: Heard, names: Names) -> Dims:
        """What cannot be said now."""
        known = (run.seat_digest(Seat.TACTICAL), len(heard.orders), run.ended)
        if known != self._known:
            self._dims = _Trial(run, heard, names, self._never).dims()
            self._known = known
        return self._dims


class _Trial:
    """One round of tries. `never` keeps, by verb and service, what no moment will change."""

    def __init__(
        self, run: Run, heard: Heard, names: Names, never: dict[tuple[str, bool], str]
    ) -> None:
        self._heard, self._names, self._never = heard, names, never
        self._try = trying(run)
        self._out: set[int] = set()

    def dims(self) -> Dims:
        """Every verb, for everybody or for each team."""
        found = Dims(teams={team.index: {} for team in self._heard.view.teams})
        for bar in BARS:
            name = bar.verb.name.lower()
            if bar.team == "no":
                found.verbs.update(self._to_all(bar, name))
                continue
            whole = self._check(bar)
            if whole != Refusal.TEAM_NEEDED:
                found.verbs[name] = whole.name.lower()
                continue
            for team in self._heard.view.teams:
                code = self._to_team(bar, team, found)
                if code:
                    found.teams[team.index][name] = code
        return found

    def _to_all(self, bar: Bar, name: str) -> Codes:
        """A verb without a team: refused only where each of its values is."""
        words = VALUES.get(bar.verb, {"": 0})
        codes = {word: _code(bar, self._check(bar, value=words[word])) for word in words}
        refused = {f"{name} {word}": code for word, code in codes.items() if code}
        return {name: next(iter(codes.values()))} if len(refused) == len(codes) else refused

    def _to_team(self, bar: Bar, team: TeamSeen, found: Dims) -> str:
        """Why a verb cannot be said to this team, the empty string where it can."""
        name = bar.verb.name.lower()
        service = name, team.index in self._names.medical
        if service in self._never:
            return self._never[service]
        if team.index in self._out:
            return Refusal.TEAM_OUT_OF_ACTION.name.lower()
        other = -1
        if bar.other != "no":
            other = likeliest_other(self._heard, self._names, (bar.verb, team.index))
            found.others.setdefault(team.index, {})[name] = other
        refusal = self._check(bar, team, other)
        if refusal == Refusal.WRONG_DISCIPLINE:
            self._never[service] = refusal.name.lower()
        if refusal == Refusal.TEAM_OUT_OF_ACTION and other < 0:
            self._out.add(team.index)
        if refusal in _OF_OTHERS and other >= 0 and self._with_another(bar, team):
            return ""
        return _code(bar, refusal)

    def _with_another(self, bar: Bar, team: TeamSeen) -> bool:
        """Whether one of the first few others would do; the likeliest was tried before."""
        others = [one for one in self._heard.view.teams if one.index != team.index][:OTHERS_TRIED]
        return any(self._check(bar, team, one.index) == Refusal.ACCEPTED for one in others)

    def _check(
        self, bar: Bar, team: TeamSeen | None = None, other: int = -1, value: int | None = None
    ) -> Refusal:
        """The kernel's word on an order to a team where it stands, with the value that is meant."""
        if value is None:
            value = value_of(bar.verb, "")
        if value is None:
            value = next(iter(VALUES[bar.verb].values()))
        area = -1 if bar.area == "no" else max(0, -1 if team is None else team.area)
        index = -1 if team is None else team.index
        return self._try(Order(Seat.TACTICAL, bar.verb, index, area, other, value))


def _code(bar: Bar, refusal: Refusal) -> str:
    """The code of a refusal that no other place would mend, else the empty string."""
    of_place = bar.area != "no" and refusal in _OF_PLACES
    return "" if refusal == Refusal.ACCEPTED or of_place else refusal.name.lower()

"""The sentences of the audit: why a lesson was labelled so, and what is wrong with a schedule."""

from warmzone.training.audit.shares import LABELS, Shares
from warmzone.training.audit.weigh import Own
from warmzone.training.audit.words import Group

MOST_WORDS = 6
SETTING = 0.2
FROM_THE_REST = 0.4
"""Where so much of a label came from the rest of the programme, the reason says so."""


def reason(mine: Own, shares: Shares, borrowed: float) -> str:
    """Which words decided, and what they stand for."""
    said: dict[str, list[str]] = {}
    for group, words in _counted(mine):
        kept = said.setdefault(_meaning(group), [])
        if words not in kept:
            kept.append(words)
    parts = [
        f"{', '.join(f'“{one}”' for one in words[:MOST_WORDS])} ({meaning})"
        for meaning, words in said.items()
    ]
    own = "; ".join(parts)
    if not own:
        if borrowed < 1.0 or shares.other < 1.0:
            mostly = shares.main()
            return f"No word of it decides; taken from the rest of the programme, mostly {mostly}."
        return "No word of it decides, and the rest of the programme does not help."
    if borrowed >= FROM_THE_REST:
        return f"{own}; the rest from what the programme teaches besides."
    return f"{own}."


def not_labelled(language: str) -> str:
    """Why a lesson in another language has no label."""
    return f"Not in English ({language}), so it is not labelled. Correct it by hand."


def corrected(shares: Shares | None, note: str) -> str:
    """What a corrected lesson says of itself; `shares` are those of the rules, if they gave any."""
    before = "had no label for it" if shares is None else f"said {told(shares)}"
    why = f" Note: {note}" if note else ""
    return f"Corrected by a person; the rules {before}.{why}"


def told(shares: Shares) -> str:
    """Shares in words: `medical 70 %, movement 30 %`."""
    some = [label for label in sorted(LABELS, key=shares.of, reverse=True) if shares.of(label) > 0]
    return ", ".join(f"{label} {100 * shares.of(label):.0f} %" for label in some)


def hours(minutes: int) -> str:
    """Minutes as people say them: `90 min`, `7 h 30 min`."""
    if minutes < 120:
        return f"{minutes} min"
    return f"{minutes // 60} h" + (f" {minutes % 60} min" if minutes % 60 else "")


def _counted(mine: Own) -> list[tuple[Group, str]]:
    """The groups that count for a lesson, with the words they were found as."""
    found = [(one.word.group, words) for one, words in zip(mine.found, mine.said, strict=True)]
    counted = [(group, words) for group, words in found if group.strength > 0]
    # A word that gives way to others is worth naming only where it stands alone.
    deciding = [(group, words) for group, words in counted if not group.yields]
    return deciding or counted


def _meaning(group: Group) -> str:
    weights = group.weights()
    labels = sorted(
        (label for label in LABELS if weights[label] > 0), key=lambda one: -weights[one]
    )
    names = " and ".join(labels)
    return f"{names}, the setting only" if group.strength <= SETTING else names

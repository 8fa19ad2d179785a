"""The benchmark clocks on the live screen, as the seat may know them."""

from warmzone.server import wire

LABELS = {
    "interior_command": "Interior command",
    "first_warm_declared": "First warm",
    "rtf_in": "RTF in",
    "corridor_open": "Corridor open",
    "first_red_out": "First red out",
    "threat_over": "Threat over",
}


def clock_views(known: dict[str, int]) -> list[wire.Clock]:
    """Each clock with when it happened, null while the seat has not heard of it.

    None is called overdue: no published time says by when each ought to be reached.
    """
    return [
        wire.Clock(name, label, known[name] / 1000 if known[name] >= 0 else None, None)
        for name, label in LABELS.items()
    ]

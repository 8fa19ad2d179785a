"""A drill shows the clocks that its choices move, and no others."""

import numpy as np

from warmzone.server.drill_clocks import MOST, clocks_of
from warmzone.simulation.branch import empty_outcomes

AT_MS, END_MS, N = 60_000, 600_000, 40


def played(**clocks: int) -> np.ndarray:
    """Outcomes in which every clock is reached at these times, give or take some luck."""
    rows = empty_outcomes(N)
    for name in rows.dtype.names or ():
        if name.endswith("_ms"):
            rows[name] = -1
    for name, at_ms in clocks.items():
        rows[name] = at_ms + 100 * (np.arange(N) % 7)
    return rows


def test_only_clocks_that_a_choice_moves_are_told() -> None:
    """The RTF's clock differs between the choices and is told; what is the same for all is not."""
    told = clocks_of(
        {
            "go": played(rtf_in_ms=120_000, first_warm_ms=90_000),
            "wait": played(rtf_in_ms=300_000, first_warm_ms=90_000),
        },
        "go", AT_MS, END_MS,
    )  # fmt: skip
    assert [one.name for one in told["go"]] == ["rtf_in"]
    go, wait = told["go"][0], told["wait"][0]
    assert 60 < go.low_s < go.mean_s < go.high_s < 61
    assert 240 < wait.mean_s < 241
    assert go.reached == 1


def test_what_is_never_reached_counts_until_the_end() -> None:
    """A choice after which the RTF never comes in is told as such, not left out."""
    told = clocks_of(
        {"go": played(rtf_in_ms=120_000), "never": played()}, "go", AT_MS, END_MS
    )  # fmt: skip
    assert told["never"][0].reached == 0
    assert told["never"][0].mean_s == (END_MS - AT_MS) / 1000


def test_luck_alone_moves_no_clock() -> None:
    """A difference whose interval holds nought is none."""
    one, other = played(rtf_in_ms=120_000), played(rtf_in_ms=120_000)
    other["rtf_in_ms"] += np.where(np.arange(N) % 2, 5_000, -5_000)
    assert clocks_of({"go": one, "wait": other}, "go", AT_MS, END_MS) == {"go": [], "wait": []}


def test_three_at_most_the_most_moved_first() -> None:
    """A trainee reads three clocks, not eight."""
    names = ("rtf_in_ms", "first_warm_ms", "corridor_open_ms", "first_red_out_ms")
    sooner = played(**dict.fromkeys(names, 100_000))
    later = played(**{name: 100_000 + 10_000 * (k + 1) for k, name in enumerate(names)})
    told = clocks_of({"a": sooner, "b": later}, "a", AT_MS, END_MS)["a"]
    assert len(told) == MOST
    assert told[0].name == "first_red_out"

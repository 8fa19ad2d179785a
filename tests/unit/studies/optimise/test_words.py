"""What is said of the sweep."""

from warmzone.studies.optimise.words import swept_said


def move(advice: str, mean: float, half_width: float, n: int) -> dict[str, object]:
    """One change of one rule."""
    return {"advice": advice, "mean": mean, "half_width": half_width, "n": n}


def test_it_says_what_matters_and_how_much_more_nothing_can_be_worth() -> None:
    """Counts by the intervals; the largest gain that any of them leaves open."""
    said = swept_said(
        [
            move("hold two", -0.004, 0.003, 12_000),
            move("hold three", -0.001, 0.002, 12_000),
            move("wait longer", 0.02, 0.01, 768),
            move("nothing", 0.0, 0.009, 768),
            move("never played", 0.0, 0.0, 0),
        ]
    )
    assert said[0].startswith("4 changes")
    assert "1 told to be better, 1 to be worse, 2 not" in said[0]
    assert "more than 0.9 savable deaths" in said[1]
    assert "2 played longest (12,000 incidents) none more than 0.7" in said[1]
    assert said[2] == "Do not: wait longer, +2.0 ± 1.0."
    assert said[3] == "Ahead alone: hold two, −0.4 ± 0.3."


def test_nothing_is_said_of_nothing() -> None:
    """A search whose budget was too small for any move says nothing of them."""
    assert swept_said([]) == []

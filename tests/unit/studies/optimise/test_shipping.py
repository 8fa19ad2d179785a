"""What ships: the selection's order, let through or refused by the final test."""

from warmzone.studies.optimise.candidate import Candidate
from warmzone.studies.optimise.families import FAMILIES, stated
from warmzone.studies.optimise.final import Tested
from warmzone.studies.optimise.race import Raced
from warmzone.studies.optimise.selection import Selected
from warmzone.studies.optimise.shipping import shipped_of, shortfalls
from warmzone.studies.optimise.sweep import Swept
from warmzone.studies.spread import Spread

NAMES = [family.name for family in FAMILIES]
WORSE, NOUGHT, BETTER = 0.01, 0.0, -0.01


def result_of(name: str, mean: float, deaths: float, responders: float) -> Tested:
    """A family with its mean on the selection, and differences that are told where not nought."""
    family = FAMILIES[NAMES.index(name)]
    hand = Candidate(stated(family))
    raced = Raced(family, Swept(hand, (), 9), (), (), 9, 99)
    selected = Selected(raced, hand, mean, None, 0)
    return Tested(selected, _spread(deaths), _spread(deaths), _spread(responders))


def _spread(mean: float) -> Spread:
    return Spread(mean, mean, mean, 0.0, 0.005, 0.5, 1.0, 10)


def test_nobody_ships_at_the_price_of_responders() -> None:
    """The best on the selection is passed over where more responders are told hurt under it."""
    care = result_of("care-first", 1.0, BETTER, WORSE)
    inside = result_of("interior", 1.1, BETTER, BETTER)
    assert shipped_of([inside, care]) is inside
    assert shortfalls(care) == ["more responders told hurt"]
    assert shortfalls(inside) == []


def test_the_order_is_the_selections() -> None:
    """Of two that pass, the one ahead on the selection ships, whatever the test says of size."""
    care = result_of("care-first", 1.0, BETTER, NOUGHT)
    inside = result_of("interior", 1.1, 3 * BETTER, BETTER)
    assert shipped_of([inside, care]) is care


def test_who_needs_better_cameras_does_not_ship_as_the_best() -> None:
    """The post with cameras is no candidate, however good."""
    post = result_of("post-with-cameras", 0.5, 3 * BETTER, BETTER)
    inside = result_of("interior", 1.1, BETTER, NOUGHT)
    assert shipped_of([inside, post]) is inside
    assert "cameras" in shortfalls(post)[0]


def test_where_nothing_was_shown_what_ships_hurts_nobody_more() -> None:
    """Without one that passes: the first under which no more are hurt; else `interior`'s own."""
    inside = result_of("interior", 1.1, NOUGHT, NOUGHT)
    care = result_of("care-first", 1.0, BETTER, WORSE)
    clear = result_of("clear-first", 1.2, NOUGHT, NOUGHT)
    assert shipped_of([inside, care, clear]) is inside
    assert "not told" in shortfalls(inside)[0]
    inside = result_of("interior", 1.1, NOUGHT, WORSE)
    assert shipped_of([inside, care]) is inside

"""A whole search, small: three grounds that do not meet, and data that a commander is read from."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

pytest.importorskip("optuna")

from tests.compiled import machine
from warmzone.doctrine.optimised import searched
from warmzone.doctrine.rules import Rule
from warmzone.scenario.problems import Invalid
from warmzone.studies.engines import Workers
from warmzone.studies.execute import Engine
from warmzone.studies.optimise import looks
from warmzone.studies.optimise import search as searching
from warmzone.studies.optimise.design import FILE, open_design, with_budget
from warmzone.studies.optimise.families import FAMILIES, stated
from warmzone.studies.optimise.final import Lesson, said
from warmzone.studies.optimise.knobs import KNOBS
from warmzone.studies.optimise.search import search, told
from warmzone.studies.spread import Spread

SMALL = """
format = "warmzone-search/1"
budget = 12000
select_blocks = 1
points = 2
repeats = 2
uncertain = [{ name = "lift_s" }]
search = [{ id = "a", scenario = "one.toml" }]
select = [{ id = "b", scenario = "one.toml", arrival = 1.5 }]
test = [{ id = "c", scenario = "two.toml" }]
"""


@contextmanager
def _unwatched() -> Iterator[Callable[[int, int], None]]:
    yield lambda _done, _all: None


@pytest.fixture
def design(tmp_path: Path) -> Path:
    """A design over two files of one short incident."""
    from warmzone.scenario.library import scenario_path

    text = scenario_path("robbery-single-casualty").read_text(encoding="utf-8")
    for name in ("one", "two"):
        (tmp_path / f"{name}.toml").write_text(text, encoding="utf-8")
    path = tmp_path / "design.toml"
    path.write_text(SMALL, encoding="utf-8")
    return path


@pytest.mark.slow
def test_a_search_is_made_again_from_its_design(
    design: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Twice the same data; the commanders' rules are those moved; the test's rows are kept."""
    monkeypatch.setattr(searching, "FAMILIES", FAMILIES[:2])
    found = []
    for folder in (tmp_path / "first", tmp_path / "second"):
        hands = (folder, Workers("threads", machine(), 1), _unwatched)
        found.append(told(search(open_design(design), Engine(machine(), 1), hands, lambda _: None)))
        assert (folder / "optimise-test" / "provenance.json").exists()
    assert json.dumps(found[0]) == json.dumps(found[1])
    hand = stated(FAMILIES[0])
    moved = found[0]["commanders"]["optimised"]["rules"]
    assert all(hand[Rule[name.upper()]] != value for name, value in moved.items())
    swept = found[0]["swept"]["alone"]
    assert {each["rule"] for each in swept} == {rule.name.lower() for rule in hand}
    assert all(each["n"] > 0 for each in swept)
    assert [each["name"] for each in found[0]["families"]] == ["interior", "post-with-cameras"]


def test_a_test_that_was_searched_on_is_refused(design: Path) -> None:
    """The same file in the search and in the test is no test."""
    design.write_text(SMALL.replace("two.toml", "one.toml"), encoding="utf-8")
    with pytest.raises(Invalid, match=r"one\.toml"):
        open_design(design)


def test_another_budget_is_another_search(design: Path) -> None:
    """The digest tells two budgets of one design apart, and its own budget changes nothing."""
    opened = open_design(design)
    asked = with_budget(opened, 99)
    assert asked.design.budget == 99
    assert asked.digest != opened.digest
    assert with_budget(opened, None).digest == opened.digest
    assert with_budget(opened, opened.design.budget).digest == opened.digest


def test_the_shipped_design_searches_and_tests_apart() -> None:
    """It opens, and its three parts share no incident; the test no scenario with the others."""
    opened = open_design()
    design = opened.design
    assert opened.path == FILE
    ids = [each.id for part in (design.search, design.select, design.test) for each in part]
    assert len(set(ids)) == len(ids)


def test_an_incident_that_was_looked_at_is_known_by_what_it_holds(design: Path) -> None:
    """Whatever it is called: another search of it is told so, the same search made again is not."""
    opened = open_design(design)

    def look(results: str, incidents: dict[str, str]) -> looks.Look:
        return {
            "results_version": results,
            "design_digest": opened.digest,
            "budget": 1,
            "incidents": incidents,
        }

    first = look("7+a", opened.tested)
    assert looks.take_look(design, first) == ([], True)
    assert looks.take_look(design, first) == ([], True)
    renamed = look("7+b", {"another-name": opened.tested["c"]})
    seen, written = looks.take_look(design, renamed)
    assert (seen, written) == ([first], True)
    assert "looked at before by one search (results 7+a)" in looks.said(seen, written, "another")
    same = looks.said(seen, written, opened.digest)
    assert same.startswith("No search of another design looked")
    assert "results 7+a" in same
    assert looks.take_look(design, look("7+b", {"c": "0" * 32}))[0] == []
    assert len(looks.looks_of(design)) == 3


def test_what_an_incident_is_called_is_no_part_of_it(design: Path) -> None:
    """Two files that differ in name alone hold the same incident; another seed is another."""
    text = (design.parent / "two.toml").read_text(encoding="utf-8")
    digests = []
    for name, changed in (("as-is", text), ("named", text.replace("robbery-single-casualty", "x")),
                          ("other", text.replace("\nseed = ", "\nseed = 1"))):  # fmt: skip
        (design.parent / "two.toml").write_text(changed, encoding="utf-8")
        assert name == "as-is" or changed != text
        digests.append(open_design(design).tested["c"])
    assert digests[0] == digests[1] != digests[2]


def test_no_search_of_another_design_looked_at_the_shipped_test() -> None:
    """Every earlier look is kept: at incidents of this test only by this very design."""
    so_far = looks.looks_of(FILE)
    assert len(so_far) > 1, "the looks of the searches before are kept"
    opened = open_design()
    own = set(opened.tested.values())
    seen_by = {each["design_digest"] for each in so_far
               if own & set(each["incidents"].values())}  # fmt: skip
    assert seen_by == {opened.digest}


def test_what_ships_lies_within_what_was_searched() -> None:
    """Every rule of a shipped commander is one that a search may move, between its ends."""
    knobs = {knob.rule.name.lower(): knob for knob in KNOBS}
    for commander in searched().values():
        for name, value in commander.rules.items():
            assert knobs[name].low <= value <= knobs[name].high


def test_what_was_learned_is_said_as_advice() -> None:
    """What tells stands alone with its worth; the rest in one sentence with its largest size."""

    def cost(mean: float, half: float) -> Spread:
        return Spread(mean, mean, mean, 0.0, half, 0.5, 1.0, 10)

    knobs = {knob.rule: knob for knob in KNOBS}
    told_apart = Lesson(knobs[Rule.QUIET_OFFICERS], 2.0, 1.0, cost(0.004, 0.001))
    not_told = Lesson(knobs[Rule.WAIT_S], -1.0, 30.0, cost(0.001, 0.002))
    lines = said([told_apart, not_told])
    assert lines[0].startswith("Keep 1 officers on a threat that has gone silent, not 2: putting")
    assert "costs 0.4 ± 0.1" in lines[0]
    assert "larger than 0.3" in lines[1]
    assert "not as the agency has it" in lines[1]

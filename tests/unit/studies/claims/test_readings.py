"""The rules by which the studies of the claim are read."""

from types import SimpleNamespace

import msgspec
import numpy as np
import pytest

from warmzone.evidence.skills import SKILLS
from warmzone.studies.claims import uniting
from warmzone.studies.claims.found import said, tells, widened
from warmzone.studies.claims.frequency import Rates, side_by_side
from warmzone.studies.claims.levers import ALL, LEVERS, NONE, joint, shapley
from warmzone.studies.claims.report import _plan, rests_on
from warmzone.studies.claims.suite import FOLDER, PLAN, READERS, open_claim
from warmzone.studies.design import study_ranges
from warmzone.studies.spread import Spread


def spread(mean: float, half_width: float) -> Spread:
    """A difference with that interval."""
    return Spread(mean, mean, mean, 0.0, half_width, 0.5, 1.0, 10)


@pytest.mark.parametrize(
    ("mean", "half", "word"),
    [
        (-0.2, 0.1, "fewer"),
        (0.2, 0.1, "more"),
        (-0.05, 0.1, "cannot tell"),
        (0.0, 0.0, "cannot tell"),
    ],
)
def test_a_difference_is_told_only_outside_its_interval(
    mean: float, half: float, word: str
) -> None:
    """As the plan has it: the interval of the mean must exclude nought."""
    assert tells(spread(mean, half)) == word


def test_what_is_not_told_has_a_largest_size() -> None:
    """The larger end of the interval, with a decimal more where the interval is narrow."""
    assert "none larger than 3.0" in said(spread(-0.01, 0.02))
    assert "none larger than 0.12" in said(spread(0.0002, 0.001))
    assert "none larger" not in said(spread(-0.03, 0.02))
    assert "the same in every incident played" in said(spread(0.0, 0.0))


def test_early_and_late_differ_in_the_time_of_uniting_alone() -> None:
    """In every pair: same profile, same commander, same rules, same numbers."""
    arms = {arm.id: arm for arm in open_claim("s5-unified", quick=True).study.arms}
    assert len(arms) == 2 * len(uniting.pairs())
    for setting, place in uniting.pairs():
        early, late = (arms[f"{when}-{setting}-{place}"] for when in ("early", "late"))
        assert (late.unified, early.unified) == ("late", "early")
        assert msgspec.structs.replace(late, id="x", unified=None) == msgspec.structs.replace(
            early, id="x", unified=None
        )


@pytest.mark.parametrize(
    ("means", "verdict"),
    [
        ((-0.2, 0.2), "speaks for the claim"),
        ((-0.2, 0.0), "cannot tell"),
        ((0.0, 0.2), "cannot tell"),
        ((0.0, 0.0), "the claim fails"),
    ],
)
def test_when_to_unite_is_a_decision_where_each_is_right_somewhere(
    means: tuple[float, float], verdict: str
) -> None:
    """Both told, in different places; one alone is not enough, and neither fails."""
    found = dict(zip(uniting.pairs(), [spread(mean, 0.1) for mean in means], strict=False))
    said_so, why = uniting.verdict_of(found)
    assert said_so == verdict
    assert ("early is right in 1 of 2" in why) == (means[0] < 0)
    assert ("late is right in 1 of 2" in why) == (means[1] > 0)


def test_a_kind_without_a_threat_is_told_beside() -> None:
    """The verdict leaves it out, and it is there."""
    study = open_claim("s5-unified", quick=True).study
    played = SimpleNamespace(lowered=SimpleNamespace(study=study))
    names = [study.incidents[k].id for k in uniting.with_threat(played)]  # type: ignore[arg-type]
    assert len(names) == len(study.incidents) - 1
    assert uniting.NO_THREAT not in names


def test_intervals_that_are_read_together_are_wider() -> None:
    """Ten at 95 % together are each at 99.5 %: by the quantiles of t at so many draws."""
    wide = widened(spread(0.1, 1.0), 10)
    assert wide.half_width == pytest.approx(3.69 / 2.262, rel=0.01)
    assert wide.mean == 0.1
    assert widened(spread(0.1, 1.0), 1).half_width == pytest.approx(1.0)


def test_the_shares_of_the_levers_add_up() -> None:
    """Over all four they are all commanded less none, whatever the sixteen arms came to."""
    source = np.random.default_rng(2)
    study = open_claim("s8-levers", quick=True).study
    arms = {arm.id: source.random() for arm in study.arms if arm.id.startswith("levers-")}
    assert len(arms) == 16
    total = sum(w * arms[arm] for lever in LEVERS for arm, w in shapley(lever).items())
    assert total == pytest.approx(arms["levers-tcre"] - arms["levers-none"])


def test_a_lever_that_adds_the_same_to_every_combination_has_that_share() -> None:
    """Of each lever its own, and no other's."""
    worth = {"t": 1.0, "c": 2.0, "r": 4.0, "e": 8.0}

    def of(arm: str) -> float:
        letters = arm.removeprefix("levers-").replace("none", "")
        return sum(worth[each] for each in letters)

    for lever, value in worth.items():
        assert sum(w * of(arm) for arm, w in shapley(lever).items()) == pytest.approx(value)


def test_levers_that_stand_in_for_each_other_lose_more_together_than_each() -> None:
    """Nought where every lever adds its own; all of it where either of two is enough."""

    def of(levers: str, *, either: bool) -> float:
        own = {"t": 1.0, "c": 2.0, "r": 4.0, "e": 8.0}
        if either:
            return 5.0 if "r" in levers or "e" in levers else 0.0
        return sum(own[each] for each in levers)

    for either, beyond in ((False, 0.0), (True, -5.0)):
        total = sum(
            weight * of(arm.removeprefix("levers-").replace("none", ""), either=either)
            for arm, weight in joint("r", "e").items()
        )
        assert total == pytest.approx(beyond)
    arms = {arm.id for arm in open_claim("s8-levers", quick=True).study.arms}
    assert {ALL, NONE, *joint("t", "c"), *joint("r", "e")} <= arms


@pytest.mark.parametrize("name", READERS)
def test_every_study_of_the_plan_is_sound(name: str) -> None:
    """Each file opens, and its quick form is another study."""
    whole, quick = open_claim(name, quick=False), open_claim(name, quick=True)
    assert whole.study.id == name
    assert whole.digest != quick.digest


def test_every_study_file_is_read_by_the_report() -> None:
    """None lies beside the plan unread, and the plan says what was left out."""
    assert {path.stem for path in FOLDER.glob("*.toml")} == set(READERS)
    assert "## Deviations" in PLAN.read_text(encoding="utf-8")


def test_each_study_names_its_assumptions_where_its_verdict_stands() -> None:
    """Every assumption that it varies, by name, and no number that has a source."""
    opened = open_claim("s3-active-threat", quick=True)
    told = rests_on(SimpleNamespace(lowered=SimpleNamespace(study=opened.study)))  # type: ignore[arg-type]
    for each in study_ranges(opened.study):
        named = f" {each.row.name}" in told
        assert named == (each.row.status == "assumption"), each.row.name
    assert told.startswith("Varied here: 15 numbers")


def test_what_an_officer_meets_has_no_default() -> None:
    """Per officer-year stands beside per incident where the rates are given, and is never added."""
    found = [
        SimpleNamespace(
            lowered=SimpleNamespace(study=SimpleNamespace(id=name)),
            found=SimpleNamespace(
                tables=[
                    SimpleNamespace(
                        rows=[(f"8 h of {s}", "−0.010", "", "", "0.004", "") for s in SKILLS]
                    )
                ]
            ),
        )
        for name in ("s1-one-casualty", "s6-next-hour")
    ]
    (unknown,) = side_by_side(found, None)  # type: ignore[arg-type]
    (known,) = side_by_side(found, Rates(0.5, 0.01))  # type: ignore[arg-type]
    assert all(row[3:] == ("needs your rate",) * 2 for row in unknown.rows)
    assert known.rows[0][3:] == ("−0.005000 ± 0.002000", "−0.000100 ± 0.000040")


def test_the_plan_is_told_item_by_item() -> None:
    """Each deviation is a sentence of its own in the report."""
    sentences = _plan(["played small"]).sentences
    assert any(each.startswith("- In study 2b callers") for each in sentences)
    assert sentences[-1] == "Deviations of this run: played small."

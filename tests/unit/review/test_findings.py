"""Each rule of the first page says its sentence where it should and is silent where it should."""

from dataclasses import replace
from typing import Any

import pytest

from tests.played import open_drill
from warmzone.review import casualty_rules, findings
from warmzone.review.facts import Facts, Idle, Known, Lost, Request, longest_idle
from warmzone.review.findings import MOST_LINES, RULES, Rule, headline
from warmzone.review.names import Names
from warmzone.review.shapes import CasualtyRow
from warmzone.review.watch import WrongZone
from warmzone.vocabulary.codes import Care, CommandPlace, Triage, Zone
from warmzone.vocabulary.orders import Refusal

NAMES = Names(open_drill()[1])

VALUES: dict[str, float | None] = {
    "deaths": 0,
    "savable_deaths": 0,
    "casualties": 0,
    "responders_hurt": 0,
    "officer_minutes_without_task": 30.0,
    "interior_command": 130.0,
    "threat_over": 300.0,
    "first_warm_declared": 420.0,
    "rtf_in": 500.0,
    "corridor_open": None,
    "first_red_out": None,
    "last_red_out": None,
}

QUIET = Facts(
    start_s=0.0,
    end_s=1200.0,
    values=VALUES,
    place=CommandPlace.INSIDE,
    command_s=130.0,
    police_heard_s=100.0,
    medics_heard_s=400.0,
    casualties=(),
    requests=(),
    known_reds=(),
    idle=None,
    wrong_zones=(),
    officers_hurt=(),
    officer_minutes=300.0,
    orders=20,
    refused=(),
    slowest_order_s=6.0,
    lost=(),
    corridor_asked_s=None,
    corridor_broke_s=None,
    others={"nobody": dict(VALUES, deaths=4), "interior": dict(VALUES, deaths=2)},
    names=NAMES,
)

RED = CasualtyRow(
    number=1,
    area=0,
    wound="torso bleeding",
    triage=Triage.RED,
    judged=Triage.RED,
    care=Care.NONE,
    hurt_s=10.0,
    seen_s=300.0,
    told_s=320.0,
    told_by="CITY1",
    controlled_s=None,
    moved_s=600.0,
    collected_s=None,
    left_s=700.0,
    hospital_s=None,
    hospital="",
    dead_s=None,
    savable=True,
    fate="alive at 24 h",
)


def casualty(**over: Any) -> CasualtyRow:
    """A red that was found and taken away, changed where a test says so."""
    return CasualtyRow(**{name: getattr(RED, name) for name in RED.__struct_fields__} | over)


GREEN = casualty(number=2, triage=Triage.GREEN, judged=Triage.GREEN, left_s=650.0)

SAYS: list[tuple[Rule, dict[str, Any], str, str]] = [
    (
        casualty_rules.savable_death,
        {"casualties": [casualty(dead_s=900.0, fate="died at the scene, 15:00")]},
        "stood_out",
        "The casualty was given no care, left at 11:40 and died at the scene, 15:00.",
    ),
    (
        findings.responder_hurt,
        {"officers_hurt": [(200.0, 0)]},
        "stood_out",
        "A responder was hurt, at 03:20",
    ),
    (
        findings.responder_hurt,
        {"officers_hurt": [(200.0, 0), (300.0, 0)]},
        "stood_out",
        "2 responders were hurt, the first at 03:20",
    ),
    (findings.nobody_in_command, {"command_s": None}, "stood_out", "nobody took command"),
    (findings.nobody_in_command, {"command_s": 400.0}, "stood_out", "5 min later"),
    (findings.nobody_in_command, {}, "went_well", "30 seconds after the first team"),
    (
        findings.warm_never,
        {"values": dict(VALUES, first_warm_declared=None)},
        "stood_out",
        "No ground was declared warm or cold",
    ),
    (
        findings.warm_never,
        {"values": dict(VALUES, first_warm_declared=700.0)},
        "stood_out",
        "the first warm ground was declared at 11:40 (automatic interior command: 07:00)",
    ),
    (findings.warm_never, {}, "went_well", "20 seconds after medics"),
    (
        findings.warm_never,
        {"medics_heard_s": 200.0, "start_s": 390.0},
        "went_well",
        "the hand-over",
    ),
    (
        findings.entry_requests,
        {"requests": [Request("MED1", 0, 420.0, None)]},
        "stood_out",
        "was not answered in the 13 min that were left",
    ),
    (
        findings.entry_requests,
        {"requests": [Request("MED1", 0, 420.0, 620.0)]},
        "stood_out",
        "MED1 asked to come in at 07:00 and waited 3 min 20 s",
    ),
    (
        findings.entry_requests,
        {"requests": [Request("MED1", 0, 420.0, 440.0)]},
        "went_well",
        "the slowest answered after 20 seconds",
    ),
    (
        casualty_rules.reds_waiting,
        {"known_reds": [Known(0, "Library", 2, 300.0, 540.0)]},
        "stood_out",
        "2 red reported in Library at 05:00; the first order that named the place came 4 min",
    ),
    (
        casualty_rules.reds_waiting,
        {"known_reds": [Known(0, "Library", 2, 300.0, None)]},
        "stood_out",
        "no order named the place after that",
    ),
    (
        casualty_rules.greens_before_reds,
        {"casualties": [RED, GREEN]},
        "stood_out",
        "1 green casualty left the scene while reds that had been found still lay there",
    ),
    (
        casualty_rules.reds_out,
        {"casualties": [casualty(left_s=None), RED]},
        "stood_out",
        "1 red of 2 that had been found alive was still at the scene at the end: hurt in School",
    ),
    (
        casualty_rules.reds_out,
        {"casualties": [casualty(left_s=None, dead_s=900.0), RED]},
        "stood_out",
        "1 red of 2 that had been found alive died at the scene: hurt in School Lane.",
    ),
    (
        casualty_rules.reds_out,
        {"casualties": [casualty(left_s=None, dead_s=900.0), casualty(left_s=None), RED]},
        "stood_out",
        "still at the scene at the end: hurt in School Lane; 1 more had died there.",
    ),
    (casualty_rules.reds_out, {"casualties": [RED]}, "went_well", "had left by 11:40"),
    (
        casualty_rules.never_found,
        {"casualties": [casualty(seen_s=None, moved_s=None)]},
        "stood_out",
        "1 casualty was never found",
    ),
    (
        findings.wrong_ground,
        {"wrong_zones": [WrongZone(0, Zone.WARM, 400.0, 460.0)]},
        "stood_out",
        "was declared warm at 06:40; in truth the threat could reach it at 07:40",
    ),
    (
        findings.standing_idle,
        {"idle": Idle(300.0, 480.0, 3)},
        "stood_out",
        "From 05:00 to 08:00 no order was given while at least 3 teams stood without a task",
    ),
    (
        findings.untasked,
        {"values": dict(VALUES, officer_minutes_without_task=150.0)},
        "stood_out",
        "150 officer-minutes, 50% of their time on scene; 30 under",
    ),
    (findings.untasked, {}, "went_well", "90% of their time"),
    (findings.corridor, {"corridor_asked_s": 500.0}, "stood_out", "never opened"),
    (
        findings.corridor,
        {"values": dict(VALUES, corridor_open=600.0), "corridor_broke_s": 700.0},
        "stood_out",
        "opened at 10:00 and broke at 11:40",
    ),
    (
        findings.refused_orders,
        {"refused": [Refusal.NO_CCP, Refusal.NO_CCP, Refusal.NOT_REACHABLE]},
        "stood_out",
        "3 of 20 orders were refused; 2 times because no casualty collection point was set",
    ),
    (
        findings.lost_orders,
        {"lost": [Lost(652.0, "MED1: cleared in to Library", 0), Lost(700.0, "says the plan", -1)]},
        "stood_out",
        "2 orders were lost on the way and not said again, the first: 10:52 MED1: cleared in to",
    ),
    (
        findings.lost_orders,
        {"lost": [Lost(504.0, "declares Library warm", 0)]},
        "stood_out",
        "An order was lost on the way and not said again: 08:24 declares Library warm.",
    ),
    (findings.slow_radio, {"slowest_order_s": 75.0}, "stood_out", "waited 75 seconds"),
]

SILENT: list[tuple[Rule, dict[str, Any]]] = [
    (casualty_rules.savable_death, {"casualties": [RED, casualty(savable=False, dead_s=900.0)]}),
    (findings.responder_hurt, {}),
    (findings.nobody_in_command, {"police_heard_s": None, "command_s": None}),
    (findings.nobody_in_command, {"start_s": 480.0, "command_s": 400.0}),
    (
        findings.warm_never,
        {"medics_heard_s": None, "values": dict(VALUES, first_warm_declared=None)},
    ),
    (findings.warm_never, {"values": dict(VALUES, first_warm_declared=300.0)}),
    (findings.entry_requests, {}),
    (casualty_rules.reds_waiting, {"known_reds": [Known(0, "Library", 2, 300.0, 360.0)]}),
    (
        casualty_rules.greens_before_reds,
        {"casualties": [RED, casualty(judged=Triage.RED, left_s=650.0)]},
    ),
    (casualty_rules.greens_before_reds, {"casualties": [casualty(left_s=600.0), GREEN]}),
    (casualty_rules.greens_before_reds, {"casualties": [casualty(dead_s=400.0), GREEN]}),
    (casualty_rules.reds_out, {"casualties": [casualty(seen_s=None, left_s=None)]}),
    (casualty_rules.reds_out, {"casualties": [casualty(dead_s=200.0, left_s=None)]}),
    (casualty_rules.never_found, {"casualties": [RED]}),
    (casualty_rules.never_found, {"casualties": [casualty(seen_s=None, moved_s=200.0)]}),
    (findings.wrong_ground, {}),
    (findings.standing_idle, {"idle": Idle(300.0, 360.0, 3)}),
    (findings.untasked, {"officer_minutes": 0.0}),
    (findings.corridor, {}),
    (findings.corridor, {"values": dict(VALUES, corridor_open=600.0), "corridor_asked_s": 500.0}),
    (findings.refused_orders, {"refused": [Refusal.NO_CCP, Refusal.NO_CCP]}),
    (findings.lost_orders, {}),
    (findings.slow_radio, {"slowest_order_s": 20.0}),
]


@pytest.mark.parametrize(("rule", "over", "tone", "text"), SAYS)
def test_a_rule_says_its_sentence(rule: Rule, over: dict[str, Any], tone: str, text: str) -> None:
    """A fact that stands out is told, with its numbers."""
    found = rule(replace(QUIET, **over))
    assert found is not None
    assert text in found.line.text
    assert found.line.tone == tone


@pytest.mark.parametrize(("rule", "over"), SILENT)
def test_a_rule_is_silent(rule: Rule, over: dict[str, Any]) -> None:
    """Nothing is said where there is nothing to say."""
    assert rule(replace(QUIET, **over)) is None


def test_every_rule_has_an_example_of_both() -> None:
    """No rule ships without being seen to speak and to be silent."""
    assert {rule for rule, *_ in SAYS} == set(RULES)
    assert {rule for rule, _ in SILENT} == set(RULES)


def test_the_first_page_has_ten_lines_at_most_and_the_gravest_first() -> None:
    """What happened, the outcome, then what stood out in the order of its weight."""
    over = {
        "casualties": [
            casualty(dead_s=900.0, left_s=None),
            casualty(seen_s=None, moved_s=None),
            RED,
            GREEN,
        ],
        "officers_hurt": [(200.0, 0)],
        "command_s": None,
        "requests": [Request("MED1", 0, 420.0, None)],
        "known_reds": [Known(0, "Library", 2, 300.0, None)],
        "idle": Idle(300.0, 480.0, 3),
        "wrong_zones": [WrongZone(0, Zone.WARM, 400.0, 460.0)],
        "corridor_asked_s": 500.0,
        "slowest_order_s": 75.0,
    }
    lines = headline(replace(QUIET, **over))
    assert len(lines) == MOST_LINES
    assert [line.tone for line in lines[:3]] == ["happened", "outcome", "outcome"]
    assert lines[3].text.startswith("Savable, and died")
    assert lines[4].text.startswith("A responder was hurt")


def test_a_quiet_run_is_told_in_few_lines() -> None:
    """Praise does not fill the page: three facts and what was well."""
    lines = headline(QUIET)
    assert {line.tone for line in lines[3:]} == {"went_well"}
    assert "Nobody was hurt." in [line.text for line in lines]


def test_the_same_luck_is_told_as_a_span() -> None:
    """How many died under the automatic commanders stands beside how many died here."""
    (line,) = findings.in_same_luck(replace(QUIET, values=dict(VALUES, deaths=3)))
    assert line.text == (
        "With the same luck 2 to 4 died under the automatic commanders (2 under interior "
        "command), 3 under you."
    )


def test_no_line_speaks_of_worth_in_lives() -> None:
    """One run cannot say what a decision was worth, so no sentence does."""
    texts = [rule(replace(QUIET, **over)) for rule, over, *_ in SAYS]
    for found in texts:
        assert found is not None
        assert not any(
            word in found.line.text for word in ("cost", "saved", "should", "because of")
        )


def test_standing_idle_is_broken_by_an_order() -> None:
    """An order starts the count again; a moment without idle teams ends it."""
    untasked = [(at, (1, 2)) for at in range(0, 200, 10)]
    whole = longest_idle(untasked, [])
    assert whole is not None
    assert (whole.from_s, whole.to_s, whole.teams) == (0, 190, 2)
    broken = longest_idle(untasked, [95.0])
    assert broken is not None
    assert broken.to_s - broken.from_s == 90
    assert longest_idle([(0, ()), (10, ()), (20, (1,))], []) is None

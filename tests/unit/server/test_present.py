"""What a seat is sent: what it has heard, in words, and nothing that is only true."""

from functools import cache

import msgspec
import numpy as np
import pytest

from warmzone.doctrine.commanders import automatic
from warmzone.exercise.events import ClockChanged, CommandRefused, Ended, Opened, OrderReceived
from warmzone.exercise.run_port import RunPort
from warmzone.exercise.state import State
from warmzone.review.reports import report_sentence
from warmzone.server import sentences, wire
from warmzone.server.cards import task_text
from warmzone.server.heard import Report
from warmzone.server.machinery import Show, Start, UnknownScenarioError
from warmzone.server.names import Names, team_letter
from warmzone.server.simulated import Simulated
from warmzone.server.spoken import order_sentence
from warmzone.simulation.lower import prepare
from warmzone.simulation.observe import TeamSeen
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import Discipline, Reply, Seat, Source, Task
from warmzone.vocabulary.ids import CommandId, ExerciseId
from warmzone.vocabulary.orders import TEAM_VERBS, UNBUILT, Order, Refusal, Verb
from warmzone.vocabulary.reports import ReportKind

SCHOOL = "school-active-threat"
KERNEL = wire.KernelProgress("ready", 1, 1)
SEATED = State()


@cache
def machinery() -> Simulated:
    """The real machinery, its prepared incidents shared by these tests."""
    return Simulated({})


@cache
def start(scenario: str = SCHOOL) -> Start:
    """A shipped scenario."""
    return machinery().start(scenario)


def opened(scenario: str = SCHOOL, hand_over_ms: int = 0) -> Opened:
    """An exercise of a scenario."""
    return Opened(
        scenario=scenario,
        scenario_name="School",
        code="ABCDE",
        seed=3,
        commander="interior",
        minutes=35,
        hand_over_ms=hand_over_ms,
    )


def played(minutes: float, *, automatic: bool = True) -> Run:
    """A run of the school that has gone on for some minutes."""
    run = machinery().run(opened(hand_over_ms=60_000 if automatic else 0), start())
    assert isinstance(run, Run)
    run.advance(int(minutes * 60_000))
    return run


def show() -> Show:
    """Its words and pictures."""
    return machinery().show(start())


def view_of(run: RunPort) -> wire.View:
    """What its Tactical seat sees."""
    return show().view(run, SEATED, KERNEL)


def as_said(ready: wire.ReadyOrder) -> wire.GiveOrder:
    """The message of one tap on a ready-made order."""
    said = (ready.verb, ready.team, ready.area, ready.value, ready.other)
    return wire.GiveOrder(CommandId("x"), *said)


def test_truth_does_not_reach_the_view() -> None:
    """Whatever is only true may change: what the seat is sent stays the same to the letter."""
    run = played(12)
    before = msgspec.json.encode(view_of(run))
    state = run.state
    for table in (state.people, state.hazard, state.ambulances, state.ground, state.record):
        for name in table.dtype.names or ():
            table[name] = 1
    for name in ("area", "able", "task", "phase", "target_area", "hurt", "load_count"):
        state.teams[name] = 1
    state.seats[Seat.MEDICAL]["aep"] = 1
    unheard = state.reports["heard_ms"][:, Seat.TACTICAL] < 0
    state.reports["area"] = np.where(unheard, 1, state.reports["area"])
    assert msgspec.json.encode(view_of(run)) == before


def test_view_grows_with_what_is_heard() -> None:
    """After some minutes of command there are teams, ground, radio and clocks to see."""
    early, late = view_of(played(0, automatic=False)), view_of(played(15))
    assert (early.teams, early.in_command, early.command) == ([], False, "nobody")
    assert [line.kind for line in early.radio] == ["told"]
    assert late.in_command
    assert len(late.teams) > 5
    assert len(late.areas) > 5
    assert any(view_of(played(minute)).situation.casualties > 0 for minute in (5, 7, 9, 11))
    assert any(clock.at_s is not None for clock in late.clocks)
    shown = {team.callsign for team in late.teams}
    assert len(shown) == len(late.teams)


def test_what_callers_claim_is_shown_until_a_team_has_looked() -> None:
    """A caller's number stands unsorted at its place; a team's count takes its place."""
    claims = {area.index: area.claimed for area in view_of(played(3)).areas if area.claimed}
    assert claims
    later = {area.index: area for area in view_of(played(20)).areas}
    looked = [index for index in claims if later[index].seen_age_s is not None]
    assert looked
    assert all(later[index].claimed == 0 for index in looked)


def test_radio_log_is_in_the_order_of_hearing() -> None:
    """New lines stand last; an order waits as queued until it was spoken."""
    run = played(5)
    run.hand_over()
    team = view_of(run).teams[0]
    run.give(Order(Seat.TACTICAL, Verb.ASK_REPORT, team.index))
    view = view_of(run)
    times = [one.sent_s if one.kind == "order" else one.heard_s or 0 for one in view.radio]
    assert times == sorted(times)
    assert len({one.id for one in view.radio}) == len(view.radio)
    said = [one for one in view.radio if one.kind == "order"][-1]
    assert (said.speaker, said.text) == ("TAC", f"{team.callsign}, report.")


def test_ready_answers_are_orders_that_are_taken() -> None:
    """Every one-tap answer shown in forty minutes of play is accepted by the run as it stands."""
    run, tried = machinery().run(opened(), start()), 0
    taken = False
    for second in range(0, 35 * 60, 20):
        run.advance(second * 1000)
        if not taken:
            order = Order(Seat.TACTICAL, Verb.TAKE_COMMAND, value=1)
            taken = run.give(order) == Refusal.ACCEPTED
            continue
        for item in view_of(run).waiting:
            for answer in item.answers:
                message = as_said(answer)
                command = show().order(message, run)
                assert command.order is not None
                assert run.check(command.order) == Refusal.ACCEPTED, (item.text, answer)
                tried += 1
    assert tried > 20


def test_hello_tells_plan_and_order_bar() -> None:
    """Hello holds the whole plan and every verb with a key of its own."""
    hello = show().hello(ExerciseId("x"), opened(), "tactical")
    assert len(hello.plan.areas) == len(start().site.areas)
    assert [area.index for area in hello.plan.areas] == list(range(len(hello.plan.areas)))
    keys = [verb.key for verb in hello.verbs if verb.key]
    assert len(set(keys)) == len(keys)
    assert hello.brief == sentences.NO_DRILL
    assert "not for use in a live incident" in hello.notice.lower()


def test_brief_of_a_drill_is_its_own() -> None:
    """A drill is opened with its brief."""
    drill = start("drill-school-rtf-at-the-door")
    hello = machinery().show(drill).hello(ExerciseId("x"), opened(), "tactical")
    assert drill.scenario.start is not None
    assert hello.brief == drill.scenario.start.brief


@pytest.mark.parametrize(
    ("message", "refusal"),
    [
        (wire.GiveOrder(CommandId("a"), "dance"), Refusal.UNKNOWN_VERB),
        (wire.GiveOrder(CommandId("a"), "request_entry", 1), Refusal.UNKNOWN_VERB),
        (wire.GiveOrder(CommandId("a"), "hold", 10**30, 1), Refusal.UNKNOWN_TEAM),
        (wire.GiveOrder(CommandId("a"), "hold", 1, -(10**30)), Refusal.UNKNOWN_AREA),
        (wire.GiveOrder(CommandId("a"), "declare_zone", -1, 1, "pink"), Refusal.BAD_VALUE),
        (wire.GiveOrder(CommandId("a"), "declare_zone", -1, 1), Refusal.BAD_VALUE),
        (wire.GiveOrder(CommandId("a"), "hold", 1, 1, "hot"), Refusal.BAD_VALUE),
    ],
)
def test_unreadable_order_says_why(message: wire.GiveOrder, refusal: Refusal) -> None:
    """A message that is no order is not made into one; its words are kept, cut to length."""
    command = show().order(message, played(0))
    assert (command.order, command.unreadable) == (None, refusal)
    assert command.said.startswith(message.verb)


def test_words_become_numbers() -> None:
    """A verb and its value become the order that the kernel knows."""
    message = wire.GiveOrder(CommandId("a"), "declare_zone", 7, 4, "warm")
    order = show().order(message, played(0)).order
    assert order == Order(Seat.TACTICAL, Verb.DECLARE_ZONE, -1, 4, -1, 2)


def test_escort_goes_with_the_medics_who_have_none() -> None:
    """An escort is sent to a known rescue task force; the next one to another if there is one."""
    run = played(14)
    run.hand_over()
    message = wire.GiveOrder(CommandId("a"), "secure_rtf", 0)
    medics = {team.index for team in view_of(run).teams if team.discipline == "medical"}
    order = show().order(message, run).order
    assert order is not None
    assert order.other_team in medics
    nobody = show().order(message, played(0)).order
    assert nobody is not None
    assert nobody.other_team == -1


def test_escort_goes_with_the_medics_who_are_named() -> None:
    """A named second team is taken as it is; a number that no team can have is refused."""
    run = played(14)
    run.hand_over()
    medics = [team for team in view_of(run).teams if team.discipline == "medical"]
    assert len(medics) > 1
    for team in medics:
        message = wire.GiveOrder(CommandId("a"), "secure_rtf", 0, other=team.index)
        order = show().order(message, run).order
        assert order is not None
        assert (order.other_team, order.value) == (team.index, 0)
    police = [team for team in view_of(run).teams if team.discipline == "police"]
    message = wire.GiveOrder(CommandId("a"), "secure_rtf", police[0].index, other=police[1].index)
    order = show().order(message, run).order
    assert order is not None
    assert run.check(order) == Refusal.WRONG_DISCIPLINE
    message = wire.GiveOrder(CommandId("a"), "secure_rtf", 0, other=10**30)
    assert show().order(message, run).unreadable == Refusal.UNKNOWN_TEAM


def names() -> Names:
    """Two police teams and a rescue task force in the school."""
    return Names(("CT1", "CT2", "RTF1"), frozenset({2}), start().site)


def test_every_order_and_report_has_a_sentence() -> None:
    """Each verb and each kind of report can be said, with the names in it."""
    room = start().site.areas[4].name
    for verb in set(Verb) - UNBUILT:
        sentence = order_sentence(Order(Seat.TACTICAL, verb, 0, 4, 2, 1), names())
        assert sentence.endswith((".", "?"))
        assert "{" not in sentence
        assert ("CT1" in sentence) == (verb in TEAM_VERBS)
    clear = order_sentence(Order(Seat.TACTICAL, Verb.CLEAR, 1, 4), names())
    assert clear == f"CT2, clear {room}."
    for kind in ReportKind:
        for status in (-1, 0, 1, 2, 3):
            if status < 0 and kind in (ReportKind.THREAT, ReportKind.CORRIDOR):
                continue
            report = Report(0, kind, 0, 4, Source.TEAM, status, (2, 0, 1, 0), 0, 0, 0, 0)
            assert report_sentence(report, names()).endswith(".")
    seen = Report(0, ReportKind.AREA_SEEN, 0, 4, Source.TEAM, -1, (2, 0, 1, 0), 0, 0, 0, 0)
    assert report_sentence(seen, names()) == f"{room}, 2 red, 1 green."


def test_every_refusal_and_task_has_words() -> None:
    """No code reaches a person without a sentence."""
    texts = [sentences.reason(refusal.name.lower()) for refusal in Refusal]
    assert len(set(texts)) == len(texts)
    assert sentences.reason("log_disk_full") == (
        "The disk is full: nothing more can be kept. Nothing was done."
    )
    for task in Task:
        team = TeamSeen(
            0, "CT1", Discipline.POLICE, 2, 4, 0, task, 4, 0, True, -1, -1, Reply.NONE, -1, 0
        )
        assert task_text(team, names())


def test_answers_in_words() -> None:
    """What was said is repeated when it was taken, the reason is given when it was not."""
    words = show()
    said = words.answer(CommandId("a"), OrderReceived(Verb.CLEAR, 0, 4, -1, 0, 0))
    assert said.accepted
    assert said.sentence.endswith(f"clear {start().site.areas[4].name}.")
    refused = words.answer(CommandId("a"), OrderReceived(Verb.CLEAR, 0, 4, -1, 0, 9))
    assert (refused.accepted, refused.code, refused.sentence) == (False, "not_reachable", "")
    assert refused.text == "No way leads there."
    assert words.answer(CommandId("a"), ClockChanged(running=True, rate=2.0)).accepted
    assert words.answer(CommandId("a"), Ended("asked")).accepted
    assert words.answer(CommandId("a"), CommandRefused("clock", "bad_rate")).text == (
        "The tempo is 1, 2 or 4."
    )


def test_a_probe_that_waits_is_told() -> None:
    """Whoever leads sees that the others are asked, and until when."""
    assert show().view(played(1), State(probing=True), KERNEL).asking
    assert not show().view(played(1), State(), KERNEL).asking


def test_resumption_is_told() -> None:
    """After a crash the view says from where the exercise goes on."""
    view = show().view(played(1), State(resumed_at_ms=402_000), KERNEL)
    assert "06:42" in view.resumed_text


def test_teams_have_letters() -> None:
    """The first 26 teams have a key, later ones have none."""
    assert [team_letter(n) for n in (0, 25, 26)] == ["A", "Z", ""]


def test_names_outside_the_tables_are_said_plainly() -> None:
    """A team or place that does not exist does not break a sentence."""
    assert (names().team(99), names().place(-1)) == ("all units", "no known place")


def test_unknown_scenario_is_refused_with_what_there_is() -> None:
    """An id that does not ship says which do; a file's path is not taken for an id."""
    for name in ("moon", "../../etc/passwd", "/etc/passwd"):
        with pytest.raises(UnknownScenarioError, match="school-active-threat"):
            machinery().start(name)


def test_cards_of_scenarios() -> None:
    """Every shipped scenario has its card, drills marked."""
    cards = {card.id: card for card in machinery().cards()}
    assert cards[SCHOOL].drill is False
    assert cards["drill-school-rtf-at-the-door"].start_minute == 8


def test_the_way_in_is_offered_step_by_step() -> None:
    """Medics who ask lead to ground called warm, then to officers beside them, then to the word."""
    drill = "drill-school-rtf-at-the-door"
    known = start(drill)
    run = Run(prepare(known.scenario, known.site), known.scenario.seed, automatic("clear-first"))
    run.advance(8 * 60_000)
    run.hand_over()
    words = machinery().show(known)
    steps: list[str] = []
    while "clear_rtf_in" not in steps and len(steps) < 6:
        asked = [
            item for item in words.view(run, SEATED, KERNEL).waiting if item.kind == "entry_request"
        ]
        answer = asked[0].answers[0]
        message = as_said(answer)
        command = words.order(message, run)
        assert command.order is not None
        assert run.give(command.order) == Refusal.ACCEPTED
        steps.append(answer.verb)
        run.advance(run.now_ms + 5000)
    assert steps[-3:] == ["declare_zone", "secure_rtf", "clear_rtf_in"]

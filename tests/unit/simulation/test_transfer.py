"""Who commands: transfer, the supervisor who comes, unified command."""

import numpy as np

from tests import tiny
from tests.tiny import CORRIDOR, LOBBY, VAULT, YARD
from warmzone.doctrine.commanders import automatic
from warmzone.kernel.beliefs import hear
from warmzone.kernel.reports import open_report
from warmzone.scenario.incident import Agency, Cars, Span
from warmzone.simulation.lower import prepare
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import CommandPlace, Seat, Task
from warmzone.vocabulary.orders import Refusal, Verb
from warmzone.vocabulary.reports import ReportKind

MINUTE = 60_000
FIRST, SECOND, BOSS, MEDICS = 0, 1, 3, 4


def town(commander: str = "", seed: int = 3, crews: int = 1, **numbers: float) -> Run:
    """A quiet incident: three cars, a little later one with a supervisor, and `crews`.

    A person is in command inside at minute four, or `commander` is from the start.
    """
    police = [Cars(3, 40, 15, Span(2, 2)), Cars(1, 330, 0, Span(2, 2), supervisor=True)]
    agencies = [
        Agency("police", "Police", "police", "CITY", "arrive-yard", police),
        Agency(
            "medics", "Medics", "medical", "MED", "arrive-road", [Cars(crews, 60, 0, Span(3, 3))]
        ),
    ]
    scenario = tiny.scenario("none" if not commander else "silent", agencies=agencies, reports=[])
    lowered = prepare(scenario, tiny.site())
    for name, value in {"arrival_sigma": 0.0, "radio_loss_p": 0.0, **numbers}.items():
        lowered.world.parameters[0][name] = value
    run = Run(lowered, seed, automatic(commander or "interior"), tactical_is_person=not commander)
    if not commander:
        run.advance(4 * MINUTE)
        assert tiny.tell(run, Verb.TAKE_COMMAND, value=CommandPlace.INSIDE) == Refusal.ACCEPTED
        run.state.seats[Seat.TACTICAL]["place_area"] = CORRIDOR
    return run


def wait(run: Run, seconds: float) -> None:
    """Let time go by."""
    run.advance(run.now_ms + int(seconds * 1000))


def said(run: Run, kind: ReportKind) -> np.ndarray:
    """Every report of a kind so far."""
    rows = run.state.reports[: int(run.state.clock[0]["reports"])]
    return rows[rows["kind"] == kind]


def test_all_of_command_moves_once_the_answer_is_heard() -> None:
    """Brief, answer, and then Tactical stands where the new commander does; the old one is back."""
    run = town()
    before = int(run.state.seats[Seat.TACTICAL]["commander"])
    heir = SECOND if before != SECOND else FIRST
    able = [int(run.state.teams[t]["able"]) for t in (before, heir)]
    run.state.teams[heir]["area"] = LOBBY
    assert tiny.tell(run, Verb.TRANSFER_COMMAND, heir, value=1) == Refusal.ACCEPTED
    wait(run, 20)
    assert run.state.seats[Seat.TACTICAL]["commander"] == before
    wait(run, 120)
    tactical = run.state.seats[Seat.TACTICAL]
    assert (tactical["commander"], tactical["place_area"]) == (heir, run.state.teams[heir]["area"])
    after = [int(run.state.teams[t]["able"]) for t in (before, heir)]
    assert after == [able[0] + 1, able[1] - 1]
    refusal = tiny.tell(run, Verb.TRANSFER_COMMAND, heir, value=1)
    assert refusal == Refusal.ALREADY_DONE


def test_until_the_answer_is_heard_two_believe_that_they_command() -> None:
    """The truth and what the seat holds are apart for as long as the answer is not heard."""
    run = town()
    before = int(run.state.seats[Seat.TACTICAL]["commander"])
    heir = SECOND if before != SECOND else FIRST
    run.state.seats[Seat.TACTICAL]["place_area"] = VAULT  # beside nobody
    tiny.tell(run, Verb.TRANSFER_COMMAND, heir, value=1)
    run.prepared.world.parameters[0]["report_airtime_s"] = 40.0
    while run.state.command[0]["commander"] == before:
        wait(run, 1)
    assert run.state.seats[Seat.TACTICAL]["commander"] == before
    wait(run, 150)
    assert run.state.seats[Seat.TACTICAL]["commander"] == heir
    assert int(run.state.record[0]["two_commands_ms"]) >= 40_000


def test_overall_command_goes_only_to_a_supervisor_and_tactical_stays() -> None:
    """Short of everything, only somebody of rank can be given it; inside nothing moves."""
    run = town()
    assert tiny.tell(run, Verb.TRANSFER_COMMAND, SECOND) == Refusal.ROLE_NEEDED
    run.advance(6 * MINUTE)
    assert run.state.seats[Seat.TACTICAL]["senior"] == BOSS
    assert tiny.tell(run, Verb.TRANSFER_COMMAND, BOSS) == Refusal.ACCEPTED
    wait(run, 120)
    tactical = run.state.seats[Seat.TACTICAL]
    assert (tactical["overall"], tactical["senior"], tactical["place_area"]) == (BOSS, -1, CORRIDOR)
    assert run.state.teams[BOSS]["senior"] == 2


def freelance(give_part: bool, joins: float, commands: float) -> Run:
    """A supervisor who will not wait, with a team at work near by; to minute twenty."""
    run = town(senior_freelances_p=1.0, senior_joins_p=joins, senior_commands_p=commands,
               senior_waits_s=90.0)  # fmt: skip
    run.state.hazard[0]["last_heard_area"] = LOBBY
    for t in (FIRST, SECOND, 2):
        tiny.tell(run, Verb.HOLD, t, YARD)
    run.advance(run.now_ms + 110_000)
    if give_part:
        assert tiny.tell(run, Verb.TRANSFER_COMMAND, BOSS) == Refusal.ACCEPTED
    run.advance(20 * MINUTE)
    return run


def test_a_supervisor_without_a_part_pulls_teams_from_their_task() -> None:
    """Teams leave for where the supervisor thinks, and the commander is not told."""
    run = freelance(False, 0.0, 0.0)
    assert int(run.state.record[0]["pulled"]) >= 1
    pulled = [t for t in (FIRST, SECOND, 2) if run.state.teams[t]["task"] == Task.CONTACT]
    assert len(pulled) >= 1
    assert run.state.command[0]["rival"] == -1


def test_a_supervisor_may_take_command_unannounced() -> None:
    """Then two command, and the seat does not know."""
    run = freelance(False, 0.0, 1.0)
    assert run.state.command[0]["rival"] == BOSS
    assert run.state.seats[Seat.TACTICAL]["commander"] != BOSS
    assert int(run.state.command[0]["two_since_ms"]) > 0


def test_a_supervisor_may_go_in_with_their_own_team() -> None:
    """They go to where it was last heard, unasked."""
    run = freelance(False, 1.0, 0.0)
    assert run.state.teams[BOSS]["task"] == Task.CONTACT
    assert int(run.state.record[0]["pulled"]) == 0


def test_given_a_part_they_do_none_of_it() -> None:
    """Briefed in time, nobody is pulled from a task and nobody else commands."""
    run = freelance(True, 0.0, 1.0)
    assert int(run.state.record[0]["pulled"]) == 0
    assert run.state.command[0]["rival"] == -1


def test_unified_command_takes_the_commander_away_where_nobody_else_can_go() -> None:
    """Without a supervisor what the commander says waits; with one it does not."""
    waited = []
    for minute in (5, 6):
        run = town(senior_freelances_p=0.0)
        run.advance(minute * MINUTE)
        begun = run.now_ms
        assert tiny.tell(run, Verb.UNIFY_COMMAND) == Refusal.ACCEPTED
        wait(run, 10)
        tiny.tell(run, Verb.HOLD, FIRST, LOBBY)
        row = int(run.state.clock[0]["orders"]) - 1
        wait(run, 300)
        waited.append(int(run.state.orders[row]["heard_ms"]) - begun > 180_000)
        assert int(run.state.command[0]["unified_ms"]) > begun + 180_000
        assert run.state.seats["unified"].tolist() == [1, 1]
        assert tiny.tell(run, Verb.UNIFY_COMMAND) == Refusal.ALREADY_DONE
    assert waited == [True, False]


def test_unified_command_takes_fires_leader_away_where_one_crew_is_all() -> None:
    """The medical seat can say nothing until they have met; where a second crew came, it can."""
    until = []
    for crews in (1, 2):
        run = town(crews=crews)
        run.advance(5 * MINUTE)
        assert tiny.tell(run, Verb.UNIFY_COMMAND) == Refusal.ACCEPTED
        wait(run, 30)
        until.append(int(run.state.seats[Seat.MEDICAL]["ready_ms"]))
    assert until[0] > 8 * MINUTE
    assert until[1] < 8 * MINUTE


def test_at_one_post_each_knows_what_the_other_was_told() -> None:
    """What dispatch forgot to pass on is told once they stand together, and nothing older."""
    run = town(patch_loss_p=1.0)
    run.advance(5 * MINUTE)
    police, medics = run.state.area_beliefs[Seat.TACTICAL], run.state.area_beliefs[Seat.MEDICAL]
    row = open_report(run.state, ReportKind.AREA_SEEN, FIRST, run.now_ms)
    run.state.reports[row]["area"], run.state.reports[row]["counts"][0] = LOBBY, 2
    with np.errstate(over="ignore"):  # hashing wraps around
        hear(run.state, run.prepared.world, Seat.TACTICAL, row, run.now_ms)
    assert (int(police[LOBBY]["report"]), int(medics[LOBBY]["counts"][0])) == (row, 0)
    assert tiny.tell(run, Verb.UNIFY_COMMAND) == Refusal.ACCEPTED
    wait(run, 170)
    assert int(medics[LOBBY]["counts"][0]) == 0
    wait(run, 30)
    assert int(medics[LOBBY]["report"]) == int(police[LOBBY]["report"]) >= row
    assert int(medics[LOBBY]["counts"][0]) == int(police[LOBBY]["counts"][0])


def test_automatic_commanders_brief_the_supervisor() -> None:
    """The interior commander hands overall command over and stays inside."""
    run = town("interior", senior_freelances_p=1.0, senior_waits_s=600.0)
    run.advance(15 * MINUTE)
    assert run.state.seats[Seat.TACTICAL]["overall"] == BOSS
    assert run.state.seats[Seat.TACTICAL]["place"] == CommandPlace.INSIDE
    assert len(said(run, ReportKind.SUPERVISOR_HERE)) == 1

"""What a seat makes of what teams say, in whatever order it reaches it."""

from tests import tiny
from tests.tiny import LOBBY, ROOM_A
from warmzone.kernel.beliefs import hear, learn_heard
from warmzone.kernel.reports import open_report
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import Seat, Task
from warmzone.vocabulary.orders import Refusal, Verb
from warmzone.vocabulary.reports import ReportKind

TEAM = 1


def told_to_treat() -> tuple[Run, int]:
    """A team that heard a new order at some moment, of which its commander learnt later."""
    run = tiny.in_command("silent")
    assert tiny.tell(run, Verb.TREAT, TEAM, LOBBY) == Refusal.ACCEPTED
    row = int(run.state.clock[0]["orders"]) - 1
    heard_ms = run.now_ms + 5_000
    order = run.state.orders[row]
    order["heard_ms"], order["ack_task"] = heard_ms, Task.TREAT
    learn_heard(run.state, run.prepared.world, Seat.TACTICAL, row, heard_ms + 20_000)
    return run, heard_ms


def say(run: Run, kind: ReportKind, status: int, at_ms: int) -> None:
    """Let the team have said that at a moment, and Tactical hear it well after the order."""
    row = open_report(run.state, kind, TEAM, at_ms)
    report = run.state.reports[row]
    report["status"], report["area"], report["flag"] = status, ROOM_A, LOBBY + 1
    hear(run.state, run.prepared.world, Seat.TACTICAL, row, at_ms + 60_000)


def test_what_was_said_of_an_earlier_task_does_not_undo_a_later_one() -> None:
    """Late on the air: done, or turned to by the plan; the order heard since then stands."""
    run, heard_ms = told_to_treat()
    belief = run.state.team_beliefs[Seat.TACTICAL, TEAM]
    for kind, status in (
        (ReportKind.TASK_DONE, Task.UNASSIGNED),
        (ReportKind.TURNED_TO, Task.CLEAR),
        (ReportKind.AT_PLACE, Task.UNASSIGNED),
    ):
        say(run, kind, status, heard_ms - 1)
        assert (int(belief["task"]), int(belief["busy"])) == (Task.TREAT, 1), kind
        assert int(belief["area"]) == ROOM_A  # where it was is news all the same


def test_what_is_said_of_the_task_itself_counts_however_quick_it_was() -> None:
    """Done between hearing and the commander's learning that it was heard: it is done."""
    run, heard_ms = told_to_treat()
    belief = run.state.team_beliefs[Seat.TACTICAL, TEAM]
    assert int(belief["task_since_ms"]) == heard_ms
    say(run, ReportKind.TASK_DONE, Task.UNASSIGNED, heard_ms + 1_000)
    assert (int(belief["task"]), int(belief["busy"])) == (Task.UNASSIGNED, 0)


def test_an_answer_that_comes_twice_was_learnt_the_first_time() -> None:
    """A team that says again what it turned to does not make its order one long unanswered."""
    run, heard_ms = told_to_treat()
    row = int(run.state.clock[0]["orders"]) - 1
    first_ms = int(run.state.orders[row]["acked_ms"])
    assert 0 <= first_ms <= heard_ms + 20_000
    learn_heard(run.state, run.prepared.world, Seat.TACTICAL, row, heard_ms + 90_000)
    assert int(run.state.orders[row]["acked_ms"]) == first_ms


def test_a_roll_call_does_not_make_a_crew_busy_that_is_done() -> None:
    """It says what it is, not that it is at work; officers with a task are at it."""
    run, heard_ms = told_to_treat()
    belief = run.state.team_beliefs[Seat.TACTICAL, TEAM]
    belief["task"], belief["busy"] = Task.RESCUE_TASK_FORCE, 0
    say(run, ReportKind.ROLL_CALL, Task.RESCUE_TASK_FORCE, heard_ms + 1_000)
    assert belief["busy"] == 0
    say(run, ReportKind.ROLL_CALL, Task.TREAT, heard_ms + 2_000)
    assert belief["busy"] == 1

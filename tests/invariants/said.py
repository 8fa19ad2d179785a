"""What must hold of what is said: reports, orders, channels, and what a seat may believe."""

from typing import Any

import numpy as np

from tests.invariants.promise import Broken, Promise
from warmzone.kernel.arrays import SEATS, State
from warmzone.kernel.codes import Lane
from warmzone.kernel.events import NEVER, EventKind
from warmzone.simulation.messages import reports_heard
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import Seat
from warmzone.vocabulary.reports import ReportKind

REPORT_FIXED = ("kind", "team", "area", "source", "status", "counts", "able", "flag",
                "observed_ms", "sent_ms")  # fmt: skip
ORDER_FIXED = ("seat", "verb", "team", "area", "other_team", "value", "given_ms")


def reports_of(state: State) -> Any:
    """What was reported so far: REPORT[count]."""
    return state.reports[: int(state.clock[0]["reports"])]


def orders_of(state: State) -> Any:
    """What was ordered so far: ORDER[count]."""
    return state.orders[: int(state.clock[0]["orders"])]


def what_was_said_stays_said(was: State, run: Run) -> None:
    """Reports and orders are only added to; what one says never changes, nor when it was heard."""
    for before, now, fixed in (
        (reports_of(was), reports_of(run.state), REPORT_FIXED),
        (orders_of(was), orders_of(run.state), ORDER_FIXED),
    ):
        Broken.unless(len(now) >= len(before), "something was unsaid")
        for name in fixed:
            same = now[name][: len(before)] == before[name]
            Broken.unless(bool(same.all()), f"{name} was said otherwise")
    before, now = reports_of(was)["heard_ms"], reports_of(run.state)["heard_ms"]
    same = now[: len(before)] == before
    Broken.unless(bool(same[before >= 0].all()), "a report was heard again")
    for name in ("heard_ms", "acked_ms"):  # an order may be said, or answered, a second time
        before, now = orders_of(was)[name], orders_of(run.state)[name]
        Broken.unless(bool((now[: len(before)] >= before).all()), f"{name} of an order went back")


def reports_travel_forward_in_time(was: State, run: Run) -> None:
    """Heard no earlier than said on the air, said no earlier than sent, sent than observed.

    Face to face it is heard when it is sent, or when it is said again; and seats that come to stand
    side by side tell each other what one of them knows.
    """
    reports = reports_of(run.state)
    Broken.unless(bool((reports["observed_ms"] <= reports["sent_ms"]).all()), "sent before seen")
    spoken = reports["spoken_ms"] >= 0
    on_time = (reports["spoken_ms"] >= reports["sent_ms"])[spoken]
    Broken.unless(bool(on_time.all()), "on the air before it was sent")
    command = run.state.command[0]
    side_by_side = [int(command["together_ms"]), int(command["unified_ms"])]
    for seat in range(SEATS):
        at = reports["heard_ms"][:, seat]
        heard = at >= 0
        Broken.unless(bool((at >= reports["sent_ms"])[heard].all()), "heard before it was sent")
        face_to_face = (
            (at == reports["sent_ms"]) | (reports["tries"] > 0) | np.isin(at, side_by_side)
        )
        late = (face_to_face | (at >= reports["spoken_ms"]))[heard & spoken]
        Broken.unless(bool(late.all()), "heard before it was on the air")
        Broken.unless(bool((at <= run.now_ms).all()), "heard in time to come")


def orders_travel_forward_in_time(was: State, run: Run) -> None:
    """Heard no earlier than given; known to be heard no earlier than heard, and by no one else."""
    orders = orders_of(run.state)
    for first, then in (("given_ms", "spoken_ms"), ("given_ms", "heard_ms")):
        known = orders[then] >= 0
        ordered = (orders[then] >= orders[first])[known]
        Broken.unless(bool(ordered.all()), f"{then} before {first}")
    answered = orders["acked_ms"] >= 0
    heard = (orders["heard_ms"] >= 0)[answered]
    Broken.unless(bool(heard.all()), "answered by somebody who did not hear")
    in_time = (orders["acked_ms"] >= orders["heard_ms"])[answered]
    Broken.unless(bool(in_time.all()), "answered before it was heard")


def a_seat_believes_only_what_it_was_told(was: State, run: Run) -> None:
    """Whatever a seat holds of ground or of a team rests on a report that was delivered to it."""
    state, reports = run.state, reports_of(run.state)
    for seat in range(SEATS):
        heard = reports["heard_ms"][:, seat] >= 0
        rows = state.area_beliefs[seat]["report"]
        told = heard[rows[rows >= 0]]
        Broken.unless(bool(told.all()), "ground believed of which nobody told", seat)
        spoke = set(reports["team"][heard].tolist())
        known = set(np.nonzero(state.team_beliefs[seat]["known"] == 1)[0].tolist())
        Broken.unless(known <= spoke, "a team known that nobody heard", (seat, known - spoke))
        seen = state.area_beliefs[seat]["seen_ms"]
        observed = set(reports["observed_ms"][heard].tolist())
        times = set(seen[seen >= 0].tolist())
        Broken.unless(times <= observed, "seen at a time that nobody spoke of", seat)


def a_view_holds_only_what_was_delivered(was: State, run: Run) -> None:
    """The view that a seat is shown holds no report that was not delivered to it, and all others.

    Looked at whenever something was delivered.
    """
    for seat in Seat:
        before, now = was.seats[seat]["digest"], run.state.seats[seat]["digest"]
        if before == now:
            continue
        at = reports_of(run.state)["heard_ms"][:, seat]
        messages = reports_heard(run, seat)
        Broken.unless(all(m.heard_ms <= run.now_ms for m in messages), "shown too soon", seat)
        shown = {m.row for m in messages}
        delivered = set(np.nonzero(at >= 0)[0].tolist())
        Broken.unless(shown == delivered, "shown is not delivered", (seat, shown ^ delivered))


def every_delivery_is_counted(was: State, run: Run) -> None:
    """A seat's count of deliveries is the number of reports that it has heard, each once."""
    for seat in range(SEATS):
        heard = int((reports_of(run.state)["heard_ms"][:, seat] >= 0).sum())
        count = int(run.state.seats[seat]["delivered"])
        Broken.unless(heard == count, f"{heard} heard and {count} counted", seat)


def one_speaks_at_a_time(was: State, run: Run) -> None:
    """A channel carries one message at a time, in order of precedence, and none is forgotten."""
    state = run.state
    first = int(run.prepared.world.layout[0]["slot"][EventKind.RADIO])
    size = state.air.shape[1]
    for lane, own in enumerate(state.lanes):
        head, tail = int(own["head"]), int(own["tail"])
        Broken.unless(0 <= head <= tail <= head + size, "more said than there was", lane)
        ranks = [int(state.air[lane, k % size]["rank"]) for k in range(head, tail)]
        behind = ranks[int(own["speaking"]) :]
        Broken.unless(behind == sorted(behind), "out of turn", lane)
        if lane != Lane.HANDED_ON:
            due = int(state.times[first + lane])
            Broken.unless((due < NEVER) == (tail > head), "somebody waits for ever", lane)


def messages_are_counted_once(was: State, run: Run) -> None:
    """What was sent, lost and clipped only grows, and no more is lost than was said."""
    for name in ("messages", "lost", "clipped", "overlooked", "misplaced", "near_misses", "flips"):
        grew = run.state.record[0][name] >= was.record[0][name]
        Broken.unless(bool(grew), f"{name} went back")
    record = run.state.record[0]
    Broken.unless(int(record["lost"]) <= int(record["messages"]), "more lost than said")


def _change_a_report(run: Run) -> bool:
    if len(reports_of(run.state)) == 0:
        return False
    run.state.reports[0]["kind"] = ReportKind.SOURCE_GIVEN
    return True


def _hear_too_soon(run: Run) -> bool:
    reports = reports_of(run.state)
    late = np.nonzero((reports["heard_ms"][:, 0] >= 0) & (reports["sent_ms"] > 0))[0]
    if len(late):
        reports["heard_ms"][late[0], 0] = 0
    return len(late) > 0


def _answer_unheard(run: Run) -> bool:
    orders = orders_of(run.state)
    unheard = np.nonzero(orders["heard_ms"] < 0)[0]
    if len(unheard):
        orders["acked_ms"][unheard[0]] = orders["given_ms"][unheard[0]]
    return len(unheard) > 0


def _know_a_stranger(run: Run) -> bool:
    strangers = np.nonzero(run.state.team_beliefs[0]["known"] == 0)[0]
    heard = reports_of(run.state)["heard_ms"][:, 0] >= 0
    spoke = set(reports_of(run.state)["team"][heard].tolist())
    for t in strangers.tolist():
        if t not in spoke:
            run.state.team_beliefs[0, t]["known"] = 1
            return True
    return False


def _deliver_secretly(run: Run) -> bool:
    """What is on the air counts as delivered while the view still waits for it: show it early."""
    reports = reports_of(run.state)
    waits = np.nonzero(reports["heard_ms"][:, 0] < 0)[0]
    if len(waits):
        reports["heard_ms"][waits[0], 0] = run.now_ms + 1
        run.state.seats[0]["digest"] += np.uint64(1)
    return len(waits) > 0


def _count_twice(run: Run) -> bool:
    run.state.seats[0]["delivered"] += 1
    return True


def _stop_the_channel(run: Run) -> bool:
    first = int(run.prepared.world.layout[0]["slot"][EventKind.RADIO])
    for lane in range(Lane.HANDED_ON):
        if run.state.lanes[lane]["tail"] > run.state.lanes[lane]["head"]:
            run.state.times[first + lane] = NEVER
            return True
    return False


def _lose_more(run: Run) -> bool:
    run.state.record[0]["lost"] = run.state.record[0]["messages"] + 1
    return True


PROMISES = (
    Promise(what_was_said_stays_said, _change_a_report),
    Promise(reports_travel_forward_in_time, _hear_too_soon),
    Promise(orders_travel_forward_in_time, _answer_unheard),
    Promise(a_seat_believes_only_what_it_was_told, _know_a_stranger),
    Promise(a_view_holds_only_what_was_delivered, _deliver_secretly),
    Promise(every_delivery_is_counted, _count_twice),
    Promise(one_speaks_at_a_time, _stop_the_channel),
    Promise(messages_are_counted_once, _lose_more),
)

"""Channels: one speaker at a time, priority first, losses under load; dispatch and the relay."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import tiny
from tests.invariants.watch import each_event
from warmzone.doctrine.commanders import automatic
from warmzone.kernel.codes import Item, Lane, Precedence
from warmzone.kernel.events import NEVER, EventKind
from warmzone.kernel.lanes import begin_saying, hand_on, say, take_arrived, take_said
from warmzone.kernel.reports import open_report
from warmzone.kernel.transmissions import airtime
from warmzone.simulation.lower import prepare
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import CommandPlace, Discipline, RadioPlan, Seat, Zone
from warmzone.vocabulary.orders import Order, Refusal, Verb
from warmzone.vocabulary.reports import ReportKind

RELAY_MS = 45_000


def channel_ms(run: Run, channel: int = Lane.POLICE) -> int:
    """When what is being said now on a channel will have been said."""
    slot = int(run.prepared.world.layout[0]["slot"][EventKind.RADIO]) + channel
    return int(run.state.times[slot])


def by_agency(commander: str = "", threat: str = "active", seed: int = 1, **p: float) -> Run:
    """The small incident with a channel for each agency; `p` replaces parameters."""
    changed = tiny.scenario(threat, radio="by-agency")
    prepared = prepare(changed, tiny.site())
    for name, value in p.items():
        prepared.world.parameters[0][name] = value
    person = commander == ""
    return Run(prepared, seed, automatic(commander or "nobody"), tactical_is_person=person)


@given(
    st.lists(
        st.tuples(
            st.integers(0, 9_000),
            st.sampled_from([Item.ORDER, Item.REPORT]),
            st.sampled_from([Precedence.PRIORITY, Precedence.ROUTINE]),
        ),
        min_size=1,
        max_size=40,
    )
)
@settings(max_examples=80, deadline=None)
def test_channel_is_a_queue_with_one_server(said: list[tuple[int, int, int]]) -> None:
    """One at a time, a full airtime each, priority first, in order within a precedence."""
    run = by_agency("", "none", said_at_once_most=1)
    run.state.orders["then"] = run.state.reports["then"] = -1
    state, world = run.state, run.prepared.world
    arrivals = []
    now = 0
    for row, (gap, kind, first) in enumerate(said):
        now += gap
        arrivals.append((now, kind, first, row))
    heard: list[tuple[int, int]] = []

    def speak_until(until: int) -> None:
        while channel_ms(run) <= until:
            at = channel_ms(run)
            heard.append((at, take_said(state, Lane.POLICE)[1]))
            begin_saying(state, world, Lane.POLICE, at)

    for at, kind, first, row in arrivals:
        speak_until(at - 1)
        say(state, world, Lane.POLICE, (kind, row, 0, first), at)
    speak_until(int(NEVER) - 1)
    assert heard == _one_server(arrivals, run)
    assert channel_ms(run) == NEVER


def _one_server(arrivals: list[tuple[int, int, int, int]], run: Run) -> list[tuple[int, int]]:
    """The same queue written plainly: (end, row) in the order of speaking."""
    left, ends, free = list(arrivals), [], -1
    while left:
        begin = max(free, left[0][0])
        # A free channel is taken by the first who speaks; a busy one goes on with the most urgent.
        here = [one for one in left if one[0] <= begin] if free >= left[0][0] else left[:1]
        now = min(here, key=lambda one: (one[2], one[3]))
        left.remove(now)
        free = begin + airtime(run.state, run.prepared.world, now[1], now[3])
        ends.append((free, now[3]))
    return ends


@given(st.lists(st.integers(0, 50), min_size=1, max_size=60))
@settings(max_examples=60, deadline=None)
def test_what_is_handed_on_arrives_when_due(dues: list[int]) -> None:
    """Whatever order it is put in, it comes out by due time, and in order of putting when equal."""
    run = tiny.by_person("none")
    for row, due in enumerate(dues):
        hand_on(run.state, run.prepared.world, (Item.REPORT, row, 0), due)
    taken = [take_arrived(run.state, run.prepared.world) for _ in dues]
    assert [(due, row) for _, row, _, due in taken] == sorted(
        (due, row) for row, due in enumerate(dues)
    )


@pytest.mark.parametrize("commander", ["interior", "command-post", "care-first"])
@pytest.mark.parametrize("seed", [2, 9])
def test_one_speaker_at_a_time(commander: str, seed: int) -> None:
    """In a whole incident no two transmissions share a moment of airtime of one channel."""
    run = by_agency(commander, seed=seed)
    run.advance(run.prepared.end_ms)
    state, world = run.state, run.prepared.world
    spoken: dict[int, dict[int, int]] = {}  # when a transmission ended, and how long it took
    for table, kind in (("reports", Item.REPORT), ("orders", Item.ORDER)):
        for number, row in enumerate(getattr(state, table)[: int(state.clock[0][table])]):
            asks = kind == Item.REPORT and row["kind"] == ReportKind.ENTRY_REQUEST
            if row["spoken_ms"] >= 0 and not asks:  # a request is said once, as the order to ask
                ended, takes = int(row["spoken_ms"]), airtime(state, world, kind, number)
                ends = spoken.setdefault(int(row["channel"]), {})
                ends[ended] = max(ends.get(ended, 0), takes)
    assert {int(Lane.POLICE)} <= set(spoken) <= {int(Lane.POLICE), int(Lane.MEDICAL)}
    assert sum(len(ends) for ends in spoken.values()) > 10
    for ends in spoken.values():
        for (before, _), (heard, takes) in pairwise(sorted(ends.items())):
            assert heard - before >= takes


def test_command_post_hears_later_by_the_relay() -> None:
    """Every report on the police channel reaches the post exactly the relay's delay later.

    What teams beside the post say face to face is not on the channel for it. Once medics stand
    there too, whose radios are on the same channel here, it hears with them.
    """
    run = tiny.fresh("active", 5, "command-post")
    run.advance(run.prepared.end_ms)
    since = int(run.state.seats[Seat.TACTICAL]["since_ms"])
    reports = run.state.reports[: int(run.state.clock[0]["reports"])]
    due = (reports["channel"] == Lane.POLICE) & (reports["spoken_ms"] >= since)
    due &= reports["spoken_ms"] + RELAY_MS <= run.now_ms
    told_ms = int(run.state.command[0]["together_ms"])
    heard_ms = reports["heard_ms"][:, Seat.TACTICAL]
    due &= (heard_ms != reports["sent_ms"]) & (heard_ms != told_ms)
    late = heard_ms - reports["spoken_ms"]
    alone = due & (reports["spoken_ms"] < told_ms)
    assert int(alone.sum()) > 10
    assert set(late[alone].tolist()) == {RELAY_MS}
    assert set(late[due & (reports["spoken_ms"] >= told_ms)].tolist()) == {0}


def test_reports_of_another_agency_come_through_dispatch() -> None:
    """Medics hear the police, and Tactical hears the medics, only late, and not of everything.

    What was said first waits its time; what is said meanwhile is told in the same call. Who stands
    beside the other seat tells it at once.
    """
    exact = {"patch_loss_p": 0.0, "radio_loss_p": 0.0, "radio_loss_per_waiting_p": 0.0}
    late: dict[int, list[int]] = {Seat.TACTICAL: [], Seat.MEDICAL: []}
    for seed in range(4):
        run = by_agency("interior", seed=seed, **exact)
        run.advance(run.prepared.end_ms)
        together = int(run.state.command[0]["together_ms"])  # from then on both hear the same
        for report in run.state.reports[: int(run.state.clock[0]["reports"])]:
            t, sent = int(report["team"]), int(report["sent_ms"])
            said = max(sent, int(report["spoken_ms"]))
            if t >= 0 and not 0 <= together <= said:
                medics = int(run.state.teams[t]["discipline"]) == Discipline.MEDICAL
                other = Seat.TACTICAL if medics else Seat.MEDICAL
                heard = int(report["heard_ms"][other])
                if heard not in (-1, together, sent):
                    late[other].append(heard - said)
                    assert report["kind"] != ReportKind.ARRIVED or medics
    delay = int(float(run.prepared.world.parameters[0]["patch_delay_s"]) * 1000)
    for delays in late.values():
        assert len(delays) > 3
        assert max(delays) == delay
        assert min(delays) > 0


def test_dispatch_may_forget_to_pass_something_on() -> None:
    """Where dispatch passes nothing on, medics hear no declaration, and only police beside them."""
    run = by_agency("interior", patch_loss_p=1.0)
    run.advance(run.prepared.end_ms)
    reports = run.state.reports[: int(run.state.clock[0]["reports"])]
    police = reports[(reports["channel"] == Lane.POLICE)]
    heard_ms = police["heard_ms"][:, Seat.MEDICAL]
    assert int((heard_ms < 0).sum()) > 10
    assert np.all((heard_ms < 0) | (heard_ms == police["sent_ms"]))
    assert int(run.state.zones["medics_zone"].max()) == Zone.UNDECLARED


def test_a_lost_order_is_said_again_by_an_automatic_seat() -> None:
    """Nobody answers an order that was lost; half a minute later it is said again, until heard."""
    run = by_agency("interior", radio_loss_p=0.4, radio_loss_most_p=0.4, radio_clip_share=0.0)
    run.advance(run.prepared.end_ms)
    orders = run.state.orders[: int(run.state.clock[0]["orders"])]
    lost = orders[orders["tries"] > 0]
    assert len(lost) > 3
    assert int((lost["heard_ms"] >= 0).sum()) >= len(lost) // 2
    first_tries = orders[(orders["tries"] == 0) & (orders["rides"] == 0)]
    assert len(first_tries) > 3
    again_ms = int(float(run.prepared.world.parameters[0]["repeat_order_s"]) * 1000)
    heard = lost[lost["heard_ms"] >= 0]
    assert int((heard["heard_ms"] - heard["given_ms"]).min()) >= again_ms


def test_a_lost_order_of_a_person_stays_unanswered() -> None:
    """A person whose order was lost sees no answer; nothing is said again for them."""
    run = by_agency("", "none", radio_loss_p=1.0, radio_loss_most_p=1.0, radio_clip_share=0.0)
    run.advance(420_000)
    run.state.team_beliefs["known"][Seat.TACTICAL, 0] = 1
    run.state.team_beliefs["able"][Seat.TACTICAL, 0] = 2
    run.state.team_beliefs["area"][Seat.TACTICAL, 0] = tiny.YARD
    assert tiny.tell(run, Verb.TAKE_COMMAND, value=CommandPlace.INSIDE) == Refusal.ACCEPTED
    run.state.seats[Seat.TACTICAL]["place_area"] = tiny.VAULT
    assert tiny.tell(run, Verb.HOLD, 0, tiny.LOBBY) == Refusal.ACCEPTED
    row = int(run.state.clock[0]["orders"]) - 1
    run.advance(run.now_ms + 300_000)
    order = run.state.orders[row]
    assert (int(order["heard_ms"]), int(order["acked_ms"])) == (-1, -1)
    assert int(order["spoken_ms"]) > 0
    assert int(run.state.team_beliefs[Seat.TACTICAL, 0]["pending_order"]) == row


def test_a_clipped_message_takes_its_airtime_again() -> None:
    """What is clipped is said again at once, by the same speaker, before anybody else."""
    run = by_agency("", "none", radio_loss_p=0.9, radio_loss_most_p=0.9, radio_clip_share=1.0)
    run.advance(600_000)
    assert int(run.state.record[0]["clipped"]) > 5
    assert int(run.state.record[0]["lost"]) == 0
    reports = run.state.reports[: int(run.state.clock[0]["reports"])]
    spoken = reports[reports["spoken_ms"] >= 0]
    takes = airtime(run.state, run.prepared.world, Item.REPORT, 0)
    long = (spoken["spoken_ms"] - spoken["sent_ms"]) // takes
    assert int(long.max()) > 2


def test_a_fuller_channel_loses_more() -> None:
    """Over many incidents, the share that fails grows with what waits behind."""
    failed = []
    for per_waiting in (0.0, 0.1):
        total = 0
        for seed in range(6):
            run = by_agency("interior", seed=seed, radio_loss_per_waiting_p=per_waiting)
            run.advance(run.prepared.end_ms)
            record = run.state.record[0]
            total += int(record["lost"]) + int(record["clipped"])
        failed.append(total)
    assert failed[1] > failed[0]


def test_command_post_speaks_through_the_relay() -> None:
    """An order from the post is on the air a relay's delay after it was given."""
    run = tiny.in_command("none", place=CommandPlace.POST)
    run.state.seats[Seat.MEDICAL]["automatic"] = 0  # so that nobody else speaks
    run.advance(run.now_ms + 80_000)
    given_ms = run.now_ms
    assert channel_ms(run) == NEVER
    assert tiny.tell(run, Verb.HOLD, 0, tiny.LOBBY) == Refusal.ACCEPTED
    row = int(run.state.clock[0]["orders"]) - 1
    run.advance(given_ms + RELAY_MS - 1)
    assert channel_ms(run) == NEVER
    run.advance(given_ms + 120_000)
    assert int(run.state.orders[row]["heard_ms"]) == given_ms + RELAY_MS + 5_000


def beliefs_of(run: Run, seat: int) -> bytes:
    """All that a seat believes, as bytes, but how often it decided and spoke, and what it says."""
    own = run.state.seats[seat].copy()
    own["decisions"] = own["spoken"] = 0
    own["on_air"] = -1
    parts = (own, run.state.area_beliefs[seat], run.state.team_beliefs[seat])
    return b"".join(np.ascontiguousarray(part).tobytes() for part in parts)


def test_command_post_learns_nothing_but_by_the_relay() -> None:
    """What a post believes changes only when the relay hands something on, or dispatch speaks."""
    run = tiny.in_command("none", place=CommandPlace.POST)
    run.state.seats[Seat.TACTICAL]["place_area"] = tiny.VAULT  # beside nobody
    run.advance(run.now_ms + 120_000)
    assert tiny.tell(run, Verb.HOLD, 0, tiny.LOBBY) == Refusal.ACCEPTED
    slots = run.prepared.world.layout[0]["slot"]
    kinds = [int(slots[kind]) for kind in (EventKind.RELAY, EventKind.OUTSIDE)]
    before = beliefs_of(run, Seat.TACTICAL)
    due = run.state.times[kinds].tolist()
    for at in each_event(run):
        now = beliefs_of(run, Seat.TACTICAL)
        assert now == before or at in due, at
        before, due = now, run.state.times[kinds].tolist()


def test_cleared_air_holds_routine_traffic_back() -> None:
    """Routine reports wait until it is over; danger and the commander's own orders go through."""
    run = tiny.in_command("none")
    run.advance(run.now_ms + 120_000)
    state, world = run.state, run.prepared.world
    state.seats[Seat.TACTICAL]["place_area"] = tiny.VAULT
    assert tiny.tell(run, Verb.CLEAR_THE_AIR, value=60) == Refusal.ACCEPTED
    run.advance(run.now_ms + 6_000)
    quiet_ms = int(state.lanes[Lane.POLICE]["quiet_until_ms"])
    assert run.now_ms < quiet_ms < run.now_ms + 60_000
    run.advance(run.now_ms + 6_000)  # whoever had begun ends
    routine = open_report(state, ReportKind.AT_PLACE, 1, run.now_ms)
    say(state, world, Lane.POLICE, (Item.REPORT, routine, 0, Precedence.ROUTINE), run.now_ms)
    assert tiny.tell(run, Verb.HOLD, 0, tiny.LOBBY) == Refusal.ACCEPTED
    order = int(state.clock[0]["orders"]) - 1
    run.advance(quiet_ms - 1)
    assert 0 < int(state.orders[order]["heard_ms"]) < quiet_ms
    assert int(state.reports[routine]["spoken_ms"]) < 0
    run.advance(quiet_ms + 120_000)
    assert int(state.reports[routine]["spoken_ms"]) > quiet_ms


def test_cleared_air_can_be_given_back() -> None:
    """With nought seconds routine traffic goes on at once; where nothing is held, it is refused."""
    run = tiny.in_command("none")
    assert tiny.tell(run, Verb.CLEAR_THE_AIR, value=0) == Refusal.ALREADY_DONE
    assert tiny.tell(run, Verb.CLEAR_THE_AIR, value=300) == Refusal.ACCEPTED
    run.advance(run.now_ms + 20_000)
    assert int(run.state.lanes[Lane.POLICE]["quiet_until_ms"]) > run.now_ms + 200_000
    assert tiny.tell(run, Verb.CLEAR_THE_AIR, value=0) == Refusal.ACCEPTED
    run.advance(run.now_ms + 20_000)
    assert int(run.state.lanes[Lane.POLICE]["quiet_until_ms"]) < run.now_ms


def test_another_radio_plan_takes_time_and_costs_messages() -> None:
    """It is in use once all have switched; until then more fails; the same again is refused."""
    run = by_agency("", "none", radio_switch_loss_p=1.0, radio_clip_share=0.0)
    run.advance(420_000)
    assert tiny.tell(run, Verb.TAKE_COMMAND, value=CommandPlace.INSIDE) == Refusal.ACCEPTED
    state = run.state
    state.seats[Seat.TACTICAL]["place_area"] = tiny.VAULT
    run.advance(600_000)
    assert tiny.tell(run, Verb.SET_RADIO_PLAN, value=RadioPlan.BY_AGENCY) == Refusal.ALREADY_DONE
    lost = int(state.record[0]["lost"])
    assert tiny.tell(run, Verb.SET_RADIO_PLAN, value=RadioPlan.SHARED) == Refusal.ACCEPTED
    while int(state.command[0]["switching_until_ms"]) == 0:
        run.advance(run.now_ms + 1_000)
    assert tiny.tell(run, Verb.HOLD, 0, tiny.LOBBY) == Refusal.ACCEPTED
    run.advance(int(state.command[0]["switching_until_ms"]) - 1)
    assert int(state.record[0]["lost"]) > lost
    assert int(state.command[0]["radio_plan"]) == RadioPlan.BY_AGENCY
    run.advance(run.now_ms + 1)
    assert int(state.command[0]["radio_plan"]) == RadioPlan.SHARED


def test_the_medical_seat_speaks_on_its_channel() -> None:
    """What it says to a crew away from staging takes airtime; beside it, at staging, none."""
    run = by_agency("", "none", radio_loss_p=0.0)
    run.advance(600_000)
    state = run.state
    medics = 5
    state.seats[Seat.MEDICAL]["automatic"] = 0
    run.advance(700_000)
    home = int(state.teams[medics]["home_area"])
    for area, at_once in ((home, True), (tiny.LOBBY, False)):
        state.teams[medics]["area"] = area
        state.team_beliefs["known"][Seat.MEDICAL, medics] = 1
        order = Order(Seat.MEDICAL, Verb.CLEAR_RTF_IN, medics, tiny.ROOM_A)
        assert run.give(order) == Refusal.ACCEPTED
        row = int(state.clock[0]["orders"]) - 1
        assert (int(state.orders[row]["heard_ms"]) == run.now_ms) == at_once
        run.advance(run.now_ms + 60_000)
        assert (int(state.orders[row]["channel"]) == Lane.MEDICAL) != at_once

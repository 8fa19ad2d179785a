"""Ground is drawn as it was said, by whom, and no more."""

from msgspec.structs import replace

from tests.unit.server.test_present import played, show, view_of
from warmzone.kernel.weights import weigh_all
from warmzone.server.auth import SeatName
from warmzone.vocabulary.codes import Alarm, Role, Seat, Task, Zone
from warmzone.vocabulary.orders import Order, Refusal, Verb


def test_a_callers_threat_stays_the_callers() -> None:
    """Early on only callers have spoken: their places carry their name and an age, no mark."""
    view = view_of(played(1, automatic=False))
    said = [area for area in view.areas if area.threat_said]
    assert said
    assert not any(area.threat for area in view.areas)
    assert all(area.threat_age_s is not None for area in said)
    assert {area.threat_said for area in said} <= {"a caller", "dispatch", "a camera"}


def test_a_zone_is_pending_until_it_was_on_the_air() -> None:
    """A declaration is shown at once as pending, and as said once it was heard."""
    run = played(10)
    run.hand_over()
    area = view_of(run).areas[0].index
    order = Order(Seat.TACTICAL, Verb.DECLARE_ZONE, -1, area, -1, Zone.COLD)
    assert run.give(order) == Refusal.ACCEPTED
    pending = {one.index: one.zone_pending for one in view_of(run).areas}
    assert pending[area]
    assert not all(pending.values())
    run.advance(run.now_ms + 180_000)
    assert not {one.index: one for one in view_of(run).areas}[area].zone_pending


def test_the_situation_counts_who_takes_this_seats_word() -> None:
    """Nobody at first; later the teams at work, never more than there are, of seven at most."""
    assert view_of(played(0, automatic=False)).situation.span == 0
    late = view_of(played(15))
    assert 0 < late.situation.span <= len(late.teams)
    assert late.situation.span_most == 7


def test_uncared_casualties_are_counted_with_their_wait() -> None:
    """The header's number is that of the waiting list, and has a time where there is one."""
    for minute in (7, 9, 12):
        view = view_of(played(minute))
        items = [item for item in view.waiting if item.kind == "uncared"]
        assert (view.situation.uncared > 0) == bool(items)
        waits = [item.waiting_s for item in items]
        assert view.situation.uncared_s == (max(waits) if waits else None)


def test_hello_names_the_rules_and_the_luck() -> None:
    """The profile by its name, and the seed, so that the same luck can be played again."""
    from tests.unit.server.test_present import opened
    from warmzone.vocabulary.ids import ExerciseId

    hello = show().hello(ExerciseId("x"), opened(), "tactical")
    assert (hello.profile, hello.seed) == ("Fifth officer", 3)


def test_who_is_led_is_not_told_the_luck() -> None:
    """With it the incident could be played beforehand; who leads is told."""
    from tests.unit.server.test_present import opened
    from warmzone.vocabulary.ids import ExerciseId

    led = replace(opened(), led=True)
    seats: tuple[SeatName, ...] = ("tactical", "observer", "instructor")
    told = [show().hello(ExerciseId("x"), led, seat).seed for seat in seats]
    assert told == [None, None, 3]


def test_people_who_are_not_hurt_are_shown_as_told() -> None:
    """A searched room says how many are in it who are not hurt; those outside come from callers."""
    run = played(14)
    view = view_of(run)
    beliefs = run.state.area_beliefs["uninjured"][Seat.TACTICAL]
    shown = {area.index: area.uninjured for area in view.areas if area.uninjured}
    assert shown
    assert all(beliefs[index] == count for index, count in shown.items())
    assert view.situation.people_out == int(run.state.seats[Seat.TACTICAL]["people_out"]) > 0


def test_who_is_led_from_an_area_does_not_weigh_on_the_span() -> None:
    """The number shown is the kernel's own, which knows area control, Triage and staging."""
    run = played(15)
    before = view_of(run).situation.span
    beliefs = run.state.team_beliefs[Seat.TACTICAL]
    police = [t for t in range(len(beliefs)) if beliefs[t]["task"] not in (Task.STAGED, 0)]
    held = next(t for t in police if beliefs[t]["known"] == 1 and beliefs[t]["able"] > 0)
    beliefs["area"] = beliefs[held]["area"]
    beliefs[held]["role"], beliefs[held]["target_area"] = Role.AREA_CONTROL, beliefs[held]["area"]
    weigh_all(run.state, run.prepared.world, Seat.TACTICAL)
    assert view_of(run).situation.span < before


def test_what_calls_for_care_at_a_place_is_shown_until_it_is_looked_into() -> None:
    """A second attacker spoken of, a device, cars in the way: on the plan, and gone afterwards."""
    run = played(8)
    run.hand_over()
    view = view_of(run)
    area = view.areas[0].index
    assert (view.areas[0].alarm, view.areas[0].cars) == ("", False)
    belief = run.state.area_beliefs[Seat.TACTICAL, area]
    for alarm, word in (
        (Alarm.SECOND_ATTACKER, "second attacker"),
        (Alarm.DEVICE, "device"),
        (Alarm.CHECKED, ""),
    ):
        belief["alarm"], belief["blocked"] = alarm, int(alarm == Alarm.DEVICE)
        shown = {one.index: one for one in view_of(run).areas}[area]
        assert (shown.alarm, shown.cars) == (word, alarm == Alarm.DEVICE)

"""Each detector notices a decision that was missed and is silent where it was taken in time."""

from dataclasses import replace

import pytest

from warmzone.measures.decisions import FAILURES, POINTS, Account, Said, Told, all_missed
from warmzone.measures.decisions.coverage import failures_covered, points_covered
from warmzone.vocabulary.codes import Source, ThreatStatus
from warmzone.vocabulary.orders import Verb
from warmzone.vocabulary.reports import ReportKind

S = 1000
POLICE, MEDIC, ROOM, HALL = 0, 9, 4, 5


def arrived(at_s: int, team: int) -> Told:
    """A team says that it is on scene."""
    return Told(at_s * S, ReportKind.ARRIVED, team, HALL)


def seen(at_s: int, *counts: int, team: int = POLICE, area: int = ROOM) -> Told:
    """A team reports casualties: red, yellow, green, grey."""
    return Told(at_s * S, ReportKind.AREA_SEEN, team, area, counts=(*counts, 0, 0, 0, 0)[:4])


def threat(at_s: int, status: ThreatStatus) -> Told:
    """A team says what the threat does."""
    return Told(at_s * S, ReportKind.THREAT, POLICE, HALL, status=status)


def of(kind: ReportKind, at_s: int, **more: object) -> Told:
    """Any other report."""
    return replace(Told(at_s * S, kind, POLICE, ROOM), **more)  # type: ignore[arg-type]


ONGOING = threat(1, ThreatStatus.ONGOING)
SIX = tuple(arrived(10 + n, n) for n in range(4))
FOUR_HURT = seen(60, 3, 1)

HEARD: dict[int, tuple[tuple[Told, ...], tuple[Said, ...], Said | tuple[Said, ...]]] = {
    # what was heard, what was said before, and the answer that is in time
    1: ((ONGOING, arrived(10, 0)), (), Said(40 * S, Verb.GO_IN, 0)),
    2: ((arrived(10, 0),), (), Said(30 * S, Verb.SIZE_UP, area=HALL)),
    3: ((ONGOING, seen(60, 1)), (Said(20 * S, Verb.CONTACT, POLICE, HALL),),
        Said(80 * S, Verb.STEP_PAST, POLICE)),
    4: (SIX, (), Said(60 * S, Verb.TAKE_COMMAND, value=1)),
    5: ((ONGOING, arrived(10, 0), arrived(20, 1)), (), Said(50 * S, Verb.CONTACT, 0, HALL)),
    6: ((ONGOING, threat(60, ThreatStatus.UNKNOWN)), (),
        (Said(90 * S, Verb.TREAT, 1, ROOM), Said(95 * S, Verb.HOLD, 0, HALL))),
    7: ((threat(60, ThreatStatus.CONTAINED),), (), Said(90 * S, Verb.CONTAIN, 0, HALL)),
    8: (SIX, (), Said(40 * S, Verb.STAGE, 3)),
    9: ((ONGOING, *SIX, seen(60, 1)), (Said(20 * S, Verb.CONTACT, 0, HALL),),
        Said(100 * S, Verb.TREAT, 1, ROOM)),
    10: ((seen(60, 2),), (Said(20 * S, Verb.CLEAR, POLICE, HALL),),
         Said(80 * S, Verb.TREAT, POLICE, ROOM)),
    11: ((FOUR_HURT,), (), Said(90 * S, Verb.SET_CCP, area=HALL)),
    12: ((seen(60, 1),), (), Said(90 * S, Verb.DECLARE_ZONE, area=ROOM, value=2)),
    13: ((of(ReportKind.ENTRY_REQUEST, 60, team=MEDIC),), (),
         Said(80 * S, Verb.HOLD_RTF, MEDIC, value=60)),
    14: ((ONGOING, arrived(60, MEDIC)), (), Said(90 * S, Verb.SECURE_RTF, 0, other_team=MEDIC)),
    15: ((ONGOING, FOUR_HURT), (Said(70 * S, Verb.SET_CCP, area=HALL),),
         Said(90 * S, Verb.BUILD_CORRIDOR, 0)),
    16: ((seen(60, 1),), (), Said(300 * S, Verb.CARRY, 0, ROOM)),
    17: ((seen(60, 1, 0, 2),), (), Said(90 * S, Verb.SET_PRIORITY, value=1)),
    18: ((seen(60, 1),), (), Said(90 * S, Verb.SET_AEP, area=HALL)),
    19: ((arrived(60, MEDIC),), (), Said(90 * S, Verb.CO_LOCATE)),
    20: ((of(ReportKind.SECOND_ATTACKER, 60),), (), Said(80 * S, Verb.CHECK_REPORT, 0, ROOM)),
    21: ((of(ReportKind.DEVICE, 60),), (Said(30 * S, Verb.CLEAR_RTF_IN, MEDIC, ROOM),),
         Said(80 * S, Verb.WITHDRAW_AREA, area=ROOM)),
    22: ((of(ReportKind.THREAT, 60, source=Source.CAMERA, team=-1, status=1),), (),
         Said(80 * S, Verb.ASK_SOURCE, area=ROOM)),
    23: ((), (Said(30 * S, Verb.HOLD, 1, ROOM),),
         Said(120 * S, Verb.SEND_RUNNER, 2, other_team=1, heard_ms=121 * S)),
    24: ((of(ReportKind.SUPERVISOR_HERE, 60),), (), Said(90 * S, Verb.TRANSFER_COMMAND, 0)),
    25: ((arrived(60, MEDIC),), (), Said(90 * S, Verb.UNIFY_COMMAND)),
    26: ((), tuple(Said(n * S, Verb.STAGE, n, heard_ms=n * S) for n in range(8)),
         Said(60 * S, Verb.APPOINT, 1, HALL, value=1)),
    27: ((of(ReportKind.SELF_EVACUATED, 60),), (), Said(90 * S, Verb.TRIAGE_OUTSIDE, 1, HALL)),
    28: ((seen(60, 1),), (Said(20 * S, Verb.CLEAR, 2, HALL, heard_ms=21 * S),),
         Said(90 * S, Verb.TREAT, 1, ROOM)),
    29: ((ONGOING, threat(60, ThreatStatus.UNKNOWN)), (), Said(250 * S, Verb.WARN_SITES)),
    30: ((of(ReportKind.AREA_SEEN, 30, team=-1, source=Source.CALLER, flag=5), seen(60, 1)), (),
         Said(90 * S, Verb.RECONCILE)),
}  # fmt: skip


def account(told: tuple[Told, ...], said: tuple[Said, ...]) -> Account:
    """An account of twenty minutes; teams 0 to 8 are police."""
    return Account(
        1200 * S,
        tuple(sorted(told, key=lambda one: one.at_ms)),
        tuple(sorted(said, key=lambda one: one.at_ms)),
        frozenset(range(9)),
        frozenset({MEDIC}),
        dict.fromkeys(range(9), 2),
    )


@pytest.mark.parametrize("number", range(1, 31))
def test_point_is_missed_where_nothing_is_said(number: int) -> None:
    """The positive example: the moment is found and held until the end."""
    told, before, _ = HEARD[number]
    found = list(POINTS[number - 1].missed(account(told, before)))
    assert found, POINTS[number - 1].row.title
    assert found[0].answered_ms == -1
    assert found[0].lasted_s == pytest.approx(1200 - found[0].asked.at_ms / S)


@pytest.mark.parametrize("number", range(1, 31))
def test_point_is_not_missed_where_it_is_answered(number: int) -> None:
    """The negative example: the same, answered in time."""
    told, before, answer = HEARD[number]
    answers = answer if isinstance(answer, tuple) else (answer,)
    whole = account(told, (*before, *answers))
    assert POINTS[number - 1].moments(whole)
    assert not list(POINTS[number - 1].missed(whole))


@pytest.mark.parametrize("number", range(1, 31))
def test_nothing_heard_is_nothing_missed(number: int) -> None:
    """No point is raised by silence."""
    assert POINTS[number - 1].moments(account((), ())) == []


def test_late_answer_is_missed_for_as_long_as_it_took() -> None:
    """An omission is held for its observed length."""
    told, _, _ = HEARD[13]
    late = account(told, (Said(400 * S, Verb.CLEAR_RTF_IN, MEDIC, ROOM),))
    (missed,) = POINTS[12].missed(late)
    assert (missed.answered_ms, missed.lasted_s) == (400 * S, 340.0)


def test_all_missed_is_in_order_of_time() -> None:
    """What was asked first comes first."""
    told = tuple(one for n in (13, 20, 24) for one in HEARD[n][0])
    times = [one.asked.at_ms for one in all_missed(account(told, ()))]
    assert times == sorted(times)
    assert len(times) >= 3


FAILING: dict[int, tuple[tuple[Told, ...], tuple[Said, ...], tuple[Said, ...]]] = {
    # what was heard, what was said, and what averts it
    1: (SIX, (), (Said(0, Verb.STAGE_ARRIVALS, value=1),)),
    2: (SIX, (), (Said(60 * S, Verb.TAKE_COMMAND, value=1),)),
    4: (HEARD[13][0], (), (Said(70 * S, Verb.HOLD_RTF, MEDIC),)),
    5: (HEARD[12][0], (), (Said(70 * S, Verb.DECLARE_ZONE, area=ROOM, value=2),)),
    6: (HEARD[22][0], (), (Said(70 * S, Verb.ASK_SOURCE, area=ROOM),)),
    7: (HEARD[20][0], (), (Said(70 * S, Verb.CHECK_REPORT, 0, ROOM),)),
    8: ((of(ReportKind.VEHICLES, 60, status=1),), (), (Said(70 * S, Verb.MOVE_VEHICLES, 0, ROOM),)),
    9: ((), HEARD[23][1], (Said(100 * S, Verb.SEND_RUNNER, 2, other_team=1, heard_ms=101 * S),)),
    10: (HEARD[21][0], HEARD[21][1], (Said(70 * S, Verb.WITHDRAW_AREA, area=ROOM),)),
    12: ((of(ReportKind.PLAIN_CLOTHES, 60, team=3),), (),
         (Said(70 * S, Verb.LINK_UP, 0, other_team=3),)),
    13: (HEARD[24][0], (), (Said(70 * S, Verb.UNIFY_COMMAND),)),
    15: ((seen(60, 0, 1), seen(700, 0, 1)),
         (Said(20 * S, Verb.HOLD, 0, ROOM, heard_ms=21 * S),), (Said(300 * S, Verb.ROLL_CALL),)),
    16: (HEARD[30][0], (), (Said(70 * S, Verb.RECONCILE),)),
}  # fmt: skip


@pytest.mark.parametrize("number", sorted(FAILING))
def test_failure_shows_and_is_averted(number: int) -> None:
    """A positive and a negative example of each failure that an order averts."""
    told, said, averting = FAILING[number]
    failure = FAILURES[number - 1]
    assert failure.shown(account(told, said)), failure.row.title
    assert list(failure.trigger(account(told, said)))
    assert not failure.shown(account(told, (*said, *averting)))


@pytest.mark.parametrize(
    ("number", "wrong", "right"),
    [(11, (0, 0, 2, 0), (1, 0, 1, 0)), (14, (0, 0, 0, 1), (1, 0, 0, 0))],
)
def test_loading_in_the_wrong_order_shows(
    number: int, wrong: tuple[int, ...], right: tuple[int, ...]
) -> None:
    """Greens or the dead leave while reds are known; with the reds it is no failure."""
    failure = FAILURES[number - 1]
    for counts, shows in ((wrong, True), (right, False)):
        leaving = of(ReportKind.TRANSPORTED, 90, team=-1, counts=counts)
        assert bool(failure.shown(account((seen(60, 2), leaving), ()))) == shows


@pytest.mark.parametrize(("said_so", "shows"), [(False, True), (True, False)])
def test_relabelling_without_a_report_is_barricade_drift(said_so: bool, shows: bool) -> None:
    """Calling the threat contained is drift unless a team said that it is."""
    told = (ONGOING, threat(50, ThreatStatus.CONTAINED)) if said_so else (ONGOING,)
    said = (Said(60 * S, Verb.DECLARE_THREAT, value=ThreatStatus.CONTAINED),)
    assert bool(FAILURES[2].shown(account(told, said))) == shows


def test_coverage_has_no_blank_cell() -> None:
    """Thirty points and sixteen failures, each with trigger, orders, detector, scenario, source."""
    points, failures = points_covered(), failures_covered()
    assert [row.number for row in points] == list(range(1, 31))
    assert [row.number for row in failures] == list(range(1, 17))
    for row in (*points, *failures):
        for name in ("title", "trigger", "orders", "detector", "scenario", "source", "status"):
            assert str(getattr(row, name)).strip(), (row.number, name)


@pytest.mark.parametrize(
    ("said", "answers"),
    [
        (Said(100 * S, Verb.SEND_RUNNER, 2, other_team=1, heard_ms=101 * S), True),
        (Said(100 * S, Verb.SEND_RUNNER, 1, other_team=2, heard_ms=101 * S), False),
        (Said(100 * S, Verb.CLEAR_THE_AIR, value=60, heard_ms=101 * S), True),
        (Said(100 * S, Verb.SET_RADIO_PLAN, value=1, heard_ms=101 * S), True),
        (Said(100 * S, Verb.ROLL_CALL, heard_ms=101 * S), False),
    ],
)
def test_a_failing_radio_is_answered_by_another_way_to_that_team(said: Said, answers: bool) -> None:
    """A runner to the silent team does, one that it should send does not; clear air helps all."""
    lost = Said(30 * S, Verb.HOLD, 1, ROOM)
    account = Account(end_ms=600 * S, said=(lost, said), police=frozenset(range(4)))
    assert (not list(POINTS[22].missed(account))) == answers

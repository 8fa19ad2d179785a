"""The sixteen recurrent failures: what shows that each is on, and its detector over an account."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from warmzone.evidence.decisions import FailureRow, failure_rows
from warmzone.measures.decisions import triggers
from warmzone.measures.decisions.account import Account
from warmzone.measures.decisions.points import POINTS
from warmzone.measures.decisions.triggers import Moment, Trigger
from warmzone.vocabulary.codes import ThreatStatus
from warmzone.vocabulary.orders import Verb
from warmzone.vocabulary.reports import ReportKind

TASK_WITHIN_MS = 60_000
STALE_MS = 300_000


@dataclass(frozen=True, slots=True)
class Shown:
    """A failure seen at `at_ms`; `size` is its extent in the unit that its detector names."""

    number: int
    at_ms: int
    size: float
    unit: str


Detector = Callable[[Account], Iterator[tuple[int, float, str]]]


@dataclass(frozen=True, slots=True)
class Failure:
    """One failure: the moments that may lead to it, the orders that avert it, who shows it."""

    number: int
    trigger: Trigger
    verbs: tuple[Verb, ...]
    detector: Detector
    missed_point: int = 0  # the decision point whose missing it is, 0 none

    @property
    def row(self) -> FailureRow:
        """Title, scenario and source."""
        return failure_rows()[self.number]

    def shown(self, account: Account) -> list[Shown]:
        """Every time that it shows."""
        return [Shown(self.number, *found) for found in self.detector(account)]


def _missed(number: int) -> Detector:
    """The failure is a decision point missed."""

    def detect(account: Account) -> Iterator[tuple[int, float, str]]:
        for one in POINTS[number - 1].missed(account):
            yield one.asked.at_ms, one.lasted_s, "s"

    return detect


def untasked_arrivals(account: Account) -> Iterator[tuple[int, float, str]]:
    """Share of police teams that were given nothing to do within a minute of their arrival."""
    arrivals = [one for one in account.heard(ReportKind.ARRIVED) if one.team in account.police]
    standing = any(one.value == 1 for one in account.orders(Verb.STAGE_ARRIVALS))
    late = [
        one
        for one in arrivals
        if not any(
            said.team == one.team and said.at_ms <= one.at_ms + TASK_WITHIN_MS
            for said in account.said
        )
    ]
    if len(arrivals) >= triggers.POUR_TEAMS and not standing and 2 * len(late) > len(arrivals):
        yield late[0].at_ms, len(late) / len(arrivals), "share"


def barricade_drift(account: Account) -> Iterator[tuple[int, float, str]]:
    """The threat is called contained or over without a team having said so."""
    for said in account.orders(Verb.DECLARE_THREAT):
        if said.value not in (ThreatStatus.CONTAINED, ThreatStatus.OVER):
            continue
        told = [
            one
            for one in account.heard(ReportKind.THREAT)
            if one.at_ms <= said.at_ms and one.team >= 0 and one.status == said.value
        ]
        if not told:
            yield said.at_ms, (account.end_ms - said.at_ms) / 1000, "s"


def blocked_lane(account: Account) -> Iterator[tuple[int, float, str]]:
    """Vehicles were reported in the way and nobody was sent to clear them."""
    for one in account.heard(ReportKind.VEHICLES):
        if one.status == 0:
            continue
        cleared = [said.at_ms for said in account.orders(Verb.MOVE_VEHICLES, Verb.SET_AEP)]
        answer = min((at for at in cleared if at >= one.at_ms), default=account.end_ms)
        if answer - one.at_ms > TASK_WITHIN_MS:
            yield one.at_ms, (answer - one.at_ms) / 1000, "s"


def greens_first(account: Account) -> Iterator[tuple[int, float, str]]:
    """Greens left before the reds that were known."""
    for one in account.heard(ReportKind.TRANSPORTED):
        reds = sum(counts[0] for counts in account.known_hurt(one.at_ms).values())
        if one.counts[2] > 0 and one.counts[0] == 0 and reds > 0:
            yield one.at_ms, float(one.counts[2]), "people"


def dead_first(account: Account) -> Iterator[tuple[int, float, str]]:
    """Dead were loaded while reds were known."""
    for one in account.heard(ReportKind.TRANSPORTED):
        reds = sum(counts[0] for counts in account.known_hurt(one.at_ms).values())
        if one.counts[3] > 0 and reds > 0:
            yield one.at_ms, float(one.counts[3]), "people"


def not_linked_up(account: Account) -> Iterator[tuple[int, float, str]]:
    """Officers in plain clothes were reported and nobody linked up with them."""
    for one in account.heard(ReportKind.PLAIN_CLOTHES):
        met = [said.at_ms for said in account.orders(Verb.LINK_UP) if one.team == said.other_team]
        answer = min((at for at in met if at >= one.at_ms), default=account.end_ms)
        if answer - one.at_ms > TASK_WITHIN_MS:
            yield one.at_ms, (answer - one.at_ms) / 1000, "s"


def stale_picture(account: Account) -> Iterator[tuple[int, float, str]]:
    """Teams with a task were not heard for five minutes and were not asked."""
    last: dict[int, int] = {}
    asked = [(said.at_ms, said.team) for said in account.orders(Verb.ASK_REPORT)]
    asked += [(said.at_ms, -1) for said in account.orders(Verb.ROLL_CALL)]
    for one in account.told:
        if one.team >= 0:
            before = last.get(one.team)
            if before is not None and one.at_ms - before > STALE_MS:
                if not any(before < at <= one.at_ms and t in (-1, one.team) for at, t in asked):
                    yield before, (one.at_ms - before) / 1000, "s"
            last[one.team] = one.at_ms


def team_with_a_task(account: Account) -> Iterator[Moment]:
    """Somebody has been sent somewhere and may fall silent."""
    for one in account.said:
        if one.team >= 0:
            yield Moment(one.at_ms, one.team, one.area)


def vehicles_reported(account: Account) -> Iterator[Moment]:
    """Vehicles are in the way."""
    for one in account.heard(ReportKind.VEHICLES):
        if one.status != 0:
            yield Moment(one.at_ms, -1, one.area)


def plain_clothes(account: Account) -> Iterator[Moment]:
    """Armed officers in plain clothes are here."""
    for one in account.heard(ReportKind.PLAIN_CLOTHES):
        yield Moment(one.at_ms, one.team, one.area)


def leaving(account: Account) -> Iterator[Moment]:
    """An ambulance leaves."""
    for one in account.heard(ReportKind.TRANSPORTED):
        yield Moment(one.at_ms, -1, one.area)


FAILURES: tuple[Failure, ...] = (
    Failure(
        1,
        triggers.officers_pour_in,
        (Verb.STAGE_ARRIVALS, Verb.STAGE, Verb.APPOINT),
        untasked_arrivals,
    ),
    Failure(2, triggers.three_officers, (Verb.TAKE_COMMAND,), _missed(4), 4),
    Failure(
        3, triggers.barricade, (Verb.CONTAIN, Verb.CONTACT, Verb.DECLARE_THREAT), barricade_drift
    ),
    Failure(4, triggers.rtf_asks, (Verb.CLEAR_RTF_IN, Verb.HOLD_RTF), _missed(13), 13),
    Failure(5, triggers.warm_ground, (Verb.DECLARE_ZONE,), _missed(12), 12),
    Failure(6, triggers.picture_or_call, (Verb.ASK_SOURCE,), _missed(22), 22),
    Failure(7, triggers.second_attacker, (Verb.CHECK_REPORT,), _missed(20), 20),
    Failure(8, vehicles_reported, (Verb.MOVE_VEHICLES, Verb.SET_AEP), blocked_lane),
    Failure(
        9,
        triggers.order_not_heard,
        (Verb.SEND_RUNNER, Verb.CLEAR_THE_AIR, Verb.SET_RADIO_PLAN),
        _missed(23),
        23,
    ),
    Failure(
        10,
        triggers.danger_with_medics_in,
        (Verb.WITHDRAW_AREA, Verb.HOLD_RTF, Verb.DECLARE_ZONE),
        _missed(21),
        21,
    ),
    Failure(11, leaving, (Verb.SET_PRIORITY, Verb.MOVE_WALKING), greens_first),
    Failure(12, plain_clothes, (Verb.LINK_UP,), not_linked_up),
    Failure(
        13,
        triggers.boss_arrives,
        (Verb.TRANSFER_COMMAND, Verb.UNIFY_COMMAND),
        _missed(24),
        24,
    ),
    Failure(14, leaving, (Verb.SET_PRIORITY,), dead_first),
    Failure(15, team_with_a_task, (Verb.ROLL_CALL, Verb.ASK_REPORT), stale_picture),
    Failure(16, triggers.counts_differ, (Verb.RECONCILE,), _missed(30), 30),
)
"""In the order of the doctrine's list; `FAILURES[n - 1]` is number n."""

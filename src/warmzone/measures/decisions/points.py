"""The thirty decision points: what raises each, which orders answer it, by when, and who missed it.

Titles, options, times and sources are the evidence table `decision_points.csv`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from warmzone.evidence.decisions import PointRow, point_rows
from warmzone.measures.decisions import triggers
from warmzone.measures.decisions.account import Account, Said
from warmzone.measures.decisions.triggers import Moment, Trigger
from warmzone.vocabulary.orders import Verb

_TO_THREAT = (Verb.CONTACT, Verb.CONTAIN)
_TO_RESCUE = (
    Verb.TREAT, Verb.CARRY, Verb.CLEAR_RTF_IN, Verb.SECURE_RTF, Verb.BUILD_CORRIDOR,
    Verb.POLICE_TRANSPORT,
)  # fmt: skip
_TASKS = (
    Verb.CONTACT, Verb.HOLD, Verb.CLEAR, Verb.TREAT, Verb.CARRY, Verb.BUILD_CORRIDOR,
    Verb.SECURE_RTF, Verb.STAGE, Verb.RESERVE, Verb.CONTAIN, Verb.CHECK_REPORT, Verb.ASSIGN,
    Verb.SECURE_CCP, Verb.PERIMETER,
)  # fmt: skip

_TO_ALL = (Verb.CLEAR_THE_AIR, Verb.SET_RADIO_PLAN)  # help every team to be heard


class About(Enum):
    """What of the moment an answer must name."""

    ANYTHING = "anything"
    TEAM = "the same team"
    AREA = "the same place"
    EITHER = "the team or the place"


@dataclass(frozen=True, slots=True)
class Missed:
    """A decision that was asked for and not taken in time; held for as long as it lasted."""

    number: int
    asked: Moment
    answered_ms: int  # -1 never
    lasted_s: float


@dataclass(frozen=True, slots=True)
class DecisionPoint:
    """One point: `trigger` finds its moments, an order of `verbs` about the same answers it.

    `both` names a second set of verbs of which one is needed too; where it is `fresh`, what was
    ordered before the moment does not answer it. What is `passing` is asked by an event and is over
    with the time allowed; everything else stands until it is answered.
    """

    number: int
    trigger: Trigger
    verbs: tuple[Verb, ...]
    about: About = About.ANYTHING
    both: tuple[Verb, ...] = ()
    fresh: bool = False
    passing: bool = False

    @property
    def row(self) -> PointRow:
        """Title, options, time allowed, source and scenario."""
        return point_rows()[self.number]

    def moments(self, account: Account) -> list[Moment]:
        """When it was put to the seat."""
        return list(self.trigger(account))

    def passed(self, moment: Moment, by_ms: int) -> bool:
        """Whether it was over before somebody took the seat at a time, and is not theirs."""
        return self.passing and moment.at_ms + 1000 * self.row.within_s <= by_ms

    def answered_ms(self, account: Account, moment: Moment) -> int:
        """When it was answered, -1 never; an order in force before counts as an answer at once."""
        times = [
            min((one.at_ms for one in self._fitting(account, moment, verbs)), default=-1)
            for verbs in (self.verbs, self.both)
            if verbs
        ]
        return -1 if -1 in times else max(moment.at_ms, *times)

    def missed(self, account: Account) -> Iterator[Missed]:
        """The detector: moments not answered within the time allowed, or not at all."""
        for moment in self.moments(account):
            answered = self.answered_ms(account, moment)
            until = account.end_ms if answered < 0 else answered
            lasted_s = (until - moment.at_ms) / 1000
            if lasted_s > self.row.within_s:
                yield Missed(self.number, moment, answered, lasted_s)

    def _fitting(self, account: Account, moment: Moment, verbs: tuple[Verb, ...]) -> Iterator[Said]:
        for one in account.orders(*verbs):
            told = one.other_team if one.verb == Verb.SEND_RUNNER else one.team
            team = moment.team < 0 or told == moment.team or one.verb in _TO_ALL
            area = moment.area < 0 or one.area == moment.area
            fits = {
                About.ANYTHING: True,
                About.TEAM: team,
                About.AREA: area,
                About.EITHER: team or area,
            }[self.about]
            if fits and (one.at_ms >= moment.at_ms or not self.fresh):
                yield one


POINTS: tuple[DecisionPoint, ...] = (
    DecisionPoint(
        1, triggers.first_officer, (Verb.GO_IN, Verb.WAIT_AT_DOOR, Verb.CONTACT, Verb.HOLD)
    ),
    DecisionPoint(2, triggers.anybody_here, (Verb.SIZE_UP,)),
    DecisionPoint(
        3,
        triggers.wounded_underfoot,
        (Verb.STEP_PAST, Verb.CONTACT, Verb.TREAT),
        About.TEAM,
        fresh=True,
        passing=True,
    ),
    DecisionPoint(4, triggers.three_officers, (Verb.TAKE_COMMAND,)),
    DecisionPoint(5, triggers.only_three, (Verb.TAKE_COMMAND, Verb.CONTACT, Verb.GO_IN)),
    DecisionPoint(
        6,
        triggers.shooting_stops,
        _TO_RESCUE,
        both=(*_TO_THREAT, Verb.HOLD),
        fresh=True,
        passing=True,
    ),
    DecisionPoint(
        7,
        triggers.barricade,
        (Verb.CONTAIN, Verb.CONTACT, Verb.BREACH, Verb.DECLARE_THREAT),
        About.EITHER,
        fresh=True,
    ),
    DecisionPoint(
        8,
        triggers.officers_pour_in,
        (*_TASKS, Verb.STAGE_ARRIVALS, Verb.APPOINT, Verb.WAIT_AT_DOOR),
        About.TEAM,
        fresh=True,
        passing=True,
    ),
    DecisionPoint(9, triggers.enough_for_two_jobs, _TO_RESCUE, both=_TO_THREAT),
    DecisionPoint(
        10,
        triggers.pocket_on_the_way,
        (*_TASKS, Verb.STEP_PAST, Verb.CLEAR_RTF_IN),
        About.EITHER,
        fresh=True,
        passing=True,
    ),
    DecisionPoint(11, triggers.many_hurt, (Verb.SET_CCP,)),
    DecisionPoint(12, triggers.warm_ground, (Verb.DECLARE_ZONE,), About.AREA),
    DecisionPoint(
        13, triggers.rtf_asks, (Verb.CLEAR_RTF_IN, Verb.HOLD_RTF), About.TEAM, fresh=True
    ),
    DecisionPoint(
        14, triggers.medics_must_move, (Verb.SECURE_RTF, Verb.BUILD_CORRIDOR, Verb.CLEAR_RTF_IN)
    ),
    DecisionPoint(15, triggers.lane_wanted, (Verb.BUILD_CORRIDOR,)),
    DecisionPoint(16, triggers.no_ems, (Verb.TREAT, Verb.CARRY, Verb.POLICE_TRANSPORT), About.AREA),
    DecisionPoint(17, triggers.mixed_colours, (Verb.SET_PRIORITY, Verb.MOVE_WALKING)),
    DecisionPoint(18, triggers.first_red, (Verb.SET_AEP,)),
    DecisionPoint(19, triggers.medics_here, (Verb.CO_LOCATE,)),
    DecisionPoint(
        20,
        triggers.second_attacker,
        (Verb.CHECK_REPORT, Verb.CLEAR, Verb.CONTACT),
        About.AREA,
        fresh=True,
        passing=True,
    ),
    DecisionPoint(
        21,
        triggers.danger_with_medics_in,
        (Verb.WITHDRAW_AREA, Verb.WITHDRAW, Verb.HOLD_RTF, Verb.DECLARE_ZONE),
        About.EITHER,
        fresh=True,
        passing=True,
    ),
    DecisionPoint(
        22,
        triggers.picture_or_call,
        (Verb.ASK_SOURCE, Verb.CHECK_REPORT),
        About.AREA,
        fresh=True,
        passing=True,
    ),
    DecisionPoint(
        23,
        triggers.order_not_heard,
        (*_TASKS, Verb.SEND_RUNNER, Verb.ASK_REPORT, *_TO_ALL),
        About.EITHER,
        fresh=True,
        passing=True,
    ),
    DecisionPoint(
        24, triggers.boss_arrives, (Verb.TRANSFER_COMMAND, Verb.UNIFY_COMMAND), fresh=True
    ),
    DecisionPoint(25, triggers.medics_here, (Verb.UNIFY_COMMAND,)),
    DecisionPoint(26, triggers.wide_span, (Verb.APPOINT, Verb.ASSIGN, Verb.FORM_TEAM)),
    DecisionPoint(27, triggers.people_outside, (Verb.TRIAGE_OUTSIDE, Verb.MOVE_WALKING)),
    DecisionPoint(28, triggers.clearing_while_reds_wait, _TO_RESCUE, fresh=True),
    DecisionPoint(29, triggers.threat_unplaced, (Verb.WARN_SITES, Verb.HOLD, Verb.CONTAIN)),
    DecisionPoint(30, triggers.counts_differ, (Verb.RECONCILE,), fresh=True),
)
"""In the order of the doctrine's table; `POINTS[n - 1]` is number n."""


def all_missed(account: Account) -> list[Missed]:
    """Every missed decision of an account, those asked first, first."""
    found = [missed for point in POINTS for missed in point.missed(account)]
    return sorted(found, key=lambda one: (one.asked.at_ms, one.number))

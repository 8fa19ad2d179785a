"""Orders that nothing the seat had heard gave a reason for: they count against a score.

Each rule reads what the seat heard and said, never the truth: an order that was sound on what was
known is not blamed for bad luck.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import IntEnum

from warmzone.measures.decisions import triggers
from warmzone.measures.decisions.account import HURT, Account, Said
from warmzone.measures.decisions.triggers import Trigger
from warmzone.vocabulary.codes import Source, ThreatStatus, Zone
from warmzone.vocabulary.orders import FORMS, PLACE_VERBS, Addressee, Verb
from warmzone.vocabulary.reports import ReportKind

TURNED_MS = 60_000
AGAIN_MS = 180_000
SPOKE_MS = 60_000
"""Within these times a second order needs news: assumptions, as the times allowed are."""

_NEWS = (
    ReportKind.THREAT,
    ReportKind.OFFICER_DOWN,
    ReportKind.DEVICE,
    ReportKind.SECOND_ATTACKER,
)
_LOOKED = (*HURT, ReportKind.AT_PLACE, ReportKind.TASK_DONE, ReportKind.CHECKED)
_SAFE = (Zone.WARM, Zone.COLD)
_SETTLED = (ThreatStatus.CONTAINED, ThreatStatus.OVER)
_ONE_EACH = (Verb.DECLARE_ZONE, Verb.ASK_SOURCE, Verb.MOVE_WALKING, Verb.WITHDRAW_AREA)
"""Said of a place: another place is another matter. Of what else names no team, one word holds."""

_BESIDE_THE_TASK = (Verb.ASK_REPORT, Verb.STEP_PAST)
"""A team that hears them goes on with what it does."""
_READY = (Verb.WAIT_AT_DOOR, Verb.RESERVE)
"""Who was told so stands there to be turned to something else."""

_ABOUT_A_PLACE = (
    Verb.TREAT,
    Verb.CARRY,
    Verb.POLICE_TRANSPORT,
    Verb.CONTACT,
    Verb.CONTAIN,
    Verb.CHECK_REPORT,
    Verb.ASK_SOURCE,
    Verb.WITHDRAW_AREA,
    Verb.TRIAGE_OUTSIDE,
    Verb.BREACH,
)
"""Given on account of what is said to be there."""


class Why(IntEnum):
    """What an order lacked."""

    NOBODY_LOOKED = 1  # ground called warm or cold where no team had been
    MEDICS_UNSEEN = 2  # medics cleared in to where no team had been
    THREAT_THERE = 3  # ground called warm, or medics cleared in, where the threat was last said
    THREAT_UNHEARD = 4  # the threat called contained or over, and no team had said so
    TURNED_ROUND = 5  # a team turned to another task within a minute, with no news
    SAID_AGAIN = 6  # the same said again within three minutes, with no news
    JUST_SPOKE = 7  # a team asked to report that had spoken within a minute
    NOTHING_THERE = 8  # somebody sent to a place of which nothing had been heard
    NO_OCCASION = 9  # said before anything was heard that it answers


@dataclass(frozen=True, slots=True)
class Unsound:
    """One order that lacked a reason."""

    why: Why
    said: Said


Rule = Callable[[Account], Iterator[Said]]
Occasion = Callable[[Account], Iterator[int]]
"""When something was heard that an order answers."""


def all_unsound(account: Account) -> list[Unsound]:
    """Every order that lacked a reason, once each, by time."""
    found: dict[int, Unsound] = {}
    for why, rule in _RULES:
        for said in rule(account):
            found.setdefault(id(said), Unsound(why, said))
    return sorted(found.values(), key=lambda one: (one.said.at_ms, one.why))


def nobody_looked(account: Account) -> Iterator[Said]:
    """Ground called warm or cold where no team of ours had been or looked."""
    for said in account.orders(Verb.DECLARE_ZONE):
        if said.value in _SAFE and not _looked(account, said):
            yield said


def medics_unseen(account: Account) -> Iterator[Said]:
    """Medics cleared in to where no team of ours had been or looked."""
    for said in account.orders(Verb.CLEAR_RTF_IN):
        if not _looked(account, said):
            yield said


def threat_there(account: Account) -> Iterator[Said]:
    """Ground called warm, or medics cleared in, where the threat was last said to be."""
    for said in account.orders(Verb.DECLARE_ZONE, Verb.CLEAR_RTF_IN):
        if said.verb == Verb.DECLARE_ZONE and said.value not in _SAFE:
            continue
        placed = [
            one
            for one in account.heard(ReportKind.THREAT)
            if one.at_ms <= said.at_ms and one.source == Source.TEAM and one.area >= 0
        ]
        ongoing = bool(placed) and placed[-1].status == ThreatStatus.ONGOING
        if ongoing and placed[-1].area == said.area:
            yield said


def threat_unheard(account: Account) -> Iterator[Said]:
    """The threat called contained or over, and no team had said so."""
    for said in account.orders(Verb.DECLARE_THREAT):
        told = any(
            one.at_ms <= said.at_ms and one.team >= 0 and one.status == said.value
            for one in account.heard(ReportKind.THREAT)
        )
        if said.value in _SETTLED and not told:
            yield said


def turned_round(account: Account) -> Iterator[Said]:
    """A team turned to another task or place within a minute, and nothing heard meanwhile."""
    last: dict[int, Said] = {}
    for said in account.said:
        if FORMS[said.verb].team == Addressee.NOBODY or said.verb in _BESIDE_THE_TASK:
            continue
        before = last.get(said.team)
        last[said.team] = said
        if before is None or before.verb in _READY or said.at_ms - before.at_ms > TURNED_MS:
            continue
        other = (said.verb, said.area) != (before.verb, before.area)
        if other and not _news(account, before, said):
            yield said


def said_again(account: Account) -> Iterator[Said]:
    """The same said again within three minutes, and nothing heard that asks for it."""
    last: dict[tuple[int, int, int], Said] = {}
    for said in account.said:
        about = _about(said)
        before = last.get(about)
        last[about] = said
        if before is None or said.at_ms - before.at_ms > AGAIN_MS or said.verb == Verb.ASK_REPORT:
            continue
        unheard = before.heard_ms < 0 or before.heard_ms > said.at_ms
        lost = unheard and said.at_ms - before.at_ms > SPOKE_MS
        if not lost and not _news(account, before, said):
            yield said


def just_spoke(account: Account) -> Iterator[Said]:
    """A team asked to report that had been heard within a minute."""
    for said in account.orders(Verb.ASK_REPORT):
        since = said.at_ms - SPOKE_MS
        if any(one.team == said.team and since <= one.at_ms <= said.at_ms for one in account.told):
            yield said


def nothing_there(account: Account) -> Iterator[Said]:
    """Somebody sent to a place of which nothing had been heard but arrivals."""
    first: dict[int, int] = {}
    for one in account.told:
        if one.kind != ReportKind.ARRIVED:
            first.setdefault(one.area, one.at_ms)
    for said in account.orders(*_ABOUT_A_PLACE):
        if said.area >= 0 and first.get(said.area, said.at_ms + 1) > said.at_ms:
            yield said


def no_occasion(account: Account) -> Iterator[Said]:
    """Said before anything was heard that it answers."""
    for verbs, occasion in _OCCASIONS:
        begun = min(occasion(account), default=account.end_ms + 1)
        yield from (said for said in account.orders(*verbs) if said.at_ms < begun)


def _moments(*among: Trigger) -> Occasion:
    """The times of any of those decision points."""
    return lambda account: (one.at_ms for trigger in among for one in trigger(account))


def _heard(*kinds: ReportKind) -> Occasion:
    """The times of any report of those kinds."""
    return lambda account: (one.at_ms for one in account.heard(*kinds))


def _hurt(account: Account) -> Iterator[int]:
    """The times of every word of casualties, a caller's or a camera's too."""
    for one in account.told:
        if sum(one.counts) > 0 or (one.source != Source.TEAM and one.flag > 0):
            yield one.at_ms


_OCCASIONS: tuple[tuple[tuple[Verb, ...], Occasion], ...] = (
    ((Verb.SET_CCP, Verb.SET_AEP, Verb.SET_PRIORITY, Verb.MOVE_WALKING), _hurt),
    ((Verb.RECONCILE,), _moments(triggers.counts_differ)),
    ((Verb.CLEAR_THE_AIR, Verb.SEND_RUNNER), _moments(triggers.order_not_heard)),
    ((Verb.CO_LOCATE,), _moments(triggers.medics_here)),
    ((Verb.UNIFY_COMMAND,), _moments(triggers.medics_here, triggers.boss_arrives)),
    ((Verb.TRANSFER_COMMAND,), _moments(triggers.boss_arrives)),
    ((Verb.TRIAGE_OUTSIDE,), _heard(ReportKind.SELF_EVACUATED, ReportKind.PEOPLE_OUT)),
    ((Verb.MOVE_VEHICLES,), _heard(ReportKind.VEHICLES)),
    ((Verb.WARN_SITES,), _heard(ReportKind.THREAT)),
)


def _looked(account: Account, said: Said) -> bool:
    return any(
        one.area == said.area and one.at_ms <= said.at_ms and one.team in account.police
        for one in account.heard(*_LOOKED)
    )


def _news(account: Account, before: Said, said: Said) -> bool:
    """Whether the team was heard in between, or anything of the threat, or of that place."""
    return any(
        before.at_ms < one.at_ms <= said.at_ms
        and (
            one.kind in _NEWS
            or (one.team >= 0 and one.team == said.team)
            or (one.area >= 0 and one.area in (said.area, before.area))
        )
        for one in account.told
    )


def _about(said: Said) -> tuple[int, int, int]:
    """What an order is a word about: two of the same need news in between."""
    if FORMS[said.verb].team != Addressee.NOBODY:
        return (said.verb, said.team, said.area if said.verb in PLACE_VERBS else -1)
    return (said.verb, -1, said.area if said.verb in _ONE_EACH else -1)


_RULES: tuple[tuple[Why, Rule], ...] = (
    (Why.THREAT_THERE, threat_there),
    (Why.NOBODY_LOOKED, nobody_looked),
    (Why.MEDICS_UNSEEN, medics_unseen),
    (Why.THREAT_UNHEARD, threat_unheard),
    (Why.TURNED_ROUND, turned_round),
    (Why.SAID_AGAIN, said_again),
    (Why.JUST_SPOKE, just_spoke),
    (Why.NOTHING_THERE, nothing_there),
    (Why.NO_OCCASION, no_occasion),
)
"""In the order in which a reason is given where an order lacks several."""

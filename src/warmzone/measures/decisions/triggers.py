"""When each decision point is put to the seat: moments found in its account."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from warmzone.measures.decisions.account import HURT, Account, Told
from warmzone.vocabulary.codes import Source, ThreatStatus
from warmzone.vocabulary.orders import Verb
from warmzone.vocabulary.reports import ReportKind

MANY = 4  # reds and yellows from which gathering and lanes are worth it
POCKET = 2
POUR_TEAMS, POUR_MS = 4, 120_000
SPAN = 7
NO_EMS_MS = 180_000
LOST_MS = 60_000
UNKNOWN_MS = 180_000

ABOUT = (ThreatStatus.ONGOING, ThreatStatus.CONTAINED, ThreatStatus.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Moment:
    """A decision is asked for at `at_ms`, about a team or an area where there is one."""

    at_ms: int
    team: int = -1
    area: int = -1


Trigger = Callable[[Account], Iterator[Moment]]


def first_officer(account: Account) -> Iterator[Moment]:
    """The first police team is on scene and a threat may be about."""
    for one in _arrivals(account):
        if account.threat_at(one.at_ms) in ABOUT:
            yield Moment(one.at_ms, one.team, one.area)
        return


def anybody_here(account: Account) -> Iterator[Moment]:
    """The first police team is on scene."""
    for one in _arrivals(account):
        yield Moment(one.at_ms, one.team, one.area)
        return


def wounded_underfoot(account: Account) -> Iterator[Moment]:
    """A team sent to an ongoing threat meets casualties."""
    for one in _seen(account):
        told = account.last_order(one.team, one.at_ms)
        going = told is not None and told.verb in (Verb.CONTACT, Verb.CONTAIN)
        if going and account.threat_at(one.at_ms) == ThreatStatus.ONGOING:
            yield Moment(one.at_ms, one.team, one.area)


def three_officers(account: Account) -> Iterator[Moment]:
    """Three officers are on scene for the first time."""
    for one in _arrivals(account):
        if account.officers_by(one.at_ms) >= 3:
            yield Moment(one.at_ms)
            return


def only_three(account: Account) -> Iterator[Moment]:
    """Two or three officers, a threat, and nobody else within two minutes."""
    for moment in three_officers(account):
        later = account.officers_by(moment.at_ms + POUR_MS)
        if later <= 4 and account.threat_at(moment.at_ms) in ABOUT:
            yield moment


def shooting_stops(account: Account) -> Iterator[Moment]:
    """What was an ongoing threat is not heard any more."""
    before = ThreatStatus.UNKNOWN
    for one in account.heard(ReportKind.THREAT):
        now = ThreatStatus(one.status)
        if before == ThreatStatus.ONGOING and now == ThreatStatus.UNKNOWN:
            yield Moment(one.at_ms, -1, one.area)
        before = now


def barricade(account: Account) -> Iterator[Moment]:
    """The threat is said to be held in a place."""
    for one in account.heard(ReportKind.THREAT):
        if one.status == ThreatStatus.CONTAINED:
            yield Moment(one.at_ms, -1, one.area)
            return


def officers_pour_in(account: Account) -> Iterator[Moment]:
    """Many car-loads within two minutes; asked once for each such wave."""
    arrivals = list(_arrivals(account))
    last = -POUR_MS
    for n, one in enumerate(arrivals[POUR_TEAMS - 1 :]):
        if one.at_ms - arrivals[n].at_ms <= POUR_MS and one.at_ms - last >= POUR_MS:
            last = one.at_ms
            yield Moment(one.at_ms, one.team)


def enough_for_two_jobs(account: Account) -> Iterator[Moment]:
    """Six officers or more, casualties known, a threat that may be about."""
    for one in account.told:
        if one.kind in (ReportKind.ARRIVED, *HURT) and account.officers_by(one.at_ms) >= 6:
            if account.known_hurt(one.at_ms) and account.threat_at(one.at_ms) in ABOUT:
                yield Moment(one.at_ms)
                return


def pocket_on_the_way(account: Account) -> Iterator[Moment]:
    """A team on another task meets several casualties."""
    for one in _seen(account):
        told = account.last_order(one.team, one.at_ms)
        if one.hurt >= POCKET and told is not None and told.verb in (Verb.CONTACT, Verb.CLEAR):
            yield Moment(one.at_ms, one.team, one.area)


def many_hurt(account: Account) -> Iterator[Moment]:
    """Enough casualties are known that gathering them is worth it."""
    for one in _seen(account):
        if _reds_and_yellows(account, one.at_ms) >= MANY:
            yield Moment(one.at_ms, -1, one.area)
            return


def warm_ground(account: Account) -> Iterator[Moment]:
    """Casualties lie where officers stand or have searched, and the threat is not placed there."""
    asked = set()
    for one in _seen(account):
        hot = account.threat_at(one.at_ms) == ThreatStatus.ONGOING
        if one.hurt > 0 and one.team in account.police and not hot and one.area not in asked:
            asked.add(one.area)
            yield Moment(one.at_ms, -1, one.area)


def rtf_asks(account: Account) -> Iterator[Moment]:
    """An RTF asks to come in."""
    for one in account.heard(ReportKind.ENTRY_REQUEST):
        yield Moment(one.at_ms, one.team, one.area)


def medics_must_move(account: Account) -> Iterator[Moment]:
    """Medics are here or ask, and a threat may be about."""
    for one in account.heard(ReportKind.ENTRY_REQUEST, ReportKind.ARRIVED):
        if one.team in account.medical and account.threat_at(one.at_ms) in ABOUT:
            yield Moment(one.at_ms, one.team)
            return


def lane_wanted(account: Account) -> Iterator[Moment]:
    """Many casualties, a CCP or an AEP named, and a threat that may be about."""
    for one in account.orders(Verb.SET_CCP):
        enough = _reds_and_yellows(account, one.at_ms) >= MANY
        if enough and account.threat_at(one.at_ms) in ABOUT:
            yield Moment(one.at_ms, -1, one.area)
            return


def no_ems(account: Account) -> Iterator[Moment]:
    """Reds have been known for three minutes and no medics are here."""
    for one in _seen(account):
        due = one.at_ms + NO_EMS_MS
        medics = [at for at in _arrivals(account, medical=True) if at.at_ms <= due]
        if one.counts[0] > 0 and not medics and due <= account.end_ms:
            yield Moment(due, -1, one.area)
            return


def mixed_colours(account: Account) -> Iterator[Moment]:
    """Reds and others wait at once."""
    for one in _seen(account):
        counts = list(account.known_hurt(one.at_ms).values())
        if sum(c[0] for c in counts) > 0 and sum(sum(c[1:]) for c in counts) > 0:
            yield Moment(one.at_ms)
            return


def first_red(account: Account) -> Iterator[Moment]:
    """The first red is known."""
    for one in _seen(account):
        if one.counts[0] > 0:
            yield Moment(one.at_ms, -1, one.area)
            return


def medics_here(account: Account) -> Iterator[Moment]:
    """The first medics are on scene."""
    for one in _arrivals(account, medical=True):
        yield Moment(one.at_ms, one.team, one.area)
        return


def second_attacker(account: Account) -> Iterator[Moment]:
    """Somebody speaks of another attacker."""
    for one in account.heard(ReportKind.SECOND_ATTACKER):
        yield Moment(one.at_ms, -1, one.area)


def danger_with_medics_in(account: Account) -> Iterator[Moment]:
    """Shots or a device after medics were cleared in."""
    cleared = next((one.at_ms for one in account.orders(Verb.CLEAR_RTF_IN)), None)
    if cleared is None:
        return
    for one in account.heard(ReportKind.THREAT, ReportKind.DEVICE):
        shots = one.kind == ReportKind.THREAT and one.status == ThreatStatus.ONGOING
        if one.at_ms > cleared and (shots or one.kind == ReportKind.DEVICE):
            yield Moment(one.at_ms, -1, one.area)


def picture_or_call(account: Account) -> Iterator[Moment]:
    """A camera or a caller speaks of a place."""
    for one in account.told:
        if one.source in (Source.CAMERA, Source.CALLER) and one.area >= 0:
            yield Moment(one.at_ms, -1, one.area)


def order_not_heard(account: Account) -> Iterator[Moment]:
    """An order to a team has not been acknowledged for a minute."""
    for one in account.said:
        late = one.at_ms + LOST_MS
        silent = one.heard_ms < 0 or one.heard_ms > late
        if one.team >= 0 and silent and late <= account.end_ms:
            yield Moment(late, one.team, one.area)


def boss_arrives(account: Account) -> Iterator[Moment]:
    """A supervisor is on scene."""
    for one in account.heard(ReportKind.SUPERVISOR_HERE):
        yield Moment(one.at_ms, one.team, one.area)


def wide_span(account: Account) -> Iterator[Moment]:
    """More than seven teams have been given a task by one person."""
    tasked: set[int] = set()
    for one in account.said:
        if one.team >= 0:
            tasked.add(one.team)
        if len(tasked) > SPAN:
            yield Moment(one.at_ms)
            return


def people_outside(account: Account) -> Iterator[Moment]:
    """Walking wounded have come out."""
    for one in account.heard(ReportKind.SELF_EVACUATED):
        yield Moment(one.at_ms, -1, one.area)
        return


def clearing_while_reds_wait(account: Account) -> Iterator[Moment]:
    """Teams search while reds are known that nobody was sent to."""
    for one in _seen(account):
        searching = [said for said in account.orders(Verb.CLEAR) if said.at_ms <= one.at_ms]
        if one.counts[0] > 0 and searching:
            yield Moment(one.at_ms, -1, one.area)
            return


def threat_unplaced(account: Account) -> Iterator[Moment]:
    """The threat has been unknown for three minutes."""
    for moment in shooting_stops(account):
        due = moment.at_ms + UNKNOWN_MS
        if due <= account.end_ms and account.threat_at(due) == ThreatStatus.UNKNOWN:
            yield Moment(due, -1, moment.area)
            return


def counts_differ(account: Account) -> Iterator[Moment]:
    """A team counts another number in a place than a caller did, or than it did before."""
    before: dict[int, int] = {}
    for one in account.told:
        if one.kind not in HURT or one.area < 0:
            continue
        count = one.flag if one.source != Source.TEAM else sum(one.counts)
        if one.area in before and count != before[one.area]:
            yield Moment(one.at_ms, -1, one.area)
            return
        before[one.area] = count


def _arrivals(account: Account, *, medical: bool = False) -> Iterator[Told]:
    teams = account.medical if medical else account.police
    return (one for one in account.heard(ReportKind.ARRIVED) if one.team in teams)


def _seen(account: Account) -> Iterator[Told]:
    """Casualties reported by a team, some of them at least."""
    return (
        one for one in account.heard(*HURT) if one.source == Source.TEAM and sum(one.counts) > 0
    )


def _reds_and_yellows(account: Account, at_ms: int) -> int:
    return sum(counts[0] + counts[1] for counts in account.known_hurt(at_ms).values())

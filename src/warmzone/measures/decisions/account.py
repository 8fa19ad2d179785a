"""What one incident looked like from the Tactical seat: what it heard and what it said, in order.

Detectors read this alone, so that none can use what the seat was never told.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from warmzone.simulation import messages
from warmzone.simulation.messages import Report, orders_given, reports_heard
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import Discipline, Seat, Source, ThreatStatus
from warmzone.vocabulary.orders import Verb
from warmzone.vocabulary.reports import ReportKind

HURT = (ReportKind.AREA_SEEN, ReportKind.AREA_CLEAR)


@dataclass(frozen=True, slots=True)
class Told:
    """A report that the seat heard at `at_ms`. `counts`: red, yellow, green, grey."""

    at_ms: int
    kind: ReportKind
    team: int = -1
    area: int = -1
    source: Source = Source.TEAM
    status: int = -1
    counts: tuple[int, int, int, int] = (0, 0, 0, 0)
    flag: int = 0
    observed_ms: int = 0

    @property
    def hurt(self) -> int:
        """Reds and yellows that it speaks of."""
        return self.counts[0] + self.counts[1]


@dataclass(frozen=True, slots=True)
class Said:
    """An order of the seat. `heard_ms` is when it learnt that it was heard, -1 never."""

    at_ms: int
    verb: Verb
    team: int = -1
    area: int = -1
    other_team: int = -1
    value: int = 0
    heard_ms: int = -1


@dataclass(frozen=True, slots=True)
class Account:
    """All of it up to `end_ms`. `police` and `medical` are team numbers; `officers` their size.

    `forbidden` are the verbs that the agency's profile does not allow.
    """

    end_ms: int
    told: tuple[Told, ...] = ()
    said: tuple[Said, ...] = ()
    police: frozenset[int] = frozenset()
    medical: frozenset[int] = frozenset()
    officers: dict[int, int] = field(default_factory=dict)
    forbidden: frozenset[Verb] = frozenset()

    def heard(self, *kinds: ReportKind) -> Iterator[Told]:
        """Reports of those kinds in the order heard."""
        return (one for one in self.told if one.kind in kinds)

    def orders(self, *verbs: Verb) -> Iterator[Said]:
        """Orders of those verbs in the order given."""
        return (one for one in self.said if one.verb in verbs)

    def threat_at(self, at_ms: int) -> ThreatStatus:
        """What the seat last heard or declared of the threat."""
        status, when = ThreatStatus.UNKNOWN, -1
        for one in self.heard(ReportKind.THREAT):
            if when <= one.at_ms <= at_ms:
                status, when = ThreatStatus(one.status), one.at_ms
        for said in self.orders(Verb.DECLARE_THREAT):
            if when <= said.at_ms <= at_ms:
                status, when = ThreatStatus(said.value), said.at_ms
        return status

    def last_order(self, team: int, at_ms: int) -> Said | None:
        """What a team was last told by that moment."""
        given = [one for one in self.said if one.team == team and one.at_ms <= at_ms]
        return given[-1] if given else None

    def known_hurt(self, at_ms: int) -> dict[int, tuple[int, int, int, int]]:
        """Casualties by area as last reported by that moment, those of nobody left out."""
        latest = {
            one.area: one.counts
            for one in self.told
            if one.kind in HURT and one.source == Source.TEAM and one.at_ms <= at_ms
        }
        return {area: counts for area, counts in latest.items() if sum(counts) > 0}

    def until(self, at_ms: int) -> "Account":
        """The account as it stood at that time."""
        return replace(
            self,
            end_ms=min(self.end_ms, at_ms),
            told=tuple(one for one in self.told if one.at_ms <= at_ms),
            said=tuple(
                one if one.heard_ms <= at_ms else replace(one, heard_ms=-1)
                for one in self.said
                if one.at_ms <= at_ms
            ),
        )

    def officers_by(self, at_ms: int) -> int:
        """Officers that had said they are on scene by that moment."""
        here = {
            one.team
            for one in self.heard(ReportKind.ARRIVED)
            if one.at_ms <= at_ms and one.team in self.police
        }
        return sum(self.officers.get(team, 1) for team in here)


def account_of(run: Run) -> Account:
    """The account of a run so far, as its Tactical seat could give it."""
    teams, rules = run.state.teams, run.prepared.world.profile[0]["forbidden"]
    police = [t for t in range(len(teams)) if teams[t]["discipline"] == Discipline.POLICE]
    return Account(
        end_ms=run.now_ms,
        told=tuple(_told(one) for one in reports_heard(run, Seat.TACTICAL)),
        said=tuple(sorted(map(_said, orders_given(run, Seat.TACTICAL)), key=lambda one: one.at_ms)),
        police=frozenset(police),
        medical=frozenset(range(len(teams))) - frozenset(police),
        officers={t: int(teams[t]["people"]) for t in police},
        forbidden=frozenset(verb for verb in Verb if rules[verb]),
    )


def _told(report: Report) -> Told:
    return Told(
        report.heard_ms,
        report.kind,
        report.team,
        report.area,
        report.source,
        report.status,
        report.counts,
        report.flag,
        report.observed_ms,
    )


def _said(said: messages.Said) -> Said:
    order = said.order
    return Said(
        said.given_ms,
        order.verb,
        order.team,
        order.area,
        order.other_team,
        order.value,
        said.heard_ms,
    )

"""The review of an exercise, made from its log alone: the same log, the same review."""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from warmzone.eventlog import Header, Row
from warmzone.exercise.events import Opened
from warmzone.measures import CLOCKS, read
from warmzone.review import shapes
from warmzone.review.bodies import body_sentence
from warmzone.review.comparison import REFERENCE, comparison, values_of
from warmzone.review.doctrine import doctrine_sentence
from warmzone.review.evaluation import evaluated
from warmzone.review.facts import facts
from warmzone.review.findings import headline
from warmzone.review.frames import changes
from warmzone.review.points import points_line, score_view
from warmzone.review.probes import probes
from warmzone.review.ratings import proposals
from warmzone.review.rebuild import MachineFor, Rebuilt, Terms, plain, rebuild
from warmzone.review.shapes import ClockView, Comparison, Review, TeamName
from warmzone.review.statements import statements
from warmzone.review.teams import team_rows
from warmzone.review.timeline import timeline
from warmzone.review.watch import Notes
from warmzone.review.words import TASKS
from warmzone.simulation.results import version
from warmzone.vocabulary.codes import Physiology

NOTICE = f"{shapes.NOTICE} One run: luck is not separated from skill here."


def review(
    header: Header,
    rows: Sequence[Row],
    *,
    results_version: str | None = None,
    machine_for: MachineFor = plain,
    kept: Mapping[int, str] | None = None,
) -> Review:
    """Everything that the page afterwards shows.

    `machine_for` gives the kernel to replay and compare on (any gives the same review); `kept` are
    digests of whole minutes from the time of play, which the replay must meet. Raises
    UnreadableError, DivergedError, DigestError.
    """
    notes = Notes()
    terms = Terms(results_version or version(), machine_for, kept or {}, notes.after)
    rebuilt = rebuild(header, rows, notes.look, terms)
    notes.finish(rebuilt.run)
    told = _with_what_was_noted(_told(rebuilt, notes), rebuilt, notes)
    return evaluated(replace(told, ratings=proposals(told)), rows)


def _told(rebuilt: Rebuilt, notes: Notes) -> Review:
    prepared, opened, header = rebuilt.prepared, rebuilt.opened, rebuilt.header
    score, compared = score_view(rebuilt), comparison(rebuilt, rebuilt.run.machine)
    known = facts(rebuilt, notes, compared)
    scored = points_line(score, _interior(compared))
    return Review(
        exercise=header.exercise,
        scenario=opened.scenario,
        scenario_name=opened.scenario_name,
        summary=prepared.scenario.summary,
        seed=opened.seed,
        physiology=opened.physiology,
        tempo=opened.tempo,
        bodies=_bodies(opened),
        doctrine=doctrine_sentence(prepared.scenario),
        started_at=header.wall,
        start_s=known.start_s,
        end_s=known.end_s,
        minutes=opened.minutes,
        notice=NOTICE,
        claim=rebuilt.claim,
        claim_text=_claim(rebuilt),
        digest=rebuilt.run.digest(),
        results_version=header.results_version,
        site=prepared.site,
        teams=_team_names(rebuilt),
        tasks=list(TASKS.values()),
        lines=headline(known, scored),
        held_lines=headline(known, scored, lives=False),
        clocks=_clocks(rebuilt),
        outcome=values_of(rebuilt.run.outcome_row()[0]),
        comparison=compared,
        casualties=list(known.casualties),
        timeline=timeline(rebuilt, notes.hazard),
        frames=changes(notes.frames),
        led=opened.led,
        score=score,
    )


def _with_what_was_noted(told: Review, rebuilt: Rebuilt, notes: Notes) -> Review:
    """The same with what was expected and asked, and with how teams and curves went."""
    return replace(
        told,
        statements=statements(rebuilt, told.timeline),
        probes=probes(rebuilt, notes.frozen),
        by_team=team_rows(rebuilt, notes.frames),
        curves=notes.curves,
    )


def _bodies(opened: Opened) -> str:
    """What was assumed of survival, as a sentence."""
    return body_sentence(Physiology[opened.physiology.upper()], opened.tempo)


def _team_names(rebuilt: Rebuilt) -> list[TeamName]:
    units = rebuilt.prepared.units
    return [TeamName(unit.callsign, unit.agency.discipline) for unit in units]


def _clocks(rebuilt: Rebuilt) -> list[ClockView]:
    """Every benchmark clock as it stood at the end."""
    outcome = rebuilt.run.outcome_row()[0]
    return [ClockView(one.name, one.label, read(one, outcome)) for one in CLOCKS]


def _interior(compared: Comparison) -> float | None:
    """The points of the interior commander in the same luck."""
    found = [one.values["points"] for one in compared.others if one.commander == REFERENCE]
    return found[0] if found else None


def _claim(rebuilt: Rebuilt) -> str:
    if rebuilt.claim == "same":
        return "Replayed from the log: the same incident as played."
    text = "Played under another version of the program and recomputed: it may differ from what "
    text += "was played."
    if rebuilt.dropped:
        text += f" {rebuilt.dropped} orders no longer fit and were left out."
    return text

"""The clocks of a played incident that are set beside those printed of real ones."""

from dataclasses import dataclass

import numpy as np

from warmzone.kernel.codes import Stage
from warmzone.simulation.run import Run
from warmzone.studies.verification.durations import last_active_ms
from warmzone.studies.verification.playing import MS_PER_MIN
from warmzone.vocabulary.codes import Discipline

CLOCKS = {
    "call_to_police": "first call to first police on scene",
    "call_to_ten_police": "first call to ten officers on scene",
    "call_to_entry": "first call to first police inside",
    "call_to_crew": "first call to first crew on scene",
    "call_to_ambulance": "first call to first ambulance on scene",
    "call_to_unified": "first call to police and fire at one post",
    "entry_to_threat": "first police inside to first contact with the threat",
    "call_to_quiet": "first call to last shots",
    "call_to_over": "first call to threat over",
    "police_to_over": "first police on scene to threat over",
    "entry_to_over": "first police inside to threat over",
    "call_to_contact": "first call to first casualty that a crew can care for",
    "crew_to_contact": "first crew on scene to first casualty it can care for",
    "police_to_carried": "first police on scene to first casualty carried off",
    "call_to_left": "first call to first carried casualty leaving the scene",
    "call_to_fifteen_left": "first call to fifteen casualties gone from the scene",
    "call_to_hospital": "first call to first casualty at a hospital",
}
LOOK_MS = 10_000


@dataclass(frozen=True, slots=True)
class Seen:
    """What a run does not keep and is seen by stopping it every ten seconds: ms, NaN not yet."""

    entry_ms: float = np.nan
    ambulance_ms: float = np.nan


def play_clocks(run: Run) -> list[float]:
    """Play an incident to its end and read its clocks in the order of CLOCKS, minutes."""
    end_ms = run.prepared.end_ms
    entry_ms = ambulance_ms = np.nan
    while run.now_ms < end_ms and (np.isnan(entry_ms) or np.isnan(ambulance_ms)):
        run.advance(min(run.now_ms + LOOK_MS, end_ms))
        if np.isnan(entry_ms) and _police_inside(run):
            entry_ms = float(run.now_ms)
        if np.isnan(ambulance_ms) and np.any(run.state.ambulances["stage"] != Stage.COMING):
            ambulance_ms = float(run.now_ms)
    run.advance(end_ms)
    return read_clocks(run, Seen(entry_ms, ambulance_ms))


def read_clocks(run: Run, seen: Seen = Seen()) -> list[float]:
    """The clocks of an incident so far in the order of CLOCKS, minutes; NaN where not reached."""
    state = run.state
    people = state.people[: int(state.clock[0]["person_count"])]
    teams, record = state.teams, state.record[0]
    police = teams["discipline"] == Discipline.POLICE
    first, crew = _first(teams["arrived_ms"][police]), _first(teams["arrived_ms"][~police])
    over, contact = _first(record["threat_over_ms"]), _first(record["rtf_contact_ms"])
    lifted = people["carries"] > 0
    waits = {
        "call_to_police": first,
        "call_to_ten_police": _ten(teams[police]),
        "call_to_entry": seen.entry_ms,
        "call_to_crew": crew,
        "call_to_ambulance": seen.ambulance_ms,
        "call_to_unified": _first(state.command["unified_ms"]),
        "entry_to_threat": _after(_first(record["first_contact_ms"]), seen.entry_ms),
        "call_to_quiet": _quiet(run),
        "call_to_over": over,
        "police_to_over": _after(over, first),
        "entry_to_over": _after(over, seen.entry_ms),
        "call_to_contact": contact,
        "crew_to_contact": contact - crew,
        "police_to_carried": _first(people["moved_ms"][lifted]) - first,
        "call_to_left": _first(people["left_ms"][lifted]),
        "call_to_fifteen_left": _nth(people["left_ms"], 15),
        "call_to_hospital": _first(people["hospital_ms"]),
    }
    return [float(waits[clock]) / MS_PER_MIN for clock in CLOCKS]


def _police_inside(run: Run) -> bool:
    """Whether police stand indoors."""
    teams = run.state.teams
    here = (teams["discipline"] == Discipline.POLICE) & (teams["arrived_ms"] >= 0)
    return bool(np.any(run.prepared.world.areas["outdoor"][teams["area"][here]] == 0))


def _quiet(run: Run) -> float:
    """When a hazard was active for the last time; NaN while one still is."""
    last = max(last_active_ms(hazard, run.now_ms) for hazard in run.state.hazard)
    return float(last) if last < run.now_ms else np.nan


def _ten(police: np.ndarray) -> float:
    """When so many teams had come that ten officers were there."""
    come = np.sort(police[police["arrived_ms"] >= 0], order="arrived_ms")
    there = np.cumsum(come["people"])
    return float(come["arrived_ms"][np.argmax(there >= 10)]) if np.any(there >= 10) else np.nan


def _after(later: float, earlier: float) -> float:
    """The wait between two moments: none where the second had come before the first."""
    return max(later - earlier, 0.0) if later == later else np.nan


def _first(times: np.ndarray) -> float:
    return _nth(times, 1)


def _nth(times: np.ndarray, count: int) -> float:
    """When so many had reached it; below 0 stands for not reached."""
    reached = np.sort(np.atleast_1d(times)[np.atleast_1d(times) >= 0])
    return float(reached[count - 1]) if len(reached) >= count else np.nan

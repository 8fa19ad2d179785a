"""What is noted while a log is replayed: frames, and what no table keeps."""

from dataclasses import dataclass, field

from warmzone.exercise.codec import Entry
from warmzone.exercise.events import ProbeAsked
from warmzone.review.curves import curve_point
from warmzone.review.frames import FRAME_MS, belief_frame, is_untasked, seat_sees, truth_frame
from warmzone.review.shapes import CurvePoint, Frame
from warmzone.simulation.observe import SeatView
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import HazardState, Zone


@dataclass(frozen=True, slots=True)
class HazardChange:
    """The hazard was first seen in this state, in this area, at a whole second."""

    at_s: float
    state: int
    area: int


@dataclass(frozen=True, slots=True)
class WrongZone:
    """Ground declared warm or cold that the hazard could reach while it hurt people."""

    area: int
    zone: int
    declared_s: float
    reached_s: float


@dataclass(frozen=True, slots=True)
class Frozen:
    """How it stood at a probe: all that was told and all that was true; `searched` in truth."""

    sequence: int
    at_ms: int
    frame: Frame
    searched: frozenset[int]


@dataclass
class Notes:
    """Filled by `look`, which a replay calls at every whole second, by `after` and by `finish`."""

    frames: list[Frame] = field(default_factory=list)
    hazard: list[HazardChange] = field(default_factory=list)
    untasked: list[tuple[int, tuple[int, ...]]] = field(default_factory=list)
    wrong_zones: dict[tuple[int, int], WrongZone] = field(default_factory=dict)
    origins: list[int] = field(default_factory=list)
    frozen: list[Frozen] = field(default_factory=list)
    curves: list[CurvePoint] = field(default_factory=list)

    def look(self, run: Run) -> None:
        """Note what is to be seen now."""
        if not self.origins:
            people = run.state.people[: int(run.state.clock[0]["person_count"])]
            self.origins = [int(area) for area in people["area"]]
        self._look_at_hazard(run)
        if run.now_ms % FRAME_MS == 0:
            self._keep_frame(run)

    def finish(self, run: Run) -> None:
        """Note how it stands at the end of play."""
        self.look(run)
        self._keep_frame(run)

    def after(self, entry: Entry, run: Run) -> None:
        """Keep how it stood when a probe was asked."""
        if isinstance(entry.event, ProbeAsked):
            searched = (run.state.ground["searched_ms"] >= 0).nonzero()[0]
            there = frozenset(int(a) for a in searched)
            frame = _whole_frame(run, seat_sees(run))
            self.frozen.append(Frozen(entry.sequence, entry.sim_ms, frame, there))

    def _keep_frame(self, run: Run) -> None:
        if self.frames and self.frames[-1].at_s == run.now_ms // 1000:
            self.frames.pop()
            self.curves.pop()
        view = seat_sees(run)
        self.frames.append(_whole_frame(run, view))
        self.curves.append(curve_point(run.state, run.prepared.world, run.now_ms))
        waiting = tuple(team.index for team in view.teams if is_untasked(team))
        self.untasked.append((run.now_ms // 1000, waiting))

    def _look_at_hazard(self, run: Run) -> None:
        hazard = run.state.hazard[0]
        state, area = int(hazard["state"]), int(hazard["area"])
        over = state in (HazardState.OVER, HazardState.NONE)
        last = self.hazard[-1] if self.hazard else None
        if last is None or last.state != state or (last.area != area and not over):
            self.hazard.append(HazardChange(run.now_ms / 1000, state, area))
        if state == HazardState.ACTIVE:
            self._look_at_zones(run)

    def _look_at_zones(self, run: Run) -> None:
        zones, ground = run.state.zones, run.state.ground
        for a in ((zones["zone"] >= Zone.WARM) & (ground["exposure"] > 0)).nonzero()[0]:
            since = int(zones[a]["since_ms"])
            self.wrong_zones.setdefault(
                (int(a), since),
                WrongZone(int(a), int(zones[a]["zone"]), since / 1000, run.now_ms / 1000),
            )


def _whole_frame(run: Run, view: SeatView) -> Frame:
    """What the seat was told and what is true, in one frame."""
    frame, truth = belief_frame(view), truth_frame(run)
    frame.truth = truth.truth
    frame.truth_teams, frame.truth_areas = truth.truth_teams, truth.truth_areas
    return frame

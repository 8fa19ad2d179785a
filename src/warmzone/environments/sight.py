"""What a learner sees: a seat's view as numbers, made of what was delivered to it and no more."""

from typing import TypeAlias

import numpy as np
from gymnasium import spaces

from warmzone.kernel.view import View, view_of
from warmzone.simulation.lower import Prepared
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import Seat
from warmzone.vocabulary.units import MS_PER_MIN

Sight: TypeAlias = dict[str, np.ndarray]

_SEAT = ("place", "place_area", "threat", "threat_area", "threat_by", "free_entry", "ccp", "aep",
         "priority", "walking_area", "arrivals_staged", "alarms", "device_area", "corridor",
         "corridor_posts", "together", "quiet_until_ms", "since_ms", "threat_ms")  # fmt: skip
_AREA = ("claimed", "blocked", "alarm", "seen_ms", "searched_ms", "threat_ms")
_TEAM = ("known", "able", "area", "task", "target_area", "busy", "pending_order", "observed_ms",
         "task_since_ms", "asked_ms")  # fmt: skip
_GROUND = ("kind", "outdoor")
_COUNTS = 4


def sight_space(prepared: Prepared) -> spaces.Dict:
    """The space of what `sight` gives for this incident."""
    sizes = prepared.layout.sizes
    shapes = {
        "seat": (1 + len(_SEAT),),
        "areas": (sizes.areas, len(_AREA) + _COUNTS + 2 + len(_GROUND)),
        "teams": (sizes.teams, len(_TEAM) + 1),
    }
    return spaces.Dict(
        {
            name: spaces.Box(-np.inf, np.inf, shape, dtype=np.float32)
            for name, shape in shapes.items()
        }
    )


def sight(run: Run, seat: Seat) -> Sight:
    """A seat's view now: three float32 tables of `sight_space`; times in minutes, -1 never."""
    view = view_of(run.state, run.prepared.world, seat, run.now_ms)
    return {
        "seat": np.concatenate([[run.now_ms / MS_PER_MIN], _columns(view.seat, _SEAT)[0]]).astype(
            np.float32
        ),
        "areas": _areas(view),
        "teams": _teams(view),
    }


def _areas(view: View) -> np.ndarray:
    zones = _columns(view.zones, ("zone", "since_ms"))
    parts = (_columns(view.areas, _AREA), view.areas["counts"], zones)
    return np.hstack([*parts, _columns(view.ground, _GROUND)]).astype(np.float32)


def _teams(view: View) -> np.ndarray:
    service = view.units["discipline"][:, None]
    return np.hstack([_columns(view.teams, _TEAM), service]).astype(np.float32)


def _columns(rows: np.ndarray, names: tuple[str, ...]) -> np.ndarray:
    """float64[rows, names]; milliseconds as minutes."""
    columns = [_minutes(rows[name]) if name.endswith("_ms") else rows[name] for name in names]
    return np.stack([np.asarray(column, np.float64) for column in columns], axis=1)


def _minutes(values: np.ndarray) -> np.ndarray:
    return np.asarray(np.where(values < 0, -1.0, values / MS_PER_MIN))

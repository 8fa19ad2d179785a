"""The Tactical seat as a Gymnasium environment."""

from typing import Any, cast

import gymnasium
import numpy as np
from gymnasium.spaces import Space

from warmzone.environments import incident
from warmzone.environments.acts import act_space
from warmzone.environments.sight import Sight, sight, sight_space
from warmzone.simulation.lower import Prepared
from warmzone.simulation.machine import PLAIN, Machine
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import Seat


class CommanderEnv(gymnasium.Env[Sight, np.ndarray]):
    """One incident an episode. A step is an order, or none, and `step_s` of simulated time.

    The reward comes at the end: less the deaths among the savable. `info["refusal"]` says why an
    order was not taken; `info["seed"]` is the luck, with which the incident can be played again.
    """

    def __init__(
        self, prepared: Prepared, *, step_s: float = incident.STEP_S, machine: Machine = PLAIN
    ) -> None:
        self.prepared, self.step_s, self.machine = prepared, step_s, machine
        self.observation_space = cast("Space[Sight]", sight_space(prepared))
        self.action_space = act_space(prepared)
        self.metadata = {"render_modes": []}
        self.run: Run | None = None

    def reset(
        self, *, seed: int | None = None, options: dict[str, Any] | None = None
    ) -> tuple[Sight, dict[str, Any]]:
        """Begin an incident; equal seeds give equal episodes."""
        super().reset(seed=seed, options=options)
        luck = incident.seed_from(self.np_random)
        self.run = incident.begin(self.prepared, luck, (Seat.TACTICAL,), self.machine)
        return sight(self.run, Seat.TACTICAL), {"seed": luck}

    def step(self, action: np.ndarray) -> tuple[Sight, float, bool, bool, dict[str, Any]]:
        """Give an order and let time go by. Raises RuntimeError before the first reset."""
        if self.run is None:
            raise RuntimeError("reset comes before the first step")
        refusal = incident.act(self.run, Seat.TACTICAL, action)
        incident.move(self.run, self.step_s)
        told = {"refusal": refusal.name}
        gained = incident.reward(self.run)
        return sight(self.run, Seat.TACTICAL), gained, self.run.ended, False, told

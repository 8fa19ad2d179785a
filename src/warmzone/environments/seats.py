"""Both seats, Tactical and Triage, as a PettingZoo environment."""

from typing import Any

import numpy as np
from gymnasium import spaces
from pettingzoo import ParallelEnv

from warmzone.environments import incident
from warmzone.environments.acts import act_space
from warmzone.environments.sight import Sight, sight, sight_space
from warmzone.simulation.lower import Prepared
from warmzone.simulation.machine import PLAIN, Machine
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import Seat

SEATS = {"tactical": Seat.TACTICAL, "medical": Seat.MEDICAL}


class SeatsEnv(ParallelEnv[str, Sight, np.ndarray]):  # type: ignore[misc]  # it is untyped
    """One incident an episode; both seats act in every step and share the reward at the end."""

    def __init__(
        self, prepared: Prepared, *, step_s: float = incident.STEP_S, machine: Machine = PLAIN
    ) -> None:
        self.prepared, self.step_s, self.machine = prepared, step_s, machine
        self.metadata = {"name": "warmzone_seats_v0", "render_modes": []}
        self.render_mode = None
        self.possible_agents = list(SEATS)
        self.agents: list[str] = []
        self._spaces = {name: (sight_space(prepared), act_space(prepared)) for name in SEATS}
        self._random = np.random.default_rng()
        self.run: Run | None = None

    def observation_space(self, agent: str) -> spaces.Dict:
        """What a seat sees."""
        return self._spaces[agent][0]

    def action_space(self, agent: str) -> spaces.MultiDiscrete:
        """What a seat can do."""
        return self._spaces[agent][1]

    def reset(
        self, seed: int | None = None, options: dict[str, Any] | None = None
    ) -> tuple[dict[str, Sight], dict[str, dict[str, Any]]]:
        """Begin an incident; equal seeds give equal episodes. There are no options."""
        del options
        if seed is not None:
            self._random = np.random.default_rng(seed)
        luck = incident.seed_from(self._random)
        self.run = incident.begin(self.prepared, luck, tuple(SEATS.values()), self.machine)
        self.agents = list(SEATS)
        return self._seen(self.run), {name: {"seed": luck} for name in SEATS}

    def step(
        self, actions: dict[str, np.ndarray]
    ) -> tuple[
        dict[str, Sight],
        dict[str, float],
        dict[str, bool],
        dict[str, bool],
        dict[str, dict[str, Any]],
    ]:
        """Give both orders, Tactical's first, and let time go by. RuntimeError before reset."""
        if self.run is None:
            raise RuntimeError("reset comes before the first step")
        told = {}
        for name in self.agents:
            told[name] = {"refusal": incident.act(self.run, SEATS[name], actions[name]).name}
        incident.move(self.run, self.step_s)
        gained, over = incident.reward(self.run), self.run.ended
        acted = list(self.agents)
        if over:
            self.agents = []
        return (
            {name: sight(self.run, SEATS[name]) for name in acted},
            dict.fromkeys(acted, gained),
            dict.fromkeys(acted, over),
            dict.fromkeys(acted, False),
            told,
        )

    def _seen(self, run: Run) -> dict[str, Sight]:
        return {name: sight(run, seat) for name, seat in SEATS.items()}

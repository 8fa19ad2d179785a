"""What must hold of every incident at every moment; `Watch` is shown a run again and again."""

from typing import Any

import numpy as np

from warmzone.kernel.codes import Work
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import (
    CommandPlace,
    CorridorState,
    Discipline,
    OpeningState,
    Phase,
    Seat,
    Task,
    Whereabouts,
)
from warmzone.vocabulary.orders import Verb

_NEXT = {
    Whereabouts.UNHURT: {Whereabouts.FLED, Whereabouts.LYING},
    Whereabouts.FLED: set(),
    Whereabouts.LYING: {Whereabouts.CARRIED, Whereabouts.IN_AMBULANCE, Whereabouts.IN_HOSPITAL},
    Whereabouts.CARRIED: {Whereabouts.LYING, Whereabouts.IN_AMBULANCE},
    Whereabouts.IN_AMBULANCE: {Whereabouts.IN_HOSPITAL},
    Whereabouts.IN_HOSPITAL: set(),
}


class Watch:
    """Asserts the invariants of a run, also against how it was when last shown."""

    def __init__(self, run: Run) -> None:
        self.run = run
        self.joined = _joined(run)
        self.count = int(run.state.clock[0]["person_count"])
        self.before = self._people()
        self.areas = run.state.teams["area"].copy()
        self.officers = int(run.state.teams["people"].sum())

    def look(self) -> None:
        """Assert everything."""
        self.people()
        self.lists()
        self.loads()
        self.teams()
        self.corridor()
        self.calendar()

    def _people(self) -> Any:
        return self.run.state.people[: self.count].copy()

    def people(self) -> None:
        """Nobody appears, vanishes or comes back to life; care never raises a death rate."""
        now = self._people()
        assert int(self.run.state.clock[0]["person_count"]) == self.count
        for i, (was, person) in enumerate(zip(self.before, now, strict=True)):
            if person["whereabouts"] != was["whereabouts"]:
                allowed = _NEXT[Whereabouts(int(was["whereabouts"]))]
                assert int(person["whereabouts"]) in allowed, i
            if was["dead_ms"] >= 0:
                assert person["dead_ms"] == was["dead_ms"], i
            if was["hurt_ms"] >= 0:
                assert person["hurt_ms"] == was["hurt_ms"], i
                assert person["death_rate_per_min"] <= was["death_rate_per_min"], i
            for name in ("wound", "moderate", "exposure_threshold", "death_threshold"):
                assert person[name] == was[name], (i, name)
            assert person["death"] >= was["death"], i
            assert person["care"] >= was["care"], i
        assert int((self.run.state.people["hurt_ms"][self.count :] >= 0).sum()) == 0
        self.before = now

    def lists(self) -> None:
        """Every area lists exactly those who lie there, by index."""
        state = self.run.state
        for area, ground in enumerate(state.ground):
            listed = []
            i = int(ground["first_person"])
            while i >= 0:
                listed.append(i)
                i = int(state.people[i]["next_person"])
            lying = (state.people["area"] == area) & (
                state.people["whereabouts"] == Whereabouts.LYING
            )
            assert listed == np.nonzero(lying)[0].tolist(), area

    def loads(self) -> None:
        """Everybody is in one place: with one team, in one ambulance, or on the ground."""
        state = self.run.state
        carried: dict[int, int] = {}
        for t, team in enumerate(state.teams):
            for i in team["load"][: team["load_count"]].tolist():
                assert i not in carried, i
                carried[i] = t
                person = state.people[i]
                lifting = team["work"] == Work.LIFT
                expected = Whereabouts.LYING if lifting else Whereabouts.CARRIED
                assert person["whereabouts"] == expected, (i, t)
                assert person["area"] == team["area"], (i, t)
                assert person["treater"] == t, (i, t)
        aboard = [
            i
            for ambulance in state.ambulances
            for i in ambulance["load"][: ambulance["load_count"]].tolist()
        ]
        assert len(aboard) == len(set(aboard))
        assert not set(aboard) & set(carried)
        for i, person in enumerate(state.people[: self.count]):
            whereabouts = int(person["whereabouts"])
            assert (whereabouts == Whereabouts.CARRIED) <= (i in carried), i
            assert (whereabouts == Whereabouts.IN_AMBULANCE) <= (i in aboard), i
            if i in aboard:
                assert whereabouts in (Whereabouts.LYING, Whereabouts.IN_AMBULANCE), i

    def teams(self) -> None:
        """Officers are able, hurt or commanding; teams walk through openings that can be passed."""
        state = self.run.state
        missing = state.teams["people"] - state.teams["able"] - state.teams["hurt"]
        commanded = state.seats[Seat.TACTICAL]["place"] != CommandPlace.NOBODY
        assert missing.min() >= 0
        assert int(state.teams["people"].sum()) == self.officers
        assert (state.teams["able"][state.teams["merged"] >= 0] == 0).all()
        assert missing.sum() <= (1 if commanded else 0)
        assert int(state.record[0]["responders_hurt"]) == int(state.teams["hurt"].sum())
        for t, team in enumerate(state.teams):
            place, was = int(team["area"]), int(self.areas[t])
            assert place == was or (was, place) in self.joined, (t, was, place)
            if team["discipline"] == Discipline.MEDICAL:
                self.medics(t)
            if team["leg_end_ms"] >= 0:
                assert team["phase"] in (Phase.WALKING, Phase.CARRYING), t
                assert team["work"] == Work.NONE, t
            if team["able"] == 0 and team["phase"] != Phase.NOT_ARRIVED:
                gone = team["phase"] == Phase.OUT_OF_ACTION or team["hurt"] < team["people"]
                assert gone, t
        self.areas = state.teams["area"].copy()

    def medics(self, t: int) -> None:
        """Medics are indoors only after somebody cleared them in and they heard it."""
        state = self.run.state
        if self.run.prepared.world.areas[state.teams[t]["area"]]["outdoor"] == 1:
            return
        orders = state.orders[: int(state.clock[0]["orders"])]
        cleared = (orders["verb"] == Verb.CLEAR_RTF_IN) & (orders["team"] == t)
        assert (cleared & (orders["heard_ms"] >= 0)).any(), t

    def corridor(self) -> None:
        """An open corridor has every post held by able officers, and nothing of it in reach."""
        state = self.run.state
        corridor = state.corridor[0]
        if corridor["state"] != CorridorState.OPEN:
            return
        for t in corridor["post_team"][: corridor["posts_needed"]].tolist():
            assert t >= 0
            assert state.teams[t]["task"] == Task.CORRIDOR_POST
            assert state.teams[t]["phase"] == Phase.HOLDING
            assert state.teams[t]["able"] > 0
        chain = corridor["chain"][: corridor["length"]]
        assert float(state.ground["exposure"][chain].max()) == 0.0

    def calendar(self) -> None:
        """The root of the winner tree is the earliest slot."""
        state = self.run.state
        assert int(state.winners[1]) == int(np.argmin(state.times))


def _joined(run: Run) -> set[tuple[int, int]]:
    world = run.prepared.world
    pairs = set()
    for a, area in enumerate(world.areas):
        first = int(area["edge_first"])
        for edge in world.edges[first : first + int(area["edge_count"])]:
            if world.openings[edge["opening"]] != OpeningState.BLOCKED:
                pairs.add((a, int(edge["to_area"])))
    return pairs


def each_event(run: Run) -> Any:
    """Move a run from one event's time to the next, to the end; yields after each."""
    while True:
        due = int(run.state.times[run.state.winners[1]])
        if due > run.prepared.end_ms:
            run.advance(run.prepared.end_ms)
            return
        run.advance(due)
        yield due

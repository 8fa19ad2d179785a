"""What must hold of teams and ambulances: who can act, where they stand, what they carry."""

from itertools import pairwise
from typing import Any

import numpy as np

from tests.invariants.promise import Broken, Promise, Spoil
from warmzone.kernel.arrays import LOAD, State
from warmzone.kernel.codes import Stage, Work
from warmzone.kernel.events import NEVER, EventKind
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import (
    CommandPlace,
    Discipline,
    OpeningState,
    Phase,
    Seat,
    Whereabouts,
)
from warmzone.vocabulary.orders import Verb


def due(run: Run, kind: EventKind) -> Any:
    """When that kind of event comes for each team: int64[teams]."""
    first = int(run.prepared.world.layout[0]["slot"][kind])
    return run.state.times[first : first + len(run.state.teams)]


def loads_fit(was: State, run: Run) -> None:
    """Nobody carries more than they can: teams two at most, ambulances what they hold."""
    state = run.state
    Broken.unless(int(state.teams["load_count"].max()) <= LOAD, "a team carries too many")
    most = run.prepared.world.vehicles["capacity"]
    Broken.unless(
        bool((state.ambulances["load_count"] <= most).all()), "an ambulance holds too many"
    )
    gone = (state.teams["able"] <= 0) & (state.teams["load_count"] > 0)
    Broken.unless(not gone.any(), "nobody carries somebody")


def a_carrier_is_where_its_load_is(was: State, run: Run) -> None:
    """Whom a team carries is where the team is; who waits in an ambulance is beside it."""
    state = run.state
    for t in np.nonzero(state.teams["load_count"] > 0)[0].tolist():
        team = state.teams[t]
        lifting = team["work"] == Work.LIFT
        for i in team["load"][: team["load_count"]].tolist():
            person = state.people[i]
            Broken.unless(person["area"] == team["area"], "carried elsewhere", (i, t))
            Broken.unless(person["treater"] == t, "carried by two", (i, t))
            expected = Whereabouts.LYING if lifting else Whereabouts.CARRIED
            Broken.unless(person["whereabouts"] == expected, "carried and not carried", (i, t))
    for a in np.nonzero(state.ambulances["stage"] == Stage.LOADING)[0].tolist():
        ambulance = state.ambulances[a]
        for i in ambulance["load"][: ambulance["load_count"]].tolist():
            person = state.people[i]
            Broken.unless(person["area"] == ambulance["area"], "loaded from afar", (i, a))
            Broken.unless(person["trip"] == a, "loaded by two", (i, a))


def teams_pass_only_what_can_be_passed(was: State, run: Run) -> None:
    """A team gets on by passable openings: by one, or by those on the stretch that it walked."""
    before, after = was.teams["area"], run.state.teams["area"]
    pairs = joined(run)
    for t in np.nonzero(before != after)[0].tolist():
        way = passed(was.teams, t, int(after[t]))
        for step in pairwise(way):
            Broken.unless(step in pairs, f"walked from {step[0]} to {step[1]}", t)


def passed(teams: Any, t: int, goal: int) -> list[int]:
    """The areas from where a team was to where it is, along its own stretch or its partner's."""
    here = int(teams["area"][t])
    for walker in (t, int(teams["partner"][t])):
        if walker >= 0 and teams["leg_end_ms"][walker] >= 0:
            team = teams[walker]
            ahead = team["way_area"][team["way_first"] : team["way_count"]].tolist()
            way = [here, int(team["next_area"]), *ahead]
            if goal in way:
                return way[: way.index(goal) + 1]
    return [here, goal]


def joined(run: Run) -> set[tuple[int, int]]:
    """Pairs of areas with an opening between them that is not blocked."""
    world = run.prepared.world
    pairs = set()
    for a, area in enumerate(world.areas):
        first = int(area["edge_first"])
        for edge in world.edges[first : first + int(area["edge_count"])]:
            if world.openings[edge["opening"]] != OpeningState.BLOCKED:
                pairs.add((a, int(edge["to_area"])))
    return pairs


def responders_are_conserved(was: State, run: Run) -> None:
    """All who came are able, hurt, runners, or have another duty; every hurt one is counted."""
    teams = run.state.teams
    elsewhere = teams["people"] - teams["able"] - teams["hurt"] - teams["away"]
    Broken.unless(int(elsewhere.min()) >= 0, "more able than came")
    Broken.unless(
        int(teams["people"].sum()) == int(was.teams["people"].sum()), "somebody came or went"
    )
    command = run.state.command[0]
    duties = int(run.state.seats[Seat.TACTICAL]["place"] != CommandPlace.NOBODY)
    # Who hands command over keeps it until the other has it, and then goes back to the team.
    duties += int(command["two_since_ms"] >= 0 or command["returns"] >= 0)
    # Nobody goes back to a team that is out of action.
    elsewhere = elsewhere[teams["phase"] != Phase.OUT_OF_ACTION]
    Broken.unless(int(elsewhere.sum()) <= duties, "somebody does nothing at all")
    Broken.unless(int(run.state.record[0]["responders_hurt"]) == int(teams["hurt"].sum()), "hurt")
    Broken.unless(bool((teams["hurt"] >= was.teams["hurt"]).all()), "hurt no longer")


def a_team_out_of_action_does_nothing(was: State, run: Run) -> None:
    """Who is out of action stays so and where they are, with no load, work, way or word to come."""
    teams = run.state.teams
    out = teams["phase"] == Phase.OUT_OF_ACTION
    Broken.unless(bool((teams["able"][out] == 0).all()), "out of action and able")
    Broken.unless(bool((teams["load_count"][out] == 0).all()), "out of action and carrying")
    Broken.unless(bool((teams["work"][out] == Work.NONE).all()), "out of action and at work")
    for kind in (EventKind.TEAM_LEG, EventKind.TEAM_WORK, EventKind.TEAM_HURT):
        Broken.unless(bool((due(run, kind)[out] == NEVER).all()), f"out of action: {kind.name}")
    before = was.teams["phase"] == Phase.OUT_OF_ACTION
    Broken.unless(bool(out[before].all()), "back in action")
    Broken.unless(bool((teams["area"] == was.teams["area"])[before].all()), "moved while out")
    first, last = int(was.clock[0]["reports"]), int(run.state.clock[0]["reports"])
    for team in run.state.reports["team"][first:last].tolist():
        Broken.unless(team < 0 or not before[team], "spoke while out", team)


def nobody_acts_before_arriving(was: State, run: Run) -> None:
    """Before it has arrived a team stands where it will come, whole, without work, way or load."""
    teams = run.state.teams
    away = (teams["phase"] == Phase.NOT_ARRIVED) & (teams["work"] != Work.DRIVE)
    Broken.unless(bool((away == (teams["arrived_ms"] < 0)).all()), "arrived and not")
    Broken.unless(bool((teams["area"] == teams["home_area"])[away].all()), "moved before it came")
    Broken.unless(bool((teams["hurt"] == 0)[away].all()), "hurt before it came")
    Broken.unless(bool((teams["load_count"] == 0)[away].all()), "carries before it came")
    for kind in (EventKind.TEAM_LEG, EventKind.TEAM_WORK, EventKind.TEAM_HURT):
        Broken.unless(bool((due(run, kind)[away] == NEVER).all()), f"not there: {kind.name}")


def medics_go_in_only_when_let_in(was: State, run: Run) -> None:
    """Medics are indoors only after somebody cleared them in and they heard it."""
    state = run.state
    medics = state.teams["discipline"] == Discipline.MEDICAL
    indoors = run.prepared.world.areas["outdoor"][state.teams["area"]] == 0
    came = state.teams["phase"] != Phase.NOT_ARRIVED
    orders = state.orders[: int(state.clock[0]["orders"])]
    for t in np.nonzero(medics & indoors & came)[0].tolist():
        if run.prepared.world.areas[state.teams[t]["home_area"]]["outdoor"] == 0:
            continue
        cleared = (orders["verb"] == Verb.CLEAR_RTF_IN) & (orders["team"] == t)
        Broken.unless(bool((cleared & (orders["heard_ms"] >= 0)).any()), "went in uncleared", t)


def a_walk_ends_when_it_is_due(was: State, run: Run) -> None:
    """A team on its way has the end of its stretch, or of the search there, in the calendar."""
    teams = run.state.teams
    walking = teams["leg_end_ms"] >= 0
    ends = due(run, EventKind.TEAM_LEG)
    last = np.maximum(teams["way_count"] - 1, 0)
    ahead = teams["way_ms"][np.arange(len(teams)), last]
    stretch = np.where(teams["way_first"] < teams["way_count"], ahead, teams["leg_end_ms"])
    to_search = walking & (teams["search_ms"] > 0)
    only_walks = walking & ~to_search
    works = due(run, EventKind.TEAM_WORK)
    Broken.unless(bool((ends == stretch)[only_walks].all()), "a walk without its end")
    Broken.unless(bool((ends == NEVER)[~only_walks].all()), "an end without a walk")
    searched = works == stretch + teams["search_ms"]
    Broken.unless(bool(searched[to_search].all()), "a search without its end")
    moving = (teams["phase"] == Phase.WALKING) | (teams["phase"] == Phase.CARRYING)
    Broken.unless(bool(moving[walking].all()), "walks in another phase")
    Broken.unless(bool((teams["work"] == Work.NONE)[walking].all()), "walks and works")
    Broken.unless(bool((works == NEVER)[only_walks].all()), "walks and works")
    Broken.unless(bool((teams["leg_ms"] <= teams["leg_end_ms"])[walking].all()), "ends before")


def ends_of_legs_are_told_alike(was: State, run: Run) -> None:
    """The end of the leg that a team walks is the same in its row and in the list for all teams."""
    ends = run.state.teams["leg_end_ms"]
    wrong = np.nonzero(run.state.walking != np.maximum(ends, 0))[0].tolist()
    Broken.unless(not wrong, "two ends of one leg", wrong)


def time_without_a_task_only_grows(was: State, run: Run) -> None:
    """Officer-time spent without a task, and exposure of responders, are never taken back."""
    for name in ("untasked_officer_ms", "device_ms", "crossings", "works", "initiatives", "spoken"):
        grew = run.state.teams[name] >= was.teams[name]
        Broken.unless(bool(grew.all()), f"{name} went back")


def _give(name: str, value: Any, which: Any) -> Spoil:
    """A corruption: give one team, for which `which` holds, another value."""

    def spoil(run: Run) -> bool:
        found = np.nonzero(which(run.state.teams))[0]
        if len(found):
            team = run.state.teams[found[0]]
            team[name] = value(team) if callable(value) else value
        return len(found) > 0

    return spoil


def _carrying(teams: Any) -> Any:
    return teams["load_count"] > 0


def _here(teams: Any) -> Any:
    return teams["phase"] != Phase.NOT_ARRIVED


def _away(teams: Any) -> Any:
    return teams["phase"] == Phase.NOT_ARRIVED


def _out(teams: Any) -> Any:
    return teams["phase"] == Phase.OUT_OF_ACTION


def _walking(teams: Any) -> Any:
    return teams["leg_end_ms"] >= 0


def _untasked(teams: Any) -> Any:
    return teams["untasked_officer_ms"] > 0


def _through_a_wall(run: Run) -> bool:
    """Put a team somewhere that nothing joins to where it is."""
    for team in run.state.teams:
        for area in range(len(run.state.ground)):
            here = int(team["area"])
            if area != here and (here, area) not in joined(run):
                team["area"] = area
                return True
    return False


def _medics_inside(run: Run) -> bool:
    """Put medics whom nobody has cleared indoors."""
    indoors = np.nonzero(run.prepared.world.areas["outdoor"] == 0)[0]
    orders = run.state.orders[: int(run.state.clock[0]["orders"])]
    if (orders["verb"] == Verb.CLEAR_RTF_IN).any():
        return False
    outdoor = run.prepared.world.areas["outdoor"]
    for team in run.state.teams:
        here = team["phase"] != Phase.NOT_ARRIVED and outdoor[team["home_area"]] == 1
        if team["discipline"] == Discipline.MEDICAL and here:
            team["area"] = indoors[0]
            return True
    return False


def _end_later(run: Run) -> bool:
    run.state.walking[0] += 1
    return True


PROMISES = (
    Promise(loads_fit, _give("load_count", LOAD + 1, _carrying)),
    Promise(
        a_carrier_is_where_its_load_is, _give("area", lambda t: 1 - min(t["area"], 1), _carrying)
    ),
    Promise(teams_pass_only_what_can_be_passed, _through_a_wall),
    Promise(responders_are_conserved, _give("able", lambda t: t["able"] + 1, _here)),
    Promise(a_team_out_of_action_does_nothing, _give("work", Work.SEARCH, _out)),
    Promise(nobody_acts_before_arriving, _give("hurt", 1, _away)),
    Promise(medics_go_in_only_when_let_in, _medics_inside),
    Promise(a_walk_ends_when_it_is_due, _give("leg_end_ms", 0, _walking)),
    Promise(ends_of_legs_are_told_alike, _end_later),
    Promise(time_without_a_task_only_grows, _give("untasked_officer_ms", 0, _untasked)),
)

"""Teams: their task, the time they spend without one, and their exposure."""

from warmzone.kernel.arrays import HAZARDS, State
from warmzone.kernel.compiled import compiled
from warmzone.kernel.draws import Purpose, uniform, unit_exponential
from warmzone.kernel.events import MS_PER_MIN, NEVER, EventKind, schedule
from warmzone.kernel.perimeter import is_kept
from warmzone.kernel.world_arrays import World
from warmzone.vocabulary.codes import Discipline, HazardState, Phase, Task

UNHARMED = 1.0e9  # an exposure that nobody comes to
MEMBERS = 1024  # more than a team ever has, so that each roster has thresholds of its own


@compiled
def set_task(state: State, t: int, task: int, now: int) -> None:
    """Change a team's task and account for the officer-time it spent without one."""
    team = state.teams[t]
    if team["untasked_since_ms"] >= 0:
        team["untasked_officer_ms"] += (now - team["untasked_since_ms"]) * team["able"]
        team["untasked_since_ms"] = -1
    if task == Task.UNASSIGNED and team["discipline"] == Discipline.POLICE:
        team["untasked_since_ms"] = now
    team["task"] = task
    team["since_ms"] = now
    team["self_directed"] = 0


@compiled
def schedule_initiative(state: State, world: World, t: int, mean_s: float, now: int) -> None:
    """Draw when a team without a task will act of its own accord."""
    team = state.teams[t]
    clock = state.clock[0]
    team["initiatives"] += 1
    key = (clock["epoch"], t, Purpose.INITIATIVE, int(team["initiatives"]))
    wait = unit_exponential(clock["seed"], key) * mean_s
    slot = world.layout[0]["slot"][EventKind.TEAM_INITIATIVE] + t
    schedule(state.times, state.winners, slot, now + int(wait * 1000.0) + 1)


@compiled
def first_team_inside(state: State, world: World) -> int:
    """The first able police team that is indoors, else the first on scene, else -1."""
    outside = -1
    for t in range(len(state.teams)):
        team = state.teams[t]
        if team["discipline"] == Discipline.POLICE and team["able"] > 0:
            if team["phase"] != Phase.NOT_ARRIVED:
                if world.areas[team["area"]]["outdoor"] == 0:
                    return t
                if outside < 0:
                    outside = t
    return outside


@compiled
def wake_idle_teams(state: State, world: World, now: int) -> None:
    """What everybody heard makes teams without a task, and contact teams, think again."""
    mean = world.parameters[0]["initiative_mean_s"]
    noise = False
    for h in range(HAZARDS):
        noise = noise or state.hazard[h]["state"] == HazardState.ACTIVE
    for t in range(len(state.teams)):
        team = state.teams[t]
        if team["phase"] == Phase.IDLE and team["task"] == Task.UNASSIGNED:
            if team["discipline"] == Discipline.POLICE:
                schedule_initiative(state, world, t, mean, now)
        if team["phase"] == Phase.HOLDING and team["task"] == Task.STAGED:
            if noise and leaves_staging(state, world, t):
                schedule_initiative(state, world, t, mean, now)
        if team["phase"] == Phase.HOLDING and team["task"] == Task.CONTACT:
            if noise:
                schedule_initiative(state, world, t, world.parameters[0]["look_s"], now)


@compiled
def leaves_staging(state: State, world: World, t: int) -> bool:
    """Whether officers who were told to wait leave for the noise they hear, telling nobody."""
    clock = state.clock[0]
    police = state.teams[t]["discipline"] == Discipline.POLICE
    if not police or is_kept(state, int(state.teams[t]["area"])):
        return False
    changes = 0
    for h in range(HAZARDS):
        changes += int(state.hazard[h]["changes"])
    key = (clock["epoch"], t, Purpose.FREELANCE, changes)
    return bool(uniform(clock["seed"], key) < world.parameters[0]["freelance_p"])


@compiled
def harm_rate(state: State, world: World, t: int) -> float:
    """What a team's members are exposed to where they stand, per minute: a hazard, a device."""
    team = state.teams[t]
    if team["phase"] == Phase.NOT_ARRIVED or team["able"] <= 0:
        return 0.0
    ground = state.ground[team["area"]]
    rate = ground["exposure"] * world.parameters[0]["responder_rate_per_min"]
    if ground["device"] == 1:
        rate += world.parameters[0]["device_rate_per_min"]
    return float(rate)


@compiled
def expose_team(state: State, world: World, t: int, now: int) -> None:
    """Settle a team's exposure and set when the next of its members is hurt."""
    team = state.teams[t]
    elapsed = float(now - team["exposure_since_ms"]) / MS_PER_MIN
    team["exposure"] += team["exposure_rate_per_min"] * elapsed
    team["exposure_since_ms"] = now
    rate = harm_rate(state, world, t)
    if rate == 0.0 and team["exposure_rate_per_min"] == 0.0:
        return
    team["exposure_rate_per_min"] = rate
    due = NEVER
    if rate > 0.0:
        left = (next_threshold(state, t) - team["exposure"]) / rate
        due = now + int(max(left, 0.0) * MS_PER_MIN) + 1
    slot = world.layout[0]["slot"][EventKind.TEAM_HURT] + t
    schedule(state.times, state.winners, slot, due)


@compiled
def next_threshold(state: State, t: int) -> float:
    """Exposure at which the next member is hurt: the lowest own threshold not yet passed."""
    team = state.teams[t]
    clock = state.clock[0]
    first = int(team["roster"]) * MEMBERS
    best = UNHARMED
    for member in range(first, first + int(team["roster_people"])):
        key = (0, t, Purpose.RESPONDER_THRESHOLD, member)
        threshold = unit_exponential(clock["seed"], key)
        rank = 0
        for other in range(first, first + int(team["roster_people"])):
            key = (0, t, Purpose.RESPONDER_THRESHOLD, other)
            if unit_exponential(clock["seed"], key) < threshold:
                rank += 1
        if rank == team["roster_hurt"]:
            best = threshold
    return best


@compiled
def new_roster(state: State, t: int) -> None:
    """Others have joined: everybody's threshold is drawn afresh, given that nobody of them is hurt.

    A threshold that was not reached is as good as new, so this changes no chance of anybody.
    """
    team = state.teams[t]
    team["roster"] += 1
    team["roster_people"] = team["able"]
    team["roster_hurt"] = 0
    team["exposure"] = 0.0

"""Transfer of command: said, briefed, acknowledged; and police and fire at one post.

Between the end of the brief and the moment its answer is heard, two believe that they command.
"""

from warmzone.kernel.arrays import State
from warmzone.kernel.beliefs import hear
from warmzone.kernel.codes import Item, Lane
from warmzone.kernel.compiled import compiled
from warmzone.kernel.contact import contact_of
from warmzone.kernel.face_to_face import beside
from warmzone.kernel.handover import end_two
from warmzone.kernel.holding import hold
from warmzone.kernel.lanes import hand_on
from warmzone.kernel.letting_go import release
from warmzone.kernel.radio import acknowledge, announce, listens, pass_on, send_report
from warmzone.kernel.reports import open_report
from warmzone.kernel.teams import schedule_initiative, set_task
from warmzone.kernel.together import first_crew, fit_crews, share_picture
from warmzone.kernel.world_arrays import World
from warmzone.vocabulary.codes import Phase, Seat, Source
from warmzone.vocabulary.reports import ReportKind

MOST_ANSWERS = 4  # times that an answer which nobody heard is said: an assumption


@compiled
def tell_who_commands(state: State, world: World, now: int) -> None:
    """Somebody said that they have command: medics on another channel hear of it late, or not."""
    t = int(state.command[0]["commander"])
    if t < 0:
        return
    row = open_report(state, ReportKind.COMMAND_TAKEN, t, now)
    if listens(state, Seat.MEDICAL, Lane.POLICE):
        hear(state, world, Seat.MEDICAL, row, now)
    else:
        pass_on(state, world, row, Seat.MEDICAL, now)


@compiled
def occupy(state: State, seat: int, until: int) -> None:
    """Whoever sits in a seat can say nothing else until then."""
    state.seats[seat]["ready_ms"] = max(int(state.seats[seat]["ready_ms"]), until)


@compiled
def take_brief(state: State, world: World, row: int, now: int) -> None:
    """A team has been told to take over; face to face the brief is still to come."""
    t = int(state.orders[row]["team"])
    acknowledge(state, world, row, -1, now)
    state.command[0]["heir"] = t
    state.command[0]["answers"] = 0
    due = now
    if beside(state, world, t, Seat.TACTICAL):
        due = now + int(world.parameters[0]["brief_s"] * 1000.0)
        occupy(state, Seat.TACTICAL, due)
    hand_on(state, world, (Item.BRIEFED, row, Seat.TACTICAL), due)


@compiled
def lend(state: State, world: World, t: int, officers: int, now: int) -> None:
    """An officer leaves a team to command (-1), or comes back to it (1)."""
    team = state.teams[t]
    if officers < 0 and team["able"] == 1:
        release(state, world, t, now)  # nobody is left to go on with it
    if team["untasked_since_ms"] >= 0:
        set_task(state, t, int(team["task"]), now)
    team["able"] += officers
    contact_of(state, world, t, now)
    hold(state, world, t, now)
    if officers > 0 and team["able"] == officers and team["phase"] == Phase.IDLE:
        again_s = float(world.parameters[0]["initiative_mean_s"])
        schedule_initiative(state, world, t, again_s, now)


@compiled
def come_back(state: State, world: World, now: int) -> None:
    """Whoever handed command over is back with their team, or with those who took it in."""
    t = int(state.command[0]["returns"])
    state.command[0]["returns"] = -1
    if t >= 0 and state.teams[t]["merged"] >= 0:
        t = int(state.teams[t]["merged"])
    if t >= 0 and state.teams[t]["phase"] != Phase.OUT_OF_ACTION:
        lend(state, world, t, 1, now)


@compiled
def accept(state: State, world: World, row: int, now: int) -> None:
    """The brief is over: the heir says that they have it, and again where nobody heard that."""
    order = state.orders[row]
    t = int(order["team"])
    command = state.command[0]
    tactical = state.seats[Seat.TACTICAL]
    known = tactical["commander"] if order["value"] == 1 else tactical["overall"]
    come_back(state, world, now)
    if command["heir"] != t or known == t or command["answers"] >= MOST_ANSWERS:
        return
    team = state.teams[t]
    if team["able"] <= 0 or team["phase"] == Phase.NOT_ARRIVED:
        command["heir"] = -1
        return
    if command["accepted"] != row:
        command["accepted"] = row
        if order["value"] == 1:
            pass_to(state, world, t, now)
        give_part(state, t, now)
    command["answers"] += 1
    said = open_report(state, ReportKind.COMMAND_ACCEPTED, t, now)
    state.reports[said]["flag"] = order["value"]
    again = now + int(world.parameters[0]["repeat_order_s"] * 1000.0)
    hand_on(state, world, (Item.BRIEFED, row, Seat.TACTICAL), again)
    send_report(state, world, said, now)


@compiled
def pass_to(state: State, world: World, t: int, now: int) -> None:
    """An officer of team t commands; one who had just taken over before is back with their team."""
    command = state.command[0]
    before = int(command["commander"])
    if before == t:
        return
    if before >= 0 and before != state.seats[Seat.TACTICAL]["commander"]:
        command["returns"] = before
        come_back(state, world, now)
    lend(state, world, t, -1, now)
    command["commander"] = t
    if command["two_since_ms"] < 0:
        command["two_since_ms"] = now


@compiled
def give_part(state: State, t: int, now: int) -> None:
    """A senior officer has a part in the plan and no longer acts on their own."""
    if state.teams[t]["senior"] == 1:
        state.teams[t]["senior"] = 2
    if state.command[0]["rival"] == t:
        state.command[0]["rival"] = -1
        end_two(state, now)


@compiled
def unite(state: State, world: World, now: int) -> None:
    """Police and fire go to one post; where nobody else can stand there, whoever leads goes.

    For the police a supervisor stands there, for the medics the officer of a further crew.
    """
    command = state.command[0]
    if command["unified_ms"] >= 0 or command["uniting"] == 1 or first_crew(state) < 0:
        return
    command["uniting"] = 1
    due = now + int(world.parameters[0]["unify_s"] * 1000.0)
    if not supervisor_here(state):
        occupy(state, Seat.TACTICAL, due)
    if fit_crews(state) < 2:
        occupy(state, Seat.MEDICAL, due)
    hand_on(state, world, (Item.UNITED, 0, Seat.TACTICAL), due)


@compiled
def supervisor_here(state: State) -> bool:
    """Whether a supervisor on scene can stand at the post."""
    for t in range(len(state.teams)):
        if state.teams[t]["senior"] > 0 and state.teams[t]["able"] > 0:
            return True
    return False


@compiled
def united(state: State, world: World, now: int) -> None:
    """Police and fire command together, know the same, and are on the police channel from now."""
    state.command[0]["unified_ms"] = now
    share_picture(state, world, now)
    for t in range(len(state.teams)):
        give_part(state, t, now)
    row = open_report(state, ReportKind.UNITED, -1, now)
    state.reports[row]["source"] = Source.MEDICAL
    announce(state, world, row, now)

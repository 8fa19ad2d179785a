"""What an unpractised commander misses: times of seeing nothing to decide, orders left unsaid."""

from warmzone.kernel.arrays import State
from warmzone.kernel.compiled import compiled
from warmzone.kernel.draws import Purpose, uniform, unit_exponential
from warmzone.kernel.world_arrays import World
from warmzone.vocabulary.codes import CommandPlace, Seat


@compiled
def begin_lapse(state: State, world: World, seat: int, now: int) -> None:
    """After a decision: draw for how long the Tactical seat comes to none; not at all if practised.

    While nobody commands, it is the time in which no officer thinks of taking command.
    """
    one = state.seats[seat]
    p = world.parameters[0]
    mean_s = p["decision_lapse_mean_s"]
    if one["place"] == CommandPlace.NOBODY:
        mean_s = p["command_lapse_mean_s"]
    if seat != Seat.TACTICAL or mean_s <= 0.0:
        return
    clock = state.clock[0]
    key = (clock["epoch"], seat, Purpose.LAPSE, int(one["decisions"]))
    one["lapse_ms"] = now + int(unit_exponential(clock["seed"], key) * mean_s * 1000.0)


@compiled
def slips(state: State, world: World, seat: int) -> bool:
    """Whether an order that the Tactical seat has thought of is never said; counts the wish."""
    one = state.seats[seat]
    one["wishes"] += 1
    chance = world.parameters[0]["order_slip_p"]
    if seat != Seat.TACTICAL or chance <= 0.0:
        return False
    clock = state.clock[0]
    key = (clock["epoch"], seat, Purpose.SLIP, int(one["wishes"]))
    return bool(uniform(clock["seed"], key) < chance)

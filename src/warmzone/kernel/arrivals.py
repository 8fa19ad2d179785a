"""Who comes, and when: car-loads and crews in bursts, and those who come only when called for."""

from warmzone.kernel.arrays import State
from warmzone.kernel.compiled import compiled
from warmzone.kernel.draws import Purpose, lognormal, unit_exponential
from warmzone.kernel.world_arrays import World


@compiled
def way_ms(state: State, world: World, t: int) -> int:
    """How long a car-load or crew takes from the call, or from being called for, by its own luck.

    A stream's cars share one factor; the gap to the car before is each car's own.
    """
    unit = world.units[t]
    seed = state.clock[0]["seed"]
    place = int(unit["place_in_burst"])
    burst = int(unit["burst"])
    factor = lognormal(
        seed, (0, burst, Purpose.ARRIVAL, 2), 1.0, world.parameters[0]["arrival_sigma"]
    )
    due = float(unit["first_ms"]) * factor
    for car in range(t - place + 1, t + 1):
        due += unit_exponential(seed, (0, car, Purpose.ARRIVAL, 0)) * float(unit["gap_ms"])
    return int(due)

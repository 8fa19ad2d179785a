"""Orders about what is said: clearing the air, who says so, the counts, the radio plan."""

from warmzone.kernel.arrays import CHANNELS, State
from warmzone.kernel.codes import Item
from warmzone.kernel.compiled import compiled
from warmzone.kernel.counting import recount
from warmzone.kernel.lanes import clear_air, hand_on
from warmzone.kernel.radio import listens
from warmzone.kernel.sources import answer_source
from warmzone.kernel.world_arrays import World
from warmzone.vocabulary.codes import Seat
from warmzone.vocabulary.orders import Verb


@compiled
def hear_of_word(state: State, world: World, row: int, now: int) -> None:
    """Everybody, or dispatch, has heard such an order; other verbs change nothing here."""
    order = state.orders[row]
    verb = order["verb"]
    if verb == Verb.CLEAR_THE_AIR:
        until_ms = now + int(order["value"]) * 1000
        for channel in range(CHANNELS):
            if listens(state, Seat.TACTICAL, channel):
                clear_air(state, world, channel, until_ms, now)
    elif verb == Verb.ASK_SOURCE:
        answer_source(state, world, row, now)
    elif verb == Verb.RECONCILE:
        recount(state, world, row, now)
    elif verb == Verb.SET_RADIO_PLAN:
        due = now + int(world.parameters[0]["radio_switch_s"] * 1000.0)
        state.command[0]["switching_until_ms"] = due
        hand_on(state, world, (Item.PLAN, row, Seat.TACTICAL), due)

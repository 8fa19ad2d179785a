"""When the Tactical seat heard what: the one place that knows how a report reached it."""

import numpy as np

from warmzone.kernel.arrays import State
from warmzone.kernel.codes import Item


def delivered_ms(state: State) -> list[int]:
    """When the Tactical seat heard each report, by row; -1 where it has not.

    A command post hears what the channel carries only once the relay has handed it on.
    """
    clock = state.clock[0]
    reports = state.reports[: int(clock["reports"])]
    relayed = reports["relayed_ms"]
    heard = np.where(relayed >= 0, relayed, reports["heard_ms"]).tolist()
    for place in range(int(clock["relay_head"]), int(clock["relay_tail"])):
        item = state.relay[place % len(state.relay)]
        if int(item["kind"]) == Item.REPORT:
            heard[int(item["row"])] = -1
    return [int(at_ms) for at_ms in heard]

"""How badly people were hurt, whatever became of them."""

import numpy as np

from warmzone.kernel.world_arrays import World
from warmzone.vocabulary.codes import Triage, Wound


def category_when_hurt(world: World, person: np.ndarray) -> Triage:
    """The true category when they were hurt; death turns it grey afterwards."""
    if person["wound"] == Wound.KILLED:
        return Triage.GREY
    wound = world.wounds[person["wound"]]
    moderate = person["moderate"] == 1
    return Triage(int(wound["triage_moderate"] if moderate else wound["triage_severe"]))

"""No one commands: everybody does what they do unasked."""

import numpy as np

from warmzone.kernel.compiled import compiled
from warmzone.kernel.events import NEVER
from warmzone.kernel.view import View


@compiled
def decide_nothing(
    view: View, parameters: np.ndarray, memory: np.ndarray, orders_out: np.ndarray
) -> int:
    """Give no order, ever."""
    return int(NEVER)

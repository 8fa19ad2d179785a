"""The compiled kernel for tests: built once a process, read from the disk cache where it is."""

from functools import cache

from warmzone.doctrine.shipped import shipped_machine
from warmzone.simulation.machine import Machine


@cache
def machine() -> Machine:
    """The shipped machine. `make compile` has filled the cache before the tests start."""
    return shipped_machine()

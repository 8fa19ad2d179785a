"""Who is taken for the commander, and where command goes once a transfer has been acknowledged."""

from warmzone.kernel.arrays import SEATS, State
from warmzone.kernel.compiled import compiled
from warmzone.kernel.world_arrays import World
from warmzone.vocabulary.codes import CommandPlace, Seat
from warmzone.vocabulary.reports import ReportKind


@compiled
def hear_who_commands(state: State, world: World, seat: int, row: int, now: int) -> None:
    """A seat learns that somebody took command, took it over, or came who might."""
    report = state.reports[row]
    kind = report["kind"]
    own = state.seats[seat]
    t = int(report["team"])
    if kind == ReportKind.SUPERVISOR_HERE:
        own["senior"] = t
    elif kind == ReportKind.COMMAND_TAKEN:
        own["commander"] = t
    elif kind == ReportKind.UNITED:
        own["unified"] = 1
        own["senior"] = -1
    elif kind == ReportKind.COMMAND_ACCEPTED:
        if report["flag"] == 0:
            own["overall"] = t
        else:
            if seat == Seat.TACTICAL and own["commander"] != t:
                move_seat(state, world, t, now)
            own["commander"] = t
        if own["senior"] == t:
            own["senior"] = -1


@compiled
def move_seat(state: State, world: World, t: int, now: int) -> None:
    """Tactical is where the new commander stands; the one before is free to go back."""
    tactical = state.seats[Seat.TACTICAL]
    state.command[0]["returns"] = tactical["commander"]
    area = int(state.teams[t]["area"])
    tactical["place_area"] = area
    inside = world.areas[area]["outdoor"] == 0
    tactical["place"] = CommandPlace.INSIDE if inside else CommandPlace.POST
    tactical["since_ms"] = now
    if inside and state.record[0]["interior_command_ms"] < 0:
        state.record[0]["interior_command_ms"] = now
    state.command[0]["together_ms"] = -1
    for seat in range(SEATS):
        state.seats[seat]["together"] = 0
    end_two(state, now)


@compiled
def end_two(state: State, now: int) -> None:
    """One commands again, and knows it."""
    command = state.command[0]
    if command["two_since_ms"] >= 0:
        state.record[0]["two_commands_ms"] += now - int(command["two_since_ms"])
    command["two_since_ms"] = -1

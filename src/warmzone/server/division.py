"""How the officers are divided: what each purpose has, as believed, the others have not."""

from warmzone.server.names import Names
from warmzone.server.wire_situation import Purpose
from warmzone.simulation.observe import SeatView, TeamSeen
from warmzone.vocabulary.codes import CommandPlace, Role, Task

THREAT, CONTAINMENT, CLEARING, CORRIDOR = "threat", "containment", "clearing", "corridor"
CCP, CARE, CARRYING, RTF = "CCP security", "care", "carrying", "RTF security"
PERIMETER, STAGING, COMMAND, OTHER = "perimeter", "staging", "command", "other"
UNASSIGNED = "no task"

PURPOSES: dict[Task, str] = {
    Task.UNASSIGNED: UNASSIGNED,
    Task.COMMAND: COMMAND,
    Task.CONTACT: THREAT,
    Task.AT_DOOR: THREAT,
    Task.CLEAR: CLEARING,
    Task.CHECK: CLEARING,
    Task.BREACH: CLEARING,
    Task.HOLD: CONTAINMENT,
    Task.CONTAIN: CONTAINMENT,
    Task.TREAT: CARE,
    Task.OUTSIDE_TRIAGE: CARE,
    Task.CARRY: CARRYING,
    Task.POLICE_TRANSPORT: CARRYING,
    Task.CORRIDOR_POST: CORRIDOR,
    Task.RTF_SECURITY: RTF,
    Task.CCP_SECURITY: CCP,
    Task.PERIMETER: PERIMETER,
    Task.MOVE_VEHICLES: PERIMETER,
    Task.RESERVE: STAGING,
    Task.STAGED: STAGING,
    Task.STAGING_MANAGER: STAGING,
    Task.AREA_CONTROL: COMMAND,
    Task.RESCUE_TASK_FORCE: OTHER,
    Task.WITHDRAW: OTHER,
    Task.RUNNER: OTHER,
    Task.LINK_UP: OTHER,
    Task.LEAD_OUT: OTHER,
}
"""What officers at each task are there for."""

ORDER = (
    THREAT, CONTAINMENT, CLEARING, CORRIDOR, CCP, CARE, CARRYING, RTF, PERIMETER, STAGING,
    COMMAND, OTHER, UNASSIGNED,
)  # fmt: skip


def division(seen: SeatView, names: Names) -> list[Purpose]:
    """Officers by purpose, in the order of the doctrine; purposes that have nobody are left out.

    Whoever commands is of no team at work.
    """
    officers = dict.fromkeys(ORDER, 0)
    officers[COMMAND] += int(seen.place != CommandPlace.NOBODY)
    for team in seen.teams:
        if team.index not in names.medical:
            officers[purpose(team)] += max(0, team.able)
    return [Purpose(name, count) for name, count in officers.items() if count > 0]


def purpose(team: TeamSeen) -> str:
    """What the officers of a team are there for: a part that they hold, else their task."""
    if team.role in (Role.AREA_CONTROL, Role.STAGING):
        return COMMAND if team.role == Role.AREA_CONTROL else STAGING
    return UNASSIGNED if not team.busy else PURPOSES[team.task]

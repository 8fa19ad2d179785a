"""Codes to sentences: why something was refused, and what went wrong."""

from warmzone.review.withheld import HELD
from warmzone.server import wire
from warmzone.vocabulary.ids import CommandId
from warmzone.vocabulary.orders import Refusal

NOTICE = "Training and planning only. Not for use in a live incident."

AUDIT_NOTICE = "For training and planning only, not for use in a live incident."
UNNAMED_SCHEDULE = "schedule"
AUDIT_TOO_LONG = (
    "Reading this file takes more than a minute of a processor. Save it as CSV or text and try "
    "again."
)
AUDIT_STANDS_STILL = (
    "Nothing came of this file in a quarter of an hour: the machine is too busy. Try again later."
)
NO_WORK = "There is no such work on this machine."
NO_FILE = "There is no such file."
TOO_MUCH_KEPT = "Fifty are kept already. Delete one first."
WAITS_FOR_KERNEL = "waits until the fast kernel is ready"
NO_DRILL_MOMENT = "This drill's situation could not be made. Take the next one."
NO_DRILL_WORTH = "What the choices are worth could not be worked out."
NOT_HERE = "Statements are sent from the machine that runs Warmzone alone. Here, download the file."
NOT_KEPT = "The correction could not be written to the disk. Nothing was changed."

NOT_RELEASED = HELD
NOT_YOURS = "Only who opened this exercise may do that; open it with their link."
NO_EVALUATOR = "Ratings are decided by who leads or watches; who is led does not rate themselves."
NOT_SEATED = (
    "Whoever sat in an exercise can read it, and the machine that keeps it. "
    "Join with its room code."
)
NO_FORM = "There is no such form of report."

NO_DRILL = (
    "Nobody commands inside yet, and the first cars are on their way. You will hold the Tactical "
    "seat: take command as soon as the first officers are on scene."
)

ACCEPTED = "accepted"

_ORDERS: dict[Refusal, str] = {
    Refusal.ACCEPTED: "Said.",
    Refusal.UNKNOWN_VERB: "There is no such order.",
    Refusal.UNKNOWN_TEAM: "You know of no such team.",
    Refusal.UNKNOWN_AREA: "There is no such place on the plan.",
    Refusal.TEAM_NEEDED: "Say which team.",
    Refusal.AREA_NEEDED: "Say which place.",
    Refusal.BAD_VALUE: "Choose one of the values that go with this order.",
    Refusal.NOT_IN_COMMAND: "You are not in command. Take command first.",
    Refusal.WRONG_DISCIPLINE: "That team is of the wrong service for this.",
    Refusal.NOT_REACHABLE: "No way leads there.",
    Refusal.NOT_A_VEHICLE_PLACE: "No vehicle can reach that place.",
    Refusal.NO_CCP: "Set a casualty collection point first.",
    Refusal.NO_AEP: "Set an ambulance exchange point first.",
    Refusal.INCIDENT_OVER: "The exercise is over.",
    Refusal.ALREADY_IN_COMMAND: "You are in command already.",
    Refusal.NOT_YOUR_ORDER: "This order is not yours to give.",
    Refusal.NOT_ASKED: "They have not asked to come in.",
    Refusal.NO_CORRIDOR: "There is no corridor.",
    Refusal.TEAM_OUT_OF_ACTION: "That team is out of action.",
    Refusal.NOBODY_HERE_TO_COMMAND: "No team is on scene yet: there is nobody to command.",
    Refusal.QUEUE_FULL: "The radio is full. Wait until it is clear.",
    Refusal.FORBIDDEN_BY_PROFILE: "Your agency's rules forbid this.",
    Refusal.OTHER_TEAM_NEEDED: "Say which other team.",
    Refusal.SAME_TEAM: "That is the same team twice.",
    Refusal.NOTHING_THERE: "There is nothing of the kind there.",
    Refusal.ALREADY_DONE: "That is so already.",
    Refusal.NO_SUCH_REPORT: "Nobody has spoken of that place.",
    Refusal.NOT_LOCKED: "Nothing is known to be locked there.",
    Refusal.TOO_FAR: "That is too far.",
    Refusal.ROLE_NEEDED: "Appoint somebody to that role first.",
    Refusal.TOO_FEW: "That crew is too few to spare anybody.",
    Refusal.NOT_OUTSIDE: "A perimeter is kept outside.",
}

_RULES: dict[str, str] = {
    "exercise_ended": "The exercise is over.",
    "bad_rate": "The tempo is 1, 2 or 4.",
    "not_your_seat": "This is not your seat's to ask. You are watching; Tactical gives orders.",
    "probe_open": "The clock is frozen: first the questions.",
    "no_probe": "Nothing is asked now.",
    "not_over": "The exercise is not over.",
    "exercise_stopped": "This exercise has stopped. Nothing was done.",
    "too_many": "Too many messages at once. Nothing was done; try again.",
    "nothing_to_do": "There was nothing to do.",
    "malformed": "The message could not be read. Nothing was done.",
}

_LOG = {
    "log_disk_full": "The disk is full: nothing more can be kept.",
    "log_locked": "Another program holds the log.",
    "log_corrupt": "The log is damaged.",
    "log_unwritable": "The log cannot be written.",
    "log_wrong_schema": "The log was written by another version.",
    "log_out_of_step": "Another server has this exercise open.",
    "log_unknown_exercise": "The exercise is not in the log.",
}

_STOPPED = {
    "closing": "The server is closing.",
    "other_version": "This exercise was played under another version of the program.",
}


def work_failed(why: str) -> str:
    """Why long work ended without a result."""
    return f"It could not be finished: {why}. What was played is kept; try to go on."


def audit_failed(why: str) -> str:
    """What is said of a schedule whose reading broke off."""
    return f"This file could not be read ({why}). Save it as CSV or text and try again."


def bad_corrections(why: str) -> str:
    """What is said where the table of corrections cannot be read."""
    return f"The corrections kept here cannot be read, so nothing was done. {why}"


def order_answer(refusal: Refusal) -> str:
    """What an order is answered with."""
    return _ORDERS[refusal]


def refusals() -> dict[str, str]:
    """Every refusal's sentence by its code."""
    return {refusal.name.lower(): text for refusal, text in _ORDERS.items()}


def reason(code: str) -> str:
    """The sentence of any answer code."""
    known = Refusal.__members__.get(code.upper())
    if known is not None:
        return order_answer(known)
    if code in _LOG:
        return f"{_LOG[code]} Nothing was done."
    return _RULES.get(code, "This was refused.")


def refused(command_id: CommandId, code: str) -> wire.Answer:
    """The answer to a command that was not carried out."""
    return wire.Answer(command_id, accepted=False, code=code, text=reason(code))


def stopped(code: str) -> wire.Fault:
    """What everybody is told when their exercise cannot go on."""
    why = _LOG.get(code, "A defect in the program has stopped this exercise.")
    why = _STOPPED.get(code, why)
    kept = "What was done until now is kept in the log."
    return wire.Fault(code=code, text=f"{why} {kept}", stopped=True)


def resumed(clock: str) -> str:
    """What is shown after a new process took an exercise up."""
    return f"The server was stopped. This exercise goes on from {clock}, where its log ends."


def preparing(minutes: int) -> str:
    """What is shown while an automatic commander plays a drill's opening."""
    return f"Playing minutes 0 to {minutes}, up to your hand-over."


def fault(code: str, text: str) -> wire.Fault:
    """Something was wrong with a message; the exercise goes on."""
    return wire.Fault(code=code, text=text)

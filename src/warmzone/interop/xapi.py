"""xAPI 1.0.3 statements of a drill record: one for each decision, readable by any record store."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from warmzone.evidence.decisions import point_rows
from warmzone.training.drills.drill import drills, said
from warmzone.training.drills.record import Attempt

XAPI_VERSION = "1.0.3"
BASE = "https://warmzone.example/xapi"
"""Ids of activities and extensions: names, not addresses; nothing is fetched from there."""
VERB = "http://adlnet.gov/expapi/verbs/answered"
QUESTION = "http://adlnet.gov/expapi/activities/cmi.interaction"


def home_problem(home: str) -> str:
    """What is wrong with whose name it is, in a sentence; empty where nothing is."""
    parts = urlsplit(home)
    if parts.scheme in ("http", "https") and parts.hostname and not any(map(str.isspace, home)):
        return ""
    return f"home: {home!r} is not allowed; an address as https://agency.example"


def statements(attempts: Sequence[Attempt], name: str, home: str) -> list[dict[str, Any]]:
    """A statement for each attempt, the oldest first.

    `name` and `home` make the actor's account, as the trainee wrote them. A statement has the id of
    its attempt, so that sending twice records once.
    """
    actor = {"objectType": "Agent", "account": {"name": name, "homePage": home}}
    return [_statement(one, actor) for one in sorted(attempts, key=lambda one: one.when)]


def _statement(attempt: Attempt, actor: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": attempt.id,
        "actor": actor,
        "verb": {"id": VERB, "display": {"en": "answered"}},
        "object": _activity(attempt),
        "result": {
            "success": attempt.right,
            "completion": attempt.choice != "",
            "response": attempt.choice,
            "duration": f"PT{attempt.took_s:.2f}S",
            "extensions": {
                f"{BASE}/verdict": attempt.verdict,
                f"{BASE}/seconds-allowed": attempt.limit_s,
            },
        },
        "context": {
            "platform": "Warmzone",
            "contextActivities": {
                "parent": [
                    {
                        "objectType": "Activity",
                        "id": f"{BASE}/decision-point/{attempt.point}",
                    }
                ]
            },
            "extensions": {f"{BASE}/moment": attempt.variant},
        },
        "timestamp": attempt.when.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "version": XAPI_VERSION,
    }


def _activity(attempt: Attempt) -> dict[str, Any]:
    """The drill as the statement's object."""
    drill = drills().get(attempt.drill)
    told: dict[str, Any] = {
        "type": QUESTION,
        "name": {"en": drill.title if drill is not None else attempt.drill},
        "description": {"en": f"Decision point: {point_rows()[attempt.point].title}"},
        "interactionType": "choice",
    }
    if drill is not None:
        told["choices"] = [
            {"id": one.id, "description": {"en": said(one.text)}} for one in drill.choices
        ]
        right = [one.id for one in drill.choices if one.verdict != "wrong"]
        told["correctResponsesPattern"] = right
    return {
        "objectType": "Activity",
        "id": f"{BASE}/drill/{attempt.drill}",
        "definition": told,
    }

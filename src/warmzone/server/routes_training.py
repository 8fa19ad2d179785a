"""The routes of solo drills."""

from typing import Any

from warmzone.server import http_training, wire_drills
from warmzone.server.route import BODY, Route
from warmzone.training.drills.record import MOST_BYTES, Record

_DRILL = {404: "there is no such drill"}
RECORD_BYTES = MOST_BYTES + 8_192

TRAINING_ROUTES = (
    Route(
        "POST",
        "/api/drills/standing",
        "drill_standing",
        "Where a trainee stands by a record that stays theirs, and which drill comes next.",
        http_training.standing,
        Record,
        wire_drills.DrillStanding,
        statuses=BODY,
        body_bytes=RECORD_BYTES,
    ),
    Route(
        "GET",
        "/api/drills/{drill}/moments/{variant}",
        "drill_moment",
        "A drill's situation at its moment, and what can be said.",
        http_training.moment,
        None,
        wire_drills.DrillMoment,
        statuses=_DRILL | {500: "the situation could not be made"},
    ),
    Route(
        "POST",
        "/api/drills/{drill}/answer",
        "drill_answer",
        "What doctrine says of a choice, and of the others.",
        http_training.answer,
        wire_drills.DrillAnswer,
        wire_drills.DrillFeedback,
        statuses=BODY | _DRILL,
    ),
    Route(
        "GET",
        "/api/drills/{drill}/moments/{variant}/worth",
        "drill_worth",
        "What each choice is worth in expected lives, as far as it is played by now.",
        http_training.worth,
        None,
        wire_drills.DrillWorth,
        statuses=_DRILL,
    ),
    Route(
        "POST",
        "/api/drills/xapi",
        "drill_xapi",
        "A record as xAPI statements.",
        http_training.xapi,
        wire_drills.XapiAsk,
        list[dict[str, Any]],
        statuses=BODY | {422: "whose name it is, is no address"},
        body_bytes=RECORD_BYTES,
    ),
    Route(
        "POST",
        "/api/drills/xapi/send",
        "drill_xapi_send",
        "Send a record to a learning record store at an address that the trainee typed.",
        http_training.xapi_send,
        wire_drills.XapiSend,
        wire_drills.XapiSent,
        statuses=BODY | {422: "the store has not taken the statements"},
        body_bytes=RECORD_BYTES,
    ),
)

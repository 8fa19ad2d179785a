"""The table of HTTP routes: one place for what is served, from which the rest is made."""

from warmzone.review.levers.shapes import LeversReview
from warmzone.review.progress import Progress
from warmzone.review.shapes import Review
from warmzone.server import wire
from warmzone.server.http import Http
from warmzone.server.log_view import LogView
from warmzone.server.route import BODY, Route
from warmzone.server.routes_training import TRAINING_ROUTES
from warmzone.server.routes_works import WORK_ROUTES
from warmzone.server.wire_audit import AuditFile, AuditReference, KeptCorrections
from warmzone.server.wire_probe import Nothing, Privacy, SetRating
from warmzone.server.worths import WorthAnswer
from warmzone.training.audit.corrections import Correction
from warmzone.training.audit.result import AuditedProgramme

_EXERCISE = {403: "who asks had no seat in it", 404: "there is no such exercise"}
_DATA = {503: "the log cannot be read or written"}
_RUNNING = {409: "the exercise is not over"}
_HELD = {403: "who asks had no seat in it, or the figures in lives are not released"}
_OWNER = {403: "the page is of another server, or who asks did not open this exercise"}
_CORRECTIONS = {422: "the corrections cannot be read or written, or this one cannot be meant"}
SCHEDULE_BYTES = 14 * 1024 * 1024
"""A file of 10 MB, as base64 in JSON."""

ROUTES = (
    Route(
        "GET",
        "/api/health",
        "health",
        "Whether the server is up and how far the kernel is.",
        Http.health,
        None,
        wire.Health,
    ),
    Route(
        "GET",
        "/api/scenarios",
        "scenarios",
        "The scenarios that can be started.",
        Http.scenarios,
        None,
        list[wire.ScenarioCard],
    ),
    Route(
        "GET",
        "/api/exercises",
        "exercises",
        "Every exercise kept that who asks may read, the newest first.",
        Http.exercises,
        None,
        list[wire.ExerciseCard],
        statuses=_DATA,
    ),
    Route(
        "POST",
        "/api/exercises",
        "start",
        "Open a new exercise and sit in its Tactical seat.",
        Http.start,
        wire.StartExercise,
        wire.Joined,
        status=201,
        statuses=BODY
        | {404: "there is no such scenario", 422: "the scenario has problems"}
        | _DATA,
    ),
    Route(
        "POST",
        "/api/join",
        "join",
        "Join an exercise by its room code: Tactical where nobody sits there, else watching.",
        Http.join,
        wire.JoinExercise,
        wire.Joined,
        statuses=BODY | {404: "no exercise has this code", 429: "too many wrong codes"} | _DATA,
    ),
    Route(
        "GET",
        "/api/exercises/{exercise}/review",
        "review",
        "What happened in a finished exercise.",
        Http.review,
        None,
        Review,
        statuses=_EXERCISE | _RUNNING | _DATA | {500: "the review could not be made"},
    ),
    Route(
        "GET",
        "/api/exercises/{exercise}/worth",
        "worth",
        "What each decision of a finished exercise was worth, as far as it is priced by now.",
        Http.worth,
        None,
        WorthAnswer,
        statuses=_EXERCISE | _RUNNING | _HELD | _DATA,
    ),
    Route(
        "GET",
        "/api/progress",
        "progress",
        "Exercises of who asks, by series: each measure's mean and trend, with intervals.",
        Http.progress,
        None,
        Progress,
        statuses=_DATA,
    ),
    Route(
        "GET",
        "/api/exercises/{exercise}/levers",
        "levers",
        "Which lever mattered in a finished exercise; the answer takes as long as the replays.",
        Http.levers,
        None,
        LeversReview,
        statuses=_EXERCISE | _RUNNING | _HELD | _DATA | {500: "the replays could not be made"},
    ),
    Route(
        "GET",
        "/api/exercises/{exercise}/report/{form}",
        "report",
        "The report of a finished exercise as a file: pdf, html, docx, ics214, csv, parquet.",
        Http.report,
        None,
        None,
        statuses=_EXERCISE
        | {404: "there is no such exercise or form"}
        | _RUNNING
        | _DATA
        | {500: "the review could not be made"},
    ),
    Route(
        "GET",
        "/api/exercises/{exercise}/privacy",
        "privacy",
        "Who may see the figures in lives of an exercise.",
        Http.privacy,
        None,
        Privacy,
        statuses=_EXERCISE | _DATA,
    ),
    Route(
        "POST",
        "/api/exercises/{exercise}/release",
        "release",
        "Let everybody see the figures in lives; its instructor only.",
        Http.release,
        Nothing,
        Privacy,
        role="owner",
        statuses=BODY | _EXERCISE | _RUNNING | _OWNER | _DATA,
    ),
    Route(
        "POST",
        "/api/exercises/{exercise}/rating",
        "rate",
        "Decide a rating of the evaluation guide, with a line of why; who leads or watches.",
        Http.rate,
        SetRating,
        Nothing,
        statuses=BODY
        | _EXERCISE
        | _RUNNING
        | _DATA
        | {403: "the page is of another server, or who asks does not evaluate this exercise"},
    ),
    Route(
        "POST",
        "/api/exercises/{exercise}/purge",
        "purge",
        "Delete an exercise and everything made of it; who opened it only.",
        Http.purge,
        Nothing,
        Nothing,
        role="owner",
        statuses=BODY | _EXERCISE | _OWNER | _DATA,
    ),
    Route(
        "POST",
        "/api/exercises/{exercise}/fork",
        "fork",
        "Play on from a moment of a finished exercise, in a new one.",
        Http.fork,
        wire.ForkExercise,
        wire.Joined,
        status=201,
        statuses=BODY | _EXERCISE | _HELD | _RUNNING | _DATA,
    ),
    Route(
        "GET",
        "/api/exercises/{exercise}/log",
        "log",
        "The log of a finished exercise: its opening and its rows.",
        Http.log,
        None,
        LogView,
        statuses=_EXERCISE | _RUNNING | _DATA,
    ),
    Route(
        "POST",
        "/api/audit",
        "audit",
        "What the hours of a training programme teach: CSV, XLSX, DOCX, PDF or text.",
        Http.audit,
        AuditFile,
        AuditedProgramme,
        statuses=BODY | {422: "the file cannot be read"},
        body_bytes=SCHEDULE_BYTES,
    ),
    Route(
        "GET",
        "/api/audit/reference",
        "audit_reference",
        "What programmes are compared with: an estimate, and public programmes.",
        Http.audit_reference,
        None,
        AuditReference,
    ),
    Route(
        "GET",
        "/api/audit/corrections",
        "corrections",
        "What people corrected in audited programmes.",
        Http.corrections,
        None,
        KeptCorrections,
        statuses=_CORRECTIONS,
    ),
    Route(
        "POST",
        "/api/audit/corrections",
        "correct",
        "Keep a correction; one without shares and minutes takes the old one back.",
        Http.correct,
        Correction,
        KeptCorrections,
        statuses=BODY | _CORRECTIONS,
    ),
    *TRAINING_ROUTES,
    *WORK_ROUTES,
)

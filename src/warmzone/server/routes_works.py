"""The routes of plans and studies: what is special to each, and what all long work has."""

from warmzone.server import http_works, wire_training
from warmzone.server.http_works import Handlers
from warmzone.server.long_work import Work
from warmzone.server.route import BODY, Route
from warmzone.server.wire_probe import Nothing

_WORK = {404: "there is no such work on this machine"}
_KEPT = {409: "too many are kept", 503: "it cannot be kept"}
FORM_BYTES = 1024 * 1024
"""A roster may name thousands."""


def _every(kind: str, handlers: Handlers) -> tuple[Route, ...]:
    """Listing, watching, stopping, going on with and deleting work of a kind."""
    at, nothing = f"/api/{kind}/{{work}}", Nothing
    lists, both = list[Work], BODY | _WORK
    told = {"stop": "Stop one; what is played is kept.", "on": "Go on with one that was stopped."}
    return (
        Route("GET", f"/api/{kind}", f"{kind}_all", "Everything kept, the newest first.",
              handlers.all, None, lists),
        Route("GET", at, f"{kind}_of", "How far one is.", handlers.of, None, Work, statuses=_WORK),
        Route("POST", f"{at}/stop", f"{kind}_stop", told["stop"], handlers.stop, nothing, Work,
              statuses=both),
        Route("POST", f"{at}/go-on", f"{kind}_go_on", told["on"], handlers.go_on, nothing, Work,
              statuses=both),
        Route("POST", f"{at}/delete", f"{kind}_delete", "Delete one with all that was played.",
              handlers.delete, nothing, lists, statuses=both),
    )  # fmt: skip


WORK_ROUTES = (
    Route(
        "GET",
        "/api/studies/shelf",
        "study_shelf",
        "Every study that ships, and what the shipped run of it found.",
        http_works.shelf,
        None,
        wire_training.StudyShelf,
    ),
    *_every("plans", Handlers(lambda http: http.training.plans.work)),
    *_every("studies", Handlers(lambda http: http.training.studies.work)),
    Route(
        "POST",
        "/api/plans",
        "plan_start",
        "Start a training plan, or say everything that is wrong with the form.",
        http_works.start_plan,
        wire_training.PlanAsk,
        wire_training.WorkStarted,
        statuses=BODY | _WORK | _KEPT,
        body_bytes=FORM_BYTES,
    ),
    Route(
        "GET",
        "/api/plan-form",
        "plan_form",
        "What a plan's form offers: kinds of place by who comes there, and buildings.",
        http_works.plan_form,
        None,
        wire_training.PlanForm,
    ),
    Route(
        "GET",
        "/api/plan-pace",
        "plan_pace",
        "How many incidents a plan plays and how many a second this machine does.",
        http_works.plan_pace,
        None,
        wire_training.PlanPace,
    ),
    Route(
        "GET",
        "/api/plans/{work}/result",
        "plan_result",
        "Which hours, how sure, on what it hangs, and the year.",
        http_works.plan_result,
        None,
        wire_training.PlanResult,
        statuses=_WORK,
    ),
    Route(
        "GET",
        "/api/plans/{work}/files/{file}",
        "plan_file",
        "A file of a plan: PDF, calendar, roster, certificates, web page, or a session's packet.",
        http_works.plan_file,
        None,
        bytes,
        statuses=_WORK,
    ),
    Route(
        "POST",
        "/api/studies",
        "study_start",
        "Start a study, small or as planned.",
        http_works.start_study,
        wire_training.StudyAsk,
        Work,
        statuses=BODY | _WORK | _KEPT,
    ),
    Route(
        "GET",
        "/api/studies/{work}/result",
        "study_result",
        "What a study found, with its pictures, tables and provenance.",
        http_works.study_result,
        None,
        wire_training.StudyResult,
        statuses=_WORK,
    ),
)

"""The HTTP handlers of plans and studies, which are long work."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from starlette.requests import Request
from starlette.responses import Response

from warmzone.server.http import Http, ProblemError
from warmzone.server.long_work import LongWork, NoWorkError, TooMuchWorkError, Work
from warmzone.server.plans import all_agencies, sites_of
from warmzone.server.wire_probe import Nothing
from warmzone.server.wire_training import (
    PlanAsk,
    PlanForm,
    PlanPace,
    PlanResult,
    StudyAsk,
    StudyResult,
    StudyShelf,
    WorkStarted,
)

MEDIA = {
    "pdf": "application/pdf",
    "ics": "text/calendar",
    "csv": "text/csv",
    "html": "text/html",
    "json": "application/json",
    "zip": "application/zip",
}


@asynccontextmanager
async def _told() -> AsyncIterator[None]:
    try:
        yield
    except NoWorkError as error:
        raise ProblemError(404, "no_work", str(error)) from error
    except TooMuchWorkError as error:
        raise ProblemError(409, "too_much_work", str(error)) from error
    except OSError as error:
        raise ProblemError(503, "not_kept", f"It cannot be kept: {error.strerror}.") from error


async def start_plan(http: Http, _request: Request, body: PlanAsk) -> WorkStarted:
    """Start a plan, or say everything that is wrong with the form."""
    async with _told():
        return await http.training.plans.start(body)


async def plan_form(http: Http, _request: Request, _body: None) -> PlanForm:
    """What the form of a plan offers."""
    return PlanForm(all_agencies(), sites_of(await asyncio.to_thread(http.rooms.machinery.cards)))


async def plan_pace(http: Http, _request: Request, _body: None) -> PlanPace:
    """How long a plan takes here, before it is begun."""
    return await http.training.plans.pace()


async def plan_result(http: Http, request: Request, _body: None) -> PlanResult:
    """What a plan found."""
    async with _told():
        return await http.training.plans.result(_id(request))


async def plan_file(http: Http, request: Request, _body: None) -> Response:
    """A file of a plan."""
    name = str(request.path_params["file"])
    async with _told():
        data = await http.training.plans.file(_id(request), name)
    headers = {
        "cache-control": "no-store",
        "content-disposition": f'attachment; filename="{name}"',
    }
    return Response(data, headers=headers, media_type=MEDIA[name.rpartition(".")[2]])


async def shelf(http: Http, _request: Request, _body: None) -> StudyShelf:
    """Every study that ships."""
    return await http.training.studies.shelf()


async def start_study(http: Http, _request: Request, body: StudyAsk) -> Work:
    """Start a study."""
    async with _told():
        return await http.training.studies.start(body)


async def study_result(http: Http, request: Request, _body: None) -> StudyResult:
    """What a study found."""
    async with _told():
        return await http.training.studies.result(_id(request))


class Handlers:
    """The handlers that are the same for every kind of long work."""

    def __init__(self, work: Callable[[Http], LongWork]) -> None:
        self._work = work

    async def all(self, http: Http, _request: Request, _body: None) -> list[Work]:
        """Everything kept."""
        return await self._work(http).all()

    async def of(self, http: Http, request: Request, _body: None) -> Work:
        """How far one is."""
        async with _told():
            return await self._work(http).of(_id(request))

    async def stop(self, http: Http, request: Request, _body: Nothing) -> Work:
        """Stop one."""
        async with _told():
            return await self._work(http).stop(_id(request))

    async def go_on(self, http: Http, request: Request, _body: Nothing) -> Work:
        """Go on with one."""
        async with _told():
            return await self._work(http).go_on(_id(request))

    async def delete(self, http: Http, request: Request, _body: Nothing) -> list[Work]:
        """Delete one; what is left."""
        async with _told():
            await self._work(http).delete(_id(request))
        return await self._work(http).all()


def _id(request: Request) -> str:
    return str(request.path_params["work"])

"""The HTTP handlers: each takes a request and its read body and gives a reply to encode."""

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from warmzone import __version__
from warmzone.review.progress import Played, Progress, progress
from warmzone.review.ratings import MEASURES_RATED
from warmzone.review.shapes import Review
from warmzone.review.withheld import without_lives
from warmzone.server import asker, sentences, wire, wire_probe
from warmzone.server.audits import Audits, RefusedError, audit_reference
from warmzone.server.auth import Place, SeatName, Tokens, tidy_code
from warmzone.server.log_view import LogView, log_view
from warmzone.server.long_work import NoWorkError
from warmzone.server.papers import Papers
from warmzone.server.review_view import Eyes, sent
from warmzone.server.reviews import ReviewFailedError, Reviews
from warmzone.server.rights import rating_seat
from warmzone.server.rooms import Rooms
from warmzone.server.training import Training
from warmzone.server.wire_audit import AuditFile, AuditReference, KeptCorrections
from warmzone.server.worths import WorthAnswer, Worths
from warmzone.training.audit.corrections import Correction
from warmzone.training.audit.own_study import with_study
from warmzone.training.audit.result import AuditedProgramme
from warmzone.vocabulary.ids import ExerciseId

WRONG_CODES_MOST = 20
WRONG_CODES_S = 60.0


class ProblemError(Exception):
    """A request that is answered with a problem."""

    def __init__(self, status: int, code: str, text: str) -> None:
        super().__init__(text)
        self.status = status
        self.problem = wire.Problem(code, text)


@dataclass(slots=True)
class Http:
    """What the handlers work with. Scenario errors are raised by `Rooms` and told by `app`."""

    rooms: Rooms
    tokens: Tokens
    reviews: Reviews
    kernel: Callable[[], wire.KernelProgress]
    audits: Audits
    worths: Worths
    papers: Papers
    training: Training
    lever_reviews: Reviews
    keep_days: int | None = None
    _wrong_codes: deque[float] = field(default_factory=deque)

    async def health(self, _request: Request, _body: None) -> wire.Health:
        """Up, and how far the kernel is."""
        return wire.Health(__version__, self.kernel())

    async def scenarios(self, _request: Request, _body: None) -> list[wire.ScenarioCard]:
        """The scenarios that can be started."""
        return await asyncio.to_thread(self.rooms.machinery.cards)

    async def exercises(self, request: Request, _body: None) -> list[wire.ExerciseCard]:
        """Every exercise kept that who asks may read, the newest first."""
        cards = await self.rooms.cards()
        mine = asker.seats(request, self.tokens)
        return [one for one in cards if asker.may_read(request, mine, one.exercise)]

    async def start(self, _request: Request, body: wire.StartExercise) -> wire.Joined:
        """Open a new exercise and sit in its Tactical seat."""
        if body.seed is not None and not 0 <= body.seed < 2**32:
            text = f"seed: {body.seed} is not allowed; 0 to {2**32 - 1}"
            raise ProblemError(400, "bad_seed", text)
        exercise = await self.rooms.create(body)
        return await self._seat(exercise, "instructor" if body.led else "tactical")

    async def join(self, _request: Request, body: wire.JoinExercise) -> wire.Joined:
        """Join by room code; guessing is slowed down."""
        while self._wrong_codes and monotonic() - self._wrong_codes[0] > WRONG_CODES_S:
            self._wrong_codes.popleft()
        if len(self._wrong_codes) >= WRONG_CODES_MOST:
            raise ProblemError(429, "too_many_codes", "Too many wrong codes. Wait a minute.")
        exercise = await self.rooms.by_code(tidy_code(body.code))
        if exercise is None:
            self._wrong_codes.append(monotonic())
            raise ProblemError(404, "unknown_code", "No exercise has this code. Look again.")
        taken = self.rooms.is_taken(exercise, "tactical")
        return await self._seat(exercise, "observer" if taken else "tactical")

    async def review(self, request: Request, _body: None) -> msgspec.Raw:
        """The review of a finished exercise."""
        exercise = await self._finished(request)
        eyes = await self._eyes(request, exercise)
        try:
            made = await self.reviews.of(exercise, again=asker.asks_again(request))
        except ReviewFailedError as error:
            raise ProblemError(500, "review_failed", str(error)) from error
        rows = await asyncio.to_thread(self.rooms.store.rows, exercise)
        return msgspec.Raw(await asyncio.to_thread(sent, made, rows, eyes))

    async def worth(self, request: Request, _body: None) -> WorthAnswer:
        """What each decision of a finished exercise was worth, as far as it is priced."""
        exercise = await self._finished(request)
        await self._must_see_lives(request, exercise)
        return await self.worths.of(exercise, again=asker.asks_again(request))

    async def levers(self, request: Request, _body: None) -> msgspec.Raw:
        """What each lever's management cost in a finished exercise; it takes replays."""
        exercise = await self._finished(request)
        await self._must_see_lives(request, exercise)
        try:
            again = asker.asks_again(request)
            return msgspec.Raw(await self.lever_reviews.of(exercise, again=again))
        except ReviewFailedError as error:
            raise ProblemError(500, "review_failed", str(error)) from error

    async def progress(self, request: Request, _body: None) -> Progress:
        """Every series of exercises in which who asks has a seat, of what is reviewed by now."""
        played, unread = [], 0
        mine = asker.seats(request, self.tokens)
        for exercise, opened in (await self.rooms.all_opened()).items():
            if exercise not in mine or not await self.rooms.ended(exercise):
                continue
            data = await self.reviews.kept(exercise)
            if data is None:
                unread += 1
                continue
            seen = await self.rooms.released(exercise) or asker.owns(mine[exercise], opened)
            worth = await self.worths.kept(exercise) if seen else None
            review = msgspec.json.decode(data, type=Review)
            review = review if seen else without_lives(review)
            played.append(Played(opened.label, review, worth))
        return progress(played, unread)

    async def report(self, request: Request, _body: None) -> Response:
        """A finished exercise's report as a file."""
        exercise = await self._finished(request)
        eyes = await self._eyes(request, exercise)
        try:
            paper = await self.papers.of(exercise, str(request.path_params["form"]), eyes)
        except KeyError as error:
            raise ProblemError(404, "unknown_form", sentences.NO_FORM) from error
        except ReviewFailedError as error:
            raise ProblemError(500, "review_failed", str(error)) from error
        headers = {
            "cache-control": "no-store",
            "content-disposition": f'attachment; filename="{paper.name}"',
        }
        return Response(paper.data, headers=headers, media_type=paper.media_type)

    async def privacy(self, request: Request, _body: None) -> wire_probe.Privacy:
        """Who may see what of an exercise, for the one who asks."""
        exercise = await self._known(request)
        opened = await self.rooms.opened(exercise)
        return wire_probe.Privacy(
            led=opened is not None and opened.led,
            released=await self.rooms.released(exercise),
            yours=await self._owns(request, exercise),
            rates=await self._rating_seat(request, exercise) is not None,
            keep_days=self.keep_days,
        )

    async def release(self, request: Request, _body: wire_probe.Nothing) -> wire_probe.Privacy:
        """Let everybody see the figures in lives."""
        exercise = await self._finished(request)
        await self._must_own(request, exercise)
        await self.rooms.release(exercise)
        return await self.privacy(request, None)

    async def rate(self, request: Request, body: wire_probe.SetRating) -> wire_probe.Nothing:
        """Keep what an evaluator decided of one task of the guide, or take it back."""
        exercise = await self._finished(request)
        seat = await self._rating_seat(request, exercise)
        if seat is None:
            raise ProblemError(403, "not_an_evaluator", sentences.NO_EVALUATOR)
        if body.task not in MEASURES_RATED:
            text = f"task: {body.task!r} is not allowed; {', '.join(MEASURES_RATED)}"
            raise ProblemError(400, "unknown_task", text)
        await self.rooms.rate(exercise, seat, body)
        return wire_probe.Nothing()

    async def purge(self, request: Request, _body: wire_probe.Nothing) -> wire_probe.Nothing:
        """Delete an exercise and everything made of it."""
        exercise = await self._known(request)
        await self._must_own(request, exercise)
        await self.worths.forget(exercise)
        await self.rooms.forget(exercise)
        return wire_probe.Nothing()

    async def fork(self, request: Request, body: wire.ForkExercise) -> wire.Joined:
        """Play on from a moment of a finished exercise: what is opened is theirs, lives and all."""
        exercise = await self._finished(request)
        await self._must_see_lives(request, exercise)
        at_ms = round(body.at_s * 1000)
        return await self._seat(await self.rooms.fork(exercise, at_ms, body.sequence), "tactical")

    async def log(self, request: Request, _body: None) -> LogView:
        """The log of a finished exercise."""
        exercise = await self._finished(request)
        store, lives = self.rooms.store, await self._may_see_lives(request, exercise)
        header = await asyncio.to_thread(store.header, exercise)
        return log_view(header, await asyncio.to_thread(store.rows, exercise), lives=lives)

    async def audit(self, _request: Request, body: AuditFile) -> AuditedProgramme:
        """What the hours of a training programme teach."""
        try:
            study = await self.training.plans.told(body.plan) if body.plan else None
            programme = await self.audits.audit(body)
        except NoWorkError as error:
            raise ProblemError(404, "no_work", str(error)) from error
        except RefusedError as error:
            raise ProblemError(422, error.code, str(error)) from error
        return programme if study is None else with_study(programme, study)

    async def audit_reference(self, _request: Request, _body: None) -> AuditReference:
        """What programmes are compared with."""
        return audit_reference()

    async def corrections(self, _request: Request, _body: None) -> KeptCorrections:
        """What people corrected."""
        try:
            return await self.audits.kept()
        except RefusedError as error:
            raise ProblemError(422, error.code, str(error)) from error

    async def correct(self, _request: Request, body: Correction) -> KeptCorrections:
        """Keep a correction, or take one back."""
        try:
            return await self.audits.keep(body)
        except RefusedError as error:
            raise ProblemError(422, error.code, str(error)) from error

    async def _seat(self, exercise: ExerciseId, seat: SeatName) -> wire.Joined:
        opened = await self.rooms.opened(exercise)
        code = "" if opened is None else opened.code
        return wire.Joined(exercise, code, self.tokens.issue(Place(exercise, seat)), seat)

    async def _owns(self, request: Request, exercise: ExerciseId) -> bool:
        """Whether who asks opened it: its instructor, or who plays it where nobody leads."""
        opened = await self.rooms.opened(exercise)
        mine = asker.seats(request, self.tokens).get(exercise, frozenset())
        return opened is not None and asker.owns(mine, opened)

    async def _rating_seat(self, request: Request, exercise: ExerciseId) -> SeatName | None:
        """The seat by which who asks rates; None where they do not."""
        opened = await self.rooms.opened(exercise)
        mine = asker.seats(request, self.tokens).get(exercise, frozenset())
        return None if opened is None else rating_seat(mine, opened)

    async def _eyes(self, request: Request, exercise: ExerciseId) -> Eyes:
        """What of a review who asks may see."""
        lives = await self._may_see_lives(request, exercise)
        return Eyes(lives, await self._rating_seat(request, exercise) is not None)

    async def _must_own(self, request: Request, exercise: ExerciseId) -> None:
        if not await self._owns(request, exercise):
            raise ProblemError(403, "not_yours", sentences.NOT_YOURS)

    async def _may_see_lives(self, request: Request, exercise: ExerciseId) -> bool:
        return await self.rooms.released(exercise) or await self._owns(request, exercise)

    async def _must_see_lives(self, request: Request, exercise: ExerciseId) -> None:
        if not await self._may_see_lives(request, exercise):
            raise ProblemError(403, "not_released", sentences.NOT_RELEASED)

    async def _known(self, request: Request) -> ExerciseId:
        exercise = ExerciseId(str(request.path_params["exercise"]))
        if await self.rooms.opened(exercise) is None:
            raise ProblemError(404, "unknown_exercise", "There is no such exercise here.")
        if not asker.may_read(request, asker.seats(request, self.tokens), exercise):
            raise ProblemError(403, "not_seated", sentences.NOT_SEATED)
        return exercise

    async def _finished(self, request: Request) -> ExerciseId:
        """The exercise of a request, if it is over: before that its truth is nobody's to see."""
        exercise = await self._known(request)
        if not await self.rooms.ended(exercise):
            text = "This exercise is not over. End it on the live screen first."
            raise ProblemError(409, "exercise_running", text)
        return exercise

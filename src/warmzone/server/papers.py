"""Reports as files: what is known of an exercise by now, in the form that was asked for."""

import asyncio
import io
import zipfile
from dataclasses import dataclass

import msgspec

from warmzone.eventlog import Store
from warmzone.review.levers.shapes import LeversReview
from warmzone.server.log_view import seen
from warmzone.server.review_view import Eyes, as_seen
from warmzone.server.reviews import Reviews
from warmzone.server.worths import Worths
from warmzone.vocabulary.ids import ExerciseId

TYPES = {
    "pdf": "application/pdf",
    "html": "text/html; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "zip": "application/zip",
    "csv": "text/csv; charset=utf-8",
}


@dataclass(frozen=True, slots=True)
class Paper:
    """A file to be kept: its name, its type and its bytes."""

    name: str
    media_type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Papers:
    """Makes reports of exercises that are over."""

    store: Store
    reviews: Reviews
    worths: Worths
    levers: Reviews

    async def of(self, exercise: ExerciseId, form: str, eyes: Eyes) -> Paper:
        """One report; with figures in lives only where they may be seen and as far as priced.

        Raises KeyError for an unknown form, ReviewFailedError, LogError.
        """
        from warmzone.review.report.forms import Material, make

        data = await self.reviews.of(exercise)
        answer = await self.worths.of(exercise) if eyes.lives else None
        priced = answer.review if answer is not None and answer.state == "ready" else None
        rows = await asyncio.to_thread(self.store.rows, exercise)
        review = await asyncio.to_thread(as_seen, data, rows, eyes)
        kept = await self.levers.kept(exercise) if eyes.lives else None
        levers = None if kept is None else msgspec.json.decode(kept, type=LeversReview)
        material = Material(review, priced, seen(rows, lives=eyes.lives), levers)
        return _paper(review.exercise, form, await asyncio.to_thread(make, form, material))


def _paper(exercise: str, form: str, files: dict[str, bytes]) -> Paper:
    """The one file, or all of them packed into one."""
    if len(files) == 1:
        ((name, data),) = files.items()
        return Paper(f"{exercise}-{name}", TYPES[name.rpartition(".")[2]], data)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return Paper(f"{exercise}-{form}.zip", TYPES["zip"], packed.getvalue())

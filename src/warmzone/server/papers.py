"""Reports as files: what is known of an exercise by now, in the form that was asked for."""

import asyncio
import io
import zipfile
from dataclasses import dataclass

from warmzone.eventlog import Row, Store
from warmzone.review.shapes import Review
from warmzone.review.worth.shapes import WorthReview
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

    async def of(self, exercise: ExerciseId, form: str, eyes: Eyes) -> Paper:
        """One report; with figures in lives only where they may be seen and as far as priced.

        Raises KeyError for an unknown form, ReviewFailedError, LogError.
        """
        data = await self.reviews.of(exercise)
        answer = await self.worths.of(exercise) if eyes.lives else None
        priced = answer.review if answer is not None and answer.state == "ready" else None
        rows = await asyncio.to_thread(self.store.rows, exercise)
        review = await asyncio.to_thread(as_seen, data, rows, eyes)
        return await asyncio.to_thread(_paper, form, review, priced, seen(rows, lives=eyes.lives))


def _paper(form: str, review: Review, worth: WorthReview | None, rows: list[Row]) -> Paper:
    from warmzone.review.report.forms import Material, make

    files = make(form, Material(review, worth, rows))
    if len(files) == 1:
        ((name, data),) = files.items()
        return Paper(f"{review.exercise}-{name}", TYPES[name.rpartition(".")[2]], data)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return Paper(f"{review.exercise}-{form}.zip", TYPES["zip"], packed.getvalue())

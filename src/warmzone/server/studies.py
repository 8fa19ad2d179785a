"""Studies for the browser: which there are, what the shipped run found, and small ones as work."""

import asyncio
import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from warmzone.server import sentences
from warmzone.server.long_work import LongWork, NoWorkError, Work
from warmzone.server.wire_training import StudyAsk, StudyCard, StudyResult, StudyShelf

FRAGILE = "fragile, as little would turn it"
SHIPPED_RUN = Path(__file__).parents[1] / "studies" / "claims" / "shipped-run.json"
"""What the shipped run of the claim found, in the form of `claims.json`; there may be none."""
_FIRST = ("the claim fails", "cannot tell", "", "no verdict", "speaks for the claim")


class Studies:
    """Lists studies, starts them, and gives what came out."""

    def __init__(self, work: LongWork, results_version: Callable[[], str]) -> None:
        self.work = work
        self._results_version = results_version

    async def shelf(self) -> StudyShelf:
        """Every study that ships; what fails comes first."""
        cards = await asyncio.to_thread(study_cards)
        version = await asyncio.to_thread(self._results_version)
        return StudyShelf(list(cards), version, sentences.NOTICE)

    async def start(self, ask: StudyAsk) -> Work:
        """Start one. Raises NoWorkError for a study that does not ship, TooMuchWorkError."""
        cards = {one.id: one for one in await asyncio.to_thread(study_cards)}
        if ask.study not in cards:
            raise NoWorkError(f"study: {ask.study!r} is not allowed; {', '.join(cards)}")
        return await self.work.start(cards[ask.study].title, msgspec.to_builtins(ask))

    async def result(self, work_id: str) -> StudyResult:
        """What came out. Raises NoWorkError."""
        return msgspec.json.decode(await self.work.result(work_id), type=StudyResult)


@cache
def study_cards() -> tuple[StudyCard, ...]:
    """The studies of the claim and the others that ship."""
    from warmzone.server.works import open_sized
    from warmzone.studies.claims.suite import READERS, open_claim
    from warmzone.studies.shelf import shipped_studies

    run = shipped_run()
    cards = []
    for name in (*READERS, *shipped_studies()):
        sizes = []
        for small in (False, True):
            claim = name in READERS
            opened = open_claim(name, quick=small) if claim else open_sized(name, small=small)
            sizes.append(_incidents(opened.study))
        study, found = opened.study, run.get(name, {})
        cards.append(
            StudyCard(
                name,
                study.name,
                study.question.strip(),
                claim,
                sizes[0],
                sizes[1],
                found.get("verdict", ""),
                found.get("why", ""),
                found.get("found_with", ""),
            )
        )
    return tuple(sorted(cards, key=lambda one: _FIRST.index(one.verdict)))


def _incidents(study: Any) -> int:
    each = len(study.incidents) * len(study.physiologies) * len(study.arms)
    return int(study.points * study.repeats * each)


def shipped_run() -> dict[str, dict[str, str]]:
    """Verdict and why of each study by id, as the shipped run has them; none where none ships."""
    if not SHIPPED_RUN.is_file():
        return {}
    told = json.loads(SHIPPED_RUN.read_text(encoding="utf-8"))
    return {
        one["id"]: {
            "verdict": one["verdict"],
            "why": f"{FRAGILE}; {one['why']}" if one.get("fragile") else one["why"],
            "found_with": told["results_version"],
        }
        for one in told["studies"]
    }

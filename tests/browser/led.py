"""A led exercise that is over, with its review and its prices: ready for the pages afterwards."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
from playwright.sync_api import Page

from tests.browser.people import People
from tests.played import played_drill
from warmzone.eventlog import Derived, Draft, SqliteStore
from warmzone.exercise.codec import decode_opened, encode_opened
from warmzone.review.levers.shapes import LeversReview, LeverView
from warmzone.review.shapes import Review
from warmzone.review.story import review
from warmzone.review.worth.shapes import (
    NOTICE,
    AccountView,
    Alternative,
    Cost,
    StretchView,
    Worth,
    WorthReview,
)
from warmzone.server.auth import Place, SeatName, Tokens, load_secret
from warmzone.server.reviews import Reviews
from warmzone.server.settings import Settings
from warmzone.server.worths import Worths
from warmzone.simulation.results import version
from warmzone.vocabulary.ids import ExerciseId

SERIES = "class A"
HELD = "MED1: wait, do not enter"
GOOD = "takes the wounded out first"
PRICED = WorthReview(
    NOTICE,
    "How it was priced.",
    "same",
    "5",
    [
        Worth(
            1, "order", 620.0, 900.0, HELD, 7, better="MED1: cleared in to Cafeteria",
            cost=Cost(0.71, 0.55, 0.87, 1000), priced=True,
            alternatives=[
                Alternative("says nothing", 2.5),
                Alternative("MED1: cleared in to Cafeteria", 1.5, best=True),
            ],
        ),
        Worth(
            2, "order", 520.0, 700.0, GOOD, 3, better="says nothing",
            cost=Cost(-0.4, -0.5, -0.3, 1000), priced=True,
        ),
    ],
    ["Decision point 9 is not looked at: nobody can answer it."],
    [AccountView("interior", 6.0, 2.0, 2.9, Cost(0.8, 0.6, 1.0, 200), 0.1, [
        StretchView(620.0, 900.0, 1, 0.5, 0.3, Cost(0.8, 0.6, 1.0, 200), 0.1),
    ])],
)  # fmt: skip
LEVERS = LeversReview(
    "How it was worked out.",
    NOTICE,
    [LeverView("corridor", "The corridor", "what it is", 1, 2, Cost(0.3, 0.1, 0.5, 100))],
)


@dataclass(frozen=True)
class Led:
    """The exercise, a token for each seat in it, and what was made of it."""

    exercise: ExerciseId
    tokens: dict[SeatName, str]
    review: Review

    def open(self, people: People, page: str, seat: SeatName, *where: Any, **how: Any) -> Page:
        """Somebody who had this seat opens a page of it; `page` is what follows its address."""
        address, *size = where
        made = people.sit(address, *size, **how).page
        key = f"warmzone.token.{self.exercise}"
        made.evaluate(
            "([key, token]) => localStorage.setItem(key, token)", [key, self.tokens[seat]]
        )
        made.goto(f"{address}/review/{self.exercise}{page}")
        return made


def led_exercise(data: Path) -> Led:
    """Put one into the data of a server that does not run yet."""
    settings = Settings(data=data)
    header, rows = played_drill()
    opened = msgspec.structs.replace(decode_opened(header.about), led=True, label=SERIES)
    header = msgspec.structs.replace(header, about=encode_opened(opened))
    store = SqliteStore(settings.log_file)
    store.create(header)
    for row in rows:
        draft = Draft(
            row.sim_ms, row.wall, row.seat, row.command_id, row.kind, row.version, row.payload
        )
        store.append(header.exercise, row.sequence - 1, [draft])
    made = review(header, rows)
    derived = Derived(settings.derived_file)
    # The browser's own loop runs in this thread.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, _keep(store, derived, header.exercise, made)).result()
    store.close()
    derived.close()
    tokens = Tokens(load_secret(settings.secret_file))
    seats: tuple[SeatName, ...] = ("instructor", "tactical")
    places = {seat: tokens.issue(Place(header.exercise, seat)) for seat in seats}
    return Led(header.exercise, places, made)


async def _keep(store: SqliteStore, derived: Derived, exercise: ExerciseId, made: Review) -> None:
    """Keep review, prices and levers as the server does what its worker has made."""
    for kind, told in (("review", made), ("levers", LEVERS)):

        async def job(_kind: str, _data: bytes, told: Any = told) -> Any:
            return msgspec.to_builtins(told)

        await Reviews(store, derived, version, job, kind).of(exercise)

    async def price(_kind: str, _data: bytes, _tell: Any) -> Any:
        return msgspec.to_builtins(PRICED)

    worths = Worths(store, derived, version, price)
    while (await worths.of(exercise)).state == "working":
        await asyncio.sleep(0.01)

"""The review command writes every form that is asked for and prints the first page, or JSON."""

import re
from pathlib import Path
from typing import Any

import msgspec
import pytest
from typer.testing import CliRunner

from tests.played import NOTED, played_drill
from warmzone.cli.app import app
from warmzone.eventlog import Draft, Header, Row, SqliteStore
from warmzone.exercise.codec import encode, kind_of
from warmzone.exercise.events import VERSION, Rated
from warmzone.review.shapes import Review
from warmzone.review.story import review
from warmzone.review.worth.shapes import NOTICE, Cost, Worth, WorthReview

HELD = Worth(
    1, "order", 620.0, 900.0, "MED1: wait, do not enter", 7, better="MED1: cleared in to Cafeteria",
    cost=Cost(0.71, 0.55, 0.87, 1000), priced=True,
)  # fmt: skip
PRICED = WorthReview(NOTICE, "How it was priced.", "same", "8", [HELD], [])
ENDINGS = {
    "--pdf": ["review.pdf"],
    "--html": ["review.html"],
    "--docx": ["after-action.docx"],
    "--ics214": ["ics214.docx"],
    "--csv": ["decisions.csv", "log.csv", "measures.csv"],
    "--parquet": ["log.parquet", "measures.parquet"],
}


@pytest.fixture(scope="module")
def played() -> tuple[Header, list[Row], Review]:
    """A drill that is over, with a rating decided, and its review."""
    header, rows = played_drill()
    said = Rated("rtf_in", "M", "waited for the roll call", "instructor")
    last = rows[-1]
    row = Row(
        last.sequence + 1, last.sim_ms, last.wall, -1, None, kind_of(said), VERSION, encode(said)
    )
    rows = [*rows, row]
    return header, rows, review(header, rows)


@pytest.fixture
def data(
    tmp_path: Path, played: tuple[Header, list[Row], Review], monkeypatch: pytest.MonkeyPatch
) -> Path:
    """A folder that keeps it; replays are left out."""
    header, rows, told = played
    store = SqliteStore(tmp_path / "log.sqlite")
    store.create(header)
    for row in rows:
        draft = Draft(row.sim_ms, row.wall, row.seat, row.command_id, row.kind, row.version,
                      row.payload)  # fmt: skip
        store.append(header.exercise, row.sequence - 1, [draft])
    store.close()

    def make(*_asked: Any, **_how: Any) -> tuple[Review, WorthReview]:
        return told, PRICED

    monkeypatch.setattr("warmzone.cli.review._make", make)
    return tmp_path


def run(data: Path, exercise: str, *words: str) -> tuple[int, str, str]:
    """The command's exit code, output and what it says beside it."""
    result = CliRunner().invoke(app, ["review", exercise, "--data", str(data), *words])
    return result.exit_code, result.stdout, result.stderr


def test_every_form_is_written_where_it_is_asked_for(
    data: Path, played: tuple[Header, list[Row], Review]
) -> None:
    """One run writes all of them, named by the exercise; each is told."""
    exercise, out = played[0].exercise, data / "out"
    code, _, aside = run(data, exercise, *ENDINGS, "--out", str(out))
    assert code == 0
    names = {f"{exercise}-{name}" for some in ENDINGS.values() for name in some}
    assert {path.name for path in out.iterdir()} == names
    assert all(name in aside.replace("\n", "") for name in names)
    page = (out / f"{exercise}-review.html").read_text()
    for text in ("cost 0.71 expected lives", NOTED, "M: waited for the roll call (instructor"):
        assert text in page
    log = (out / f"{exercise}-log.csv").read_text()
    assert "cleared in to" in log


def test_the_first_page_is_printed(data: Path, played: tuple[Header, list[Row], Review]) -> None:
    """Ten lines at most, every priced decision, and the notice."""
    code, told, _ = run(data, played[0].exercise)
    assert code == 0
    assert "MED1: wait, do not enter: cost 0.71 expected lives" in told
    numbered = [line for line in told.splitlines() if re.match(r" ?\d+\. ", line)]
    assert 5 <= len(numbered) <= 10
    assert "not a performance record" in told


def test_json_is_the_whole(data: Path, played: tuple[Header, list[Row], Review]) -> None:
    """What is proposed, decided and priced is in one object."""
    code, told, _ = run(data, played[0].exercise, "--json")
    assert code == 0
    found = msgspec.json.decode(told)
    assert found["worth"]["decisions"][0]["cost"]["mean"] == 0.71
    (rated,) = (one for one in found["review"]["ratings"] if one["decided"])
    assert (rated["task"], rated["proposed"], rated["decided"], rated["by"]) == (
        "rtf_in", "P", "M", "instructor",
    )  # fmt: skip


def test_what_is_not_there_or_not_over_is_said(
    tmp_path: Path, played: tuple[Header, list[Row], Review]
) -> None:
    """An unknown exercise and one that goes on are no reviews and no tracebacks."""
    assert run(tmp_path, "nobody")[0] == 1
    store = SqliteStore(tmp_path / "log.sqlite")
    header = played[0]
    store.create(header)
    store.close()
    code, _, aside = run(tmp_path, header.exercise)
    assert (code, "not over" in aside) == (1, True)
    assert run(tmp_path, "nobody")[0] == 1

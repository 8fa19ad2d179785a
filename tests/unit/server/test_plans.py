"""Plans and studies over HTTP: forms are checked field by field, and failures come first."""

import asyncio
import io
import json
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
from starlette.testclient import TestClient

from tests.fake_machinery import FakeMachinery
from warmzone.eventlog import Derived, MemoryStore
from warmzone.evidence.agencies import streams
from warmzone.server import wire
from warmzone.server.app import Parts, make_app
from warmzone.server.auth import Tokens
from warmzone.server.jobs import JobFailedError, KernelJob
from warmzone.server.long_work import LongWork
from warmzone.server.plans import Plans, sites_of
from warmzone.server.settings import Settings
from warmzone.server.simulated import Simulated
from warmzone.studies.claims.suite import READERS
from warmzone.training.plan.agency import AGENCY_FORMAT, agency_of
from warmzone.training.plan.read import PLAN_FILES
from warmzone.training.plan.splits import study_of

AGENCY: dict[str, Any] = {
    "name": "Tarnwick police",
    "officers": 40,
    "hours": 12,
    "sessions": 12,
    "start": "2027-01-04",
    "shifts": ["A", "B"],
    "roll_calls": ["06:45", "22:30"],
    "incidents_per_year": {"single": 20, "many": 0.2, "active": 0.05},
    "now": {"medical_h": 8, "movement_h": 3, "command_h": 1},
    "agencies": None,
    "cars": 1,
    "arrival": 1.1,
    "medics": 1.5,
    "sites": [
        {"scenario": "school-active-threat", "share": 3, "arrival": 1.2},
        {"scenario": "arcade-thin-shift", "share": 1, "arrival": 1},
    ],
}
WORK = "0123456789ab"
SPLIT = {
    "medical_h": 3.0,
    "movement_h": 3.0,
    "command_h": 6.0,
    "deaths_per_year": -0.01,
    "low": -0.03,
    "high": 0.01,
    "half_width": 0.005,
    "best_p": 0.3,
}


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    """A server with one plan that is ready."""
    place = tmp_path / "plans" / WORK
    place.mkdir(parents=True)
    agency = {**AGENCY, "format": "warmzone-agency/1"}
    ask = {"name": "T", "begun": "2027-01-01T00:00:00+00:00", "what": {"agency": agency}}
    (place / "ask.json").write_text(json.dumps(ask))
    result = {
        "agency": "T", "incidents": 96, "points": 2, "splits": [SPLIT], "hangs_on": [],
        "sessions": [], "recommended": "r", "sure": "s", "reading": "x", "now": AGENCY["now"],
        "notice": "n",
    }  # fmt: skip
    (place / "result.json").write_text(json.dumps(result))
    (place / "plan.ics").write_text("BEGIN:VCALENDAR")
    settings = Settings(data=tmp_path, static=tmp_path / "none", compile_kernel=False)
    parts = Parts(
        settings, MemoryStore(), Derived(), FakeMachinery(), Tokens("s" * 32), KernelJob()
    )
    with TestClient(make_app(parts)) as made:
        yield made


def start(client: TestClient, agency: dict[str, Any]) -> dict[str, str]:
    """What is wrong with a form, by field."""
    body = {"agency": agency, "points": 2, "repeats": 1}
    reply = client.post("/api/plans", json=body).json()
    assert reply["work"] is None
    return {one["field"]: one["text"] for one in reply["problems"]}


def test_a_form_with_every_field_of_the_page_starts_a_plan(client: TestClient) -> None:
    """With people by name and without; the one building of an agency's file does for sites."""
    people = [{"name": "R. Vale", "number": "4711", "shift": "A"}]
    one = {key: value for key, value in AGENCY.items() if key != "sites"}
    for agency in (
        AGENCY,
        {**AGENCY, "roster": people},
        {**one, "active_scenario": "school-active-threat"},
    ):
        body = {"agency": agency, "points": 2, "repeats": 1}
        reply = client.post("/api/plans", json=body).json()
        assert reply["problems"] == []
        assert reply["work"]


def test_an_empty_form_is_asked_for_every_field(client: TestClient) -> None:
    """Nothing has a hidden default: what the file leaves out, the form must not."""
    asked = start(client, {})
    assert set(AGENCY) <= set(asked)
    assert all(text for text in asked.values())


def test_every_mistake_is_named_at_its_field(client: TestClient) -> None:
    """Several at once, those inside tables, too."""
    wrong = {
        **AGENCY,
        "officers": "forty",
        "hours": 0,
        "start": "soon",
        "incidents_per_year": {"single": -1, "many": 0.2},
    }
    told = start(client, wrong)
    assert {"officers", "hours", "incidents_per_year.single"} <= set(told)
    assert "forty" in told["officers"]
    assert "incidents_per_year.active" in told


def test_a_building_and_a_person_have_their_own_mistakes(
    client: TestClient, tmp_path: Path
) -> None:
    """What a building leaves out, one that is no scenario, one that is broken, a wrong shift."""
    (tmp_path / "scenarios").mkdir()
    (tmp_path / "scenarios" / "ours.toml").write_text('format = "nothing"')
    told = start(client, {**AGENCY, "sites": [{"scenario": "school-active-threat"}, {}]})
    left_out = {"sites[0].share", "sites[0].arrival", "sites[1].scenario"}
    assert left_out <= set(told)
    assert start(client, {**AGENCY, "sites": []})["sites"]
    factors = {"share": 1, "arrival": 1}
    sites = [{"scenario": "atlantis", **factors}, {"scenario": "ours", **factors}]
    told = start(client, {**AGENCY, "sites": sites})
    assert "atlantis" in told["sites[0].scenario"]
    assert "ours.toml" in told["sites[1].scenario"]
    people = [{"name": "R. Vale", "shift": "C"}, {"name": "R. Vale", "shift": "C"}]
    told = start(client, {**AGENCY, "officers": 1, "roster": people})
    assert set(told) == {"roster[0].shift", "roster[1].shift", "roster[1].name", "roster"}


def test_fire_and_ems_in_own_terms_have_their_own_mistakes(client: TestClient) -> None:
    """What is left out of them is asked for; the factor is not needed beside them."""
    told = start(client, {**AGENCY, "ems": {"crews": "two", "hospitals": [{}]}, "medics": 1})
    asked = {"ems.crews", "ems.enters", "ems.ambulance_min", "ems.hospitals[0].name"}
    assert asked <= set(told)
    whole = {key: value for key, value in AGENCY.items() if key != "medics"}
    assert set(start(client, {**whole, "ems": {}, "officers": 0})) >= {"officers", "ems.crews"}
    assert "medics" not in start(client, {**whole, "ems": {}})


def test_the_form_offers_places_by_who_comes(client: TestClient) -> None:
    """Each kind of place of the evidence with its first minutes."""
    form = client.get("/api/plan-form").json()
    assert {one["id"] for one in form["agencies"]} == set(streams())
    rural = next(one for one in form["agencies"] if one["id"] == "rural")
    assert rural["police_s"] < rural["ambulance_s"] < rural["medical_s"]


def test_a_site_is_a_building_of_active_threats() -> None:
    """Of what ships no drill, nothing without a threat, no place of another kind of incident."""
    sites = sites_of(Simulated({}).cards())
    assert [one.id for one in sites] == ["arcade-thin-shift", "school-active-threat"]


def test_a_ready_plan_gives_its_files_and_packets(client: TestClient, tmp_path: Path) -> None:
    """Those that were made are listed; the packet of a session is; another name is nothing."""
    assert client.get("/api/plans").json()[0]["state"] == "ready"
    at = f"/api/plans/{WORK}"
    assert client.get(f"{at}/result").json()["files"] == ["plan.ics"]
    calendar = client.get(f"{at}/files/plan.ics")
    assert calendar.headers["content-type"].startswith("text/calendar")
    assert "attachment" in calendar.headers["content-disposition"]
    packet = client.get(f"{at}/files/session-001.pdf")
    assert packet.content.startswith(b"%PDF")
    assert client.get(f"{at}/files/plan.zip").status_code == 404  # a plan without all its files
    for name in PLAN_FILES:
        (tmp_path / "plans" / WORK / name).write_bytes(b"made")
    assert client.get(f"{at}/result").json()["files"][0] == "plan.zip"
    whole = client.get(f"{at}/files/plan.zip")
    assert whole.headers["content-type"] == "application/zip"
    with zipfile.ZipFile(io.BytesIO(whole.content)) as archive:
        assert archive.read("plan.ics") == b"made"
        assert "packets/session-001.pdf" in archive.namelist()
    for name in ("session-9999.pdf", "ask.json", "session-x.pdf"):
        assert client.get(f"{at}/files/{name}").status_code == 404
    assert client.post(f"{at}/delete", json={}).json() == []
    assert client.get(at).status_code == 404


def test_studies_in_which_the_claim_fails_come_first(client: TestClient) -> None:
    """The shelf has every study of the claim, with verdict and why of the shipped run."""
    shelf = client.get("/api/studies/shelf").json()
    verdicts = [one["verdict"] for one in shelf["studies"] if one["verdict"]]
    assert verdicts[0] == "the claim fails"
    assert verdicts[-1] == "speaks for the claim"
    claims = [one for one in shelf["studies"] if one["claim"]]
    assert len(claims) == len(READERS)
    assert all(one["why"] and one["found_with"] for one in claims)
    assert all(one["incidents_small"] < one["incidents"] for one in shelf["studies"])
    refused = client.post("/api/studies", json={"study": "dance", "small": True})
    assert refused.status_code == 404
    assert "dance" in refused.json()["text"]


def kernel(state: Literal["compiling", "ready"]) -> Callable[[], wire.KernelProgress]:
    """A kernel that is as far as that."""
    return lambda: wire.KernelProgress(state, 1, 1)


def test_how_long_a_plan_takes_is_sampled_once(tmp_path: Path) -> None:
    """A few incidents say how fast this machine is; what was played since says it better."""
    asked: list[str] = []

    async def job(kind: str) -> float:
        asked.append(kind)
        return 500.0

    async def story() -> None:
        works = LongWork("plan", tmp_path, kernel("ready"), asyncio.Lock())
        plans = Plans(works, tmp_path, job)
        first = await plans.pace()
        assert (first.per_s, first.state) == (None, "sampling")
        while (await plans.pace()).state == "sampling":
            await asyncio.sleep(0)
        assert ((await plans.pace()).per_s, (await plans.pace()).state, asked) == (
            500.0,
            "ready",
            ["plan_pace"],
        )
        study = study_of(agency_of({**AGENCY, "format": AGENCY_FORMAT}, "plan"), 1, 1)
        assert first.incidents_each == len(study.arms) * len(study.physiologies)
        works.per_s = 900.0
        assert (await plans.pace()).per_s == 900.0
        await plans.close()

    asyncio.run(story())


def test_nothing_is_forecast_without_the_kernel(tmp_path: Path) -> None:
    """While the kernel is prepared, and where a sample fails, nobody says how long it takes."""

    async def fails(_kind: str) -> float:
        raise JobFailedError("no")

    async def story(state: Literal["compiling", "ready"], told: str) -> None:
        plans = Plans(LongWork("plan", tmp_path, kernel(state), asyncio.Lock()), tmp_path, fails)
        while (await plans.pace()).state == "sampling":
            await asyncio.sleep(0)
        assert ((await plans.pace()).per_s, (await plans.pace()).state) == (None, told)

    asyncio.run(story("compiling", "compiling"))
    asyncio.run(story("ready", "failed"))

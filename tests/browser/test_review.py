"""The pages after an exercise that somebody led: release, debrief, probes, and what they link."""

import html
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.led import GOOD, HELD, SERIES, Led, led_exercise
from tests.browser.people import DESK, PHONE, People
from tests.browser.test_accessible import violations
from tests.browser.test_sizes import overflow
from tests.played import NOTED
from tools.browser.served import Served

pytestmark = pytest.mark.browser

FIRST_MS = 60_000
COST = "cost 0.71"


@pytest.fixture(scope="module")
def led_data(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Led]:
    """A folder with a led exercise that is over."""
    data = tmp_path_factory.mktemp("led")
    return data, led_exercise(data)


@pytest.fixture(scope="module")
def led(led_data: tuple[Path, Led]) -> Led:
    """The exercise."""
    return led_data[1]


@pytest.fixture(scope="module")
def address(led_data: tuple[Path, Led]) -> Iterator[str]:
    """A server that keeps it."""
    server = Served(led_data[0])
    server.start()
    try:
        yield server.address
    finally:
        server.stop()


def wait_for_review(page: Page) -> None:
    """Its first part is there."""
    expect(page.get_by_role("heading", name="In ten lines")).to_be_visible(timeout=FIRST_MS)


def test_the_debrief_asks_before_it_tells(people: People, led: Led, address: str) -> None:
    """Question and what was told first; truth, cost and fork only after; then the next moment."""
    page = led.open(people, "/debrief", "instructor", address, DESK)
    question = page.get_by_role("heading", name="What did you see? What did you expect?")
    expect(question).to_be_visible(timeout=FIRST_MS)
    expect(page.get_by_text("of 8").or_(page.get_by_text(re.compile(r"\d of \d")))).to_be_visible()
    truth = page.get_by_role("img", name="as it was")
    expect(page.get_by_role("img", name="as reported")).to_be_visible()
    seen: list[str] = []
    for _ in range(8):
        if not question.is_visible():
            break
        expect(truth).to_have_count(0)
        expect(page.get_by_text("expected lives")).to_have_count(0)
        expect(page.get_by_role("button", name="Play on from here")).to_have_count(0)
        page.keyboard.press("ArrowRight")
        expect(truth).to_be_visible()
        expect(page.get_by_role("button", name="Play on from here")).to_be_visible()
        seen.append(page.locator(".moment").inner_text())
        page.keyboard.press("ArrowRight")
    told = "\n".join(seen)
    assert HELD in told
    assert COST in told
    assert "MED1: cleared in to Cafeteria" in told
    assert GOOD.capitalize() in told
    assert "To sustain" in told
    assert violations(page) == []
    page.get_by_role("button", name="Work it out").click()
    expect(page.get_by_text("cost 0.30")).to_be_visible(timeout=FIRST_MS)


def test_a_trainee_sees_no_lives_before_release(people: People, led: Led, address: str) -> None:
    """Neither page nor file nor progress says who died or what it cost; after release they do."""
    trainee = led.open(people, "", "tactical", address, PHONE, touch=True)
    wait_for_review(trainee)
    held = "the instructor's until they release them"
    expect(trainee.get_by_text(held).first).to_be_visible()
    guide = trainee.get_by_role("region", name="Evaluation guide")
    expect(guide.get_by_text("not decided").first).to_be_visible()
    expect(guide.get_by_role("combobox")).to_have_count(0)
    for word in ("died within", "savable", COST, "alive at 24", NOTED, "seed", "same luck again"):
        assert word not in trainee.inner_text("body").lower(), word
    asked = trainee.get_by_role("region", name="Where things stood")
    probe = led.review.probes[0]
    assert probe.knew is not None
    expect(asked).to_contain_text(f"right by what you had been told {round(100 * probe.knew)} %")
    expect(asked).not_to_contain_text("in truth")
    expect(asked.locator("tbody tr").first.locator("td")).to_have_count(3)
    assert overflow(trainee)[0] <= 0
    expect(trainee.get_by_role("button", name="Release the figures")).to_have_count(0)
    with trainee.expect_download() as saved:
        trainee.get_by_role("button", name="Review (one HTML file)").tap()
    file = saved.value.path().read_text()
    assert "Team by team" in file
    for word in ("died", "Fate", COST, NOTED):
        assert word not in file, word

    instructor = led.open(people, "", "instructor", address, DESK)
    wait_for_review(instructor)
    expect(instructor.get_by_role("cell", name=re.compile(COST))).to_be_visible()
    expect(instructor.get_by_text(re.compile("died within 24 hours"))).to_be_visible()
    instructor.get_by_role("button", name="Release the figures").click()
    expect(instructor.get_by_text("The figures in lives are released")).to_be_visible()

    trainee.reload()
    wait_for_review(trainee)
    expect(trainee.get_by_text(re.compile("died within 24 hours"))).to_be_visible()
    expect(trainee.get_by_role("cell", name=re.compile(COST))).to_be_visible()
    expect(asked.get_by_text(re.compile("right in truth")).first).to_be_visible()


def test_everything_points_at_one_moment(people: People, led: Led, address: str) -> None:
    """A decision, a curve and a team's first order each move the slider of the replay."""
    page = led.open(people, "", "instructor", address, DESK)
    wait_for_review(page)
    slider = page.get_by_role("slider", name="Time of the exercise")
    worth = page.get_by_role("region", name="What each decision was worth")
    worth.get_by_role("button", name="10:20", exact=True).click()
    expect(slider).to_have_value("620")
    curve = page.get_by_role("img", name=re.compile("Casualties without care"))
    box = curve.bounding_box()
    assert box is not None
    curve.click(position={"x": box["width"] / 2, "y": 20})
    end_s = int(led.review.end_s)
    expect(slider).to_have_value(re.compile(f"^{round(end_s / 2 / 10) * 10}$"))
    teams = page.get_by_role("region", name="Team by team")
    first = next(row for row in led.review.by_team if row.first_order_s is not None)
    assert first.first_order_s is not None
    teams.get_by_role("button").first.click()
    expect(slider).not_to_have_value(re.compile(f"^{round(end_s / 2 / 10) * 10}$"))
    sustain = page.get_by_role("region", name="What to sustain")
    expect(sustain).to_contain_text(re.compile(GOOD, re.I))
    expect(sustain).not_to_contain_text(HELD)


def test_what_else_could_have_been_said_is_shown(people: People, led: Led, address: str) -> None:
    """Every alternative, the best first; what was not looked at; where the lives went."""
    page = led.open(people, "", "instructor", address, DESK)
    wait_for_review(page)
    worth = page.get_by_role("region", name="What each decision was worth")
    worth.get_by_text("All 2 alternatives").click()
    items = worth.get_by_role("row").filter(has_text=HELD).get_by_role("listitem")
    expect(items.first).to_contain_text("MED1: cleared in to Cafeteria 1.50 expected deaths")
    expect(items.nth(1)).to_contain_text("says nothing 2.50 expected deaths")
    expect(worth).to_contain_text("Decision point 9 is not looked at")
    slider = page.get_by_role("slider", name="Time of the exercise")
    worth.get_by_role("button", name="10:20 to 15:00").click()
    expect(slider).to_have_value("620")
    assert violations(page) == []


def test_a_probes_answer_stands_beside_what_was_true(
    people: People, led: Led, address: str
) -> None:
    """What was said with the screen hidden, what had been told, and what was true, row by row."""
    page = led.open(people, "", "instructor", address, DESK)
    wait_for_review(page)
    asked = page.get_by_role("region", name="Where things stood")
    probe = led.review.probes[0]
    for row in probe.rows:
        shown = asked.get_by_role("row").filter(has_text=row.question)
        for text in (row.said, row.told, row.true):
            expect(shown).to_contain_text(text)
    assert probe.awareness is not None
    expect(asked).to_contain_text(f"right in truth {round(100 * probe.awareness)} %")


@pytest.mark.parametrize("size", [DESK, PHONE])
def test_an_evaluator_decides_and_it_is_printed(
    size: tuple[int, int], people: People, led: Led, address: str
) -> None:
    """A rating with its reason is kept, seen after a reload with its seat, and in the files."""
    page = led.open(people, "", "instructor", address, size, touch=size == PHONE)
    wait_for_review(page)
    notes = page.get_by_role("region", name="Evaluators' notes")
    expect(notes).to_contain_text(NOTED)
    guide = page.get_by_role("region", name="Evaluation guide")
    task = "Bring a rescue task force in" if size == DESK else "Warn other sites"
    why = f"waited for the roll call & asked {size[0]} times"
    rating = guide.get_by_label(f"{task}: your rating")
    rating.select_option("M")
    guide.get_by_label(f"{task}: why").fill(why)
    row = guide.locator("form").filter(has=page.get_by_label(f"{task}: your rating"))
    row.get_by_role("button", name="Keep").click()
    expect(row.get_by_role("status")).to_have_text("Kept just now")
    assert violations(page) == []
    assert overflow(page)[0] <= 0
    page.reload()
    wait_for_review(page)
    expect(rating).to_have_value("M")
    expect(guide.get_by_label(f"{task}: why")).to_have_value(why)
    expect(row.get_by_role("status")).to_contain_text("instructor")
    with page.expect_download() as saved:
        page.get_by_role("button", name="Review (one HTML file)").click()
    file = html.unescape(saved.value.path().read_text())
    assert f"M: {why} (instructor, " in file
    assert "Which lever mattered" in file
    assert NOTED in file
    rating.select_option("")
    row.get_by_role("button", name="Keep").click()
    expect(row.get_by_role("status")).to_have_text("Taken back")


def test_progress_is_of_ones_own(people: People, led: Led, address: str) -> None:
    """Who had a seat sees the series; a browser without one sees none of it."""
    page = led.open(people, "", "instructor", address, DESK)
    page.goto(f"{address}/progress")
    expect(page.get_by_role("heading", name=re.compile(SERIES))).to_be_visible(timeout=FIRST_MS)
    stranger = people.sit(f"{address}/progress", DESK).page
    expect(stranger.get_by_text("No exercise is reviewed yet")).to_be_visible(timeout=FIRST_MS)

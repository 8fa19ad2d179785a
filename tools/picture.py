"""Makes the pictures of the documentation: `python -m tools.picture`.

The school drill is played with a few sensible orders given on the screen until the rescue task
force is on its way, and later finished and reviewed. Seed and orders are always the same; the
second in which an order is given is not quite.
"""

import sys
import tempfile
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from tools.browser.chromium import find_chromium, launch
from tools.browser.screen import Screen
from tools.browser.served import ROOT, Served

IMAGES = ROOT / "docs/images"
SIZE = {"width": 1440, "height": 900}
MOST_BYTES = 400_000
DRILL = "Drill: the RTF at the door"
SEED = "8"
ESCORTED_S = 10 * 60
"""By then the escort stands with the medics."""
LOOK_S = ESCORTED_S + 45
FINISH_S = 16 * 60
REVIEW_HEIGHT = 1560
"""Enough of the page afterwards to hold its replay."""
EDGE = 14


def main() -> int:
    """Make both pictures; 0 when they are written, 2 where there is no browser."""
    chromium = find_chromium()
    if chromium is None:
        print(
            "tools.picture: Debian's Chromium is missing: apt-get install chromium", file=sys.stderr
        )
        return 2
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as data, sync_playwright() as playwright:
        served = Served(Path(data))
        served.start()
        try:
            play(launch(playwright, chromium), served.address)
        finally:
            served.stop()
    return 0


def play(browser: Browser, address: str) -> None:
    """Play the drill and take both pictures."""
    page = browser.new_page(viewport=SIZE, reduced_motion="reduce")  # type: ignore[arg-type]
    page.goto(address)
    page.get_by_text("Freeze and ask, series, luck, bodies").click()
    page.get_by_role("textbox", name="Luck").fill(SEED)
    screen = Screen(page)
    screen.open_scenario(DRILL)
    screen.begin()
    command(screen)
    screen.tempo(4)
    wait_until(screen, ESCORTED_S)
    screen.waiting.get_by_role("button", name="Cleared in to").first.click()
    wait_until(screen, LOOK_S)
    screen.tempo(1)
    half_an_order(screen)
    page.get_by_role("button", name="Building").click()
    keep(page, "live.png", SIZE["height"])
    screen.say.click()
    screen.tempo(4)
    wait_until(screen, FINISH_S)
    screen.finish()
    screen.open_review()
    page.set_viewport_size({"width": SIZE["width"], "height": REVIEW_HEIGHT})
    slider = page.get_by_role("slider", name="Time of the exercise")
    slider.fill(str(LOOK_S - LOOK_S % 10))
    replay = page.get_by_role("region", name="Replay").bounding_box()
    if replay is None:
        raise RuntimeError("the review has no replay")
    keep(page, "review.png", int(replay["y"] + replay["height"]) + EDGE)


def command(screen: Screen) -> None:
    """What a practised sergeant says in the first half minute."""
    screen.give("CITY3, go with", team="CITY3", verb="Escort")
    screen.waiting.get_by_role("button", name="Wait", exact=True).last.click()
    for place in ("Main corridor east", "East corridor north", "Library"):
        screen.give(f"All units, {place} is warm.", verb="Zone", value="warm", place=place)
    point = "All units, casualty collection point is East corridor north."
    screen.give(point, verb="CCP", place="East corridor north")
    screen.give("CITY4, post", team="CITY4", verb="Corridor")
    screen.give("CITY2, treat", team="CITY2", verb="Treat", place="East corridor north")


def half_an_order(screen: Screen) -> None:
    """An order that is about to be said, so that the picture shows how one is made."""
    screen.team("CITY2").click()
    screen.verb("Carry").click()
    screen.choose_place("Library", "Library")
    screen.plan.hover(position={"x": 4, "y": 4})


def wait_until(screen: Screen, at_s: int) -> None:
    """Wait until the exercise's clock shows this time."""
    words = f"{at_s // 60:02}:{at_s % 60:02}"
    screen.page.wait_for_function(
        "([label, words]) => document.querySelector(`[aria-label='${label}']`).innerText >= words",
        arg=["Exercise time", words],
        timeout=180_000,
    )


def keep(page: Page, name: str, height: int) -> None:
    """Write the screen down to a height as a picture that is small enough to be committed."""
    page.evaluate("document.activeElement?.blur()")
    target = IMAGES / name
    shot = page.screenshot(clip={"x": 0, "y": 0, "width": SIZE["width"], "height": height})
    image = Image.open(BytesIO(shot)).convert("RGB")
    # This method keeps rare colours apart, as those of the casualties are.
    method, none = Image.Quantize.MAXCOVERAGE, Image.Dither.NONE
    image.quantize(256, method=method, kmeans=4, dither=none).save(target, optimize=True)
    size = target.stat().st_size
    if size > MOST_BYTES:
        raise RuntimeError(f"{target.name}: {size} bytes are not allowed; {MOST_BYTES} at most")
    print(f"{target.relative_to(ROOT)}: {size // 1000} kB", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())

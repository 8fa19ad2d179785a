"""The pages as a person meets them: what to press, and what there is to read."""

import re

from playwright.sync_api import Locator, Page, expect

FIRST_SIGHT_MS = 30_000
"""A drill plays its opening before it is shown."""
REVIEW_MS = 90_000


class Screen:
    """One browser tab, from the start page to the review."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.teams = page.get_by_role("region", name="Teams", exact=True)
        self.radio = page.get_by_role("region", name="Radio", exact=True)
        self.waiting = page.get_by_role("region", name="Waiting on you", exact=True)
        self.order = page.get_by_role("region", name="Order", exact=True)
        self.plan = page.get_by_role("application")
        self.brief = page.get_by_role("dialog")
        self.clock = page.get_by_label("Exercise time")
        self.place = page.get_by_role("combobox", name="Where: type a place")
        self.say = page.get_by_role("button", name="Say it", exact=True)

    def open_scenario(self, name: str) -> None:
        """From the start page to the brief of a new exercise."""
        self.page.get_by_role("button", name=f"Start {name}").click()
        expect(self.brief).to_be_visible(timeout=FIRST_SIGHT_MS)

    def begin(self) -> None:
        """Leave the brief: the clock runs."""
        self.page.get_by_role("button", name="Start the clock").click()
        expect(self.brief).to_be_hidden()
        expect(self.page.get_by_role("button", name="Pause", exact=True)).to_be_visible()

    def now_s(self) -> int:
        """The exercise's time in seconds."""
        minutes, seconds = self.clock.inner_text().split(":")
        return int(minutes) * 60 + int(seconds)

    def room_code(self) -> str:
        """The code to join by, as the brief says it."""
        found = re.search(r"Room code (\w+)", self.brief.inner_text())
        if found is None:
            raise AssertionError("the brief does not say the room code")
        return found[1]

    def team(self, callsign: str) -> Locator:
        """The card of a team."""
        pattern = re.compile(rf"^\w+\s*{callsign}\b")
        return self.teams.get_by_role("button").filter(has_text=pattern)

    def verb(self, label: str) -> Locator:
        """A button of the order bar; the group of a further verb must stand open."""
        group = self.page.get_by_role("group", name="What")
        return group.get_by_role("button", name=label, exact=True)

    def find_verb(self, label: str) -> Locator:
        """A button of the order bar; a further verb is first looked for by its name."""
        button = self.verb(label)
        if button.count() == 0:
            self.page.get_by_role("textbox", name="What: find an order").fill(label)
        return button

    def choose_place(self, typed: str, name: str) -> None:
        """Type a place and take the one that is meant."""
        self.place.fill(typed)
        self.page.get_by_role("option", name=name, exact=True).click()

    def give(
        self, sentence: str, *, team: str = "", verb: str, value: str = "", place: str = ""
    ) -> None:
        """Give an order with the mouse, and wait until it is said as `sentence`."""
        if team:
            self.team(team).click()
        self.find_verb(verb).click()
        if value:
            self.order.get_by_role("radio", name=value, exact=True).click()
        if place:
            self.choose_place(place, place)
        self.say.click()
        self.expect_said(sentence)

    def expect_said(self, sentence: str) -> None:
        """The last order went out as this."""
        expect(self.order).to_contain_text(f"Said: {sentence}")

    def tempo(self, rate: int) -> None:
        """Set the clock's rate."""
        button = self.page.get_by_role("group", name="Tempo").get_by_role("button", name=f"{rate}×")
        button.click()
        expect(button).to_have_attribute("aria-pressed", "true")

    def finish(self) -> None:
        """Finish the exercise from the menu."""
        self.page.get_by_role("button", name="Menu", exact=True).click()
        self.page.get_by_role("button", name="Finish the exercise …").click()
        self.page.get_by_role("button", name="Yes, finish now").click()
        expect(self.page.get_by_text("The exercise is over.")).to_be_visible()

    def open_review(self) -> None:
        """From the end of an exercise to its page afterwards."""
        self.page.get_by_role("link", name="Open the review").click()
        expect(self.page.get_by_role("heading", name="In ten lines")).to_be_visible(
            timeout=REVIEW_MS
        )

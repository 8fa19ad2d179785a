"""The order bar: groups, search, a second team, several teams, and what cannot be said."""

import pytest
from playwright.sync_api import expect

from tests.browser.people import People
from tools.browser.screen import Screen
from tools.browser.served import Served

pytestmark = pytest.mark.browser

DRILL = "Drill: the RTF at the door"


@pytest.fixture
def screen(people: People, served: Served) -> Screen:
    """Somebody who has just taken over at the school."""
    found = people.sit(served.address)
    found.open_scenario(DRILL)
    found.begin()
    return found


def test_further_orders_stand_in_groups_with_their_help(screen: Screen) -> None:
    """A group opens above the bar, each order with a word of help; choosing one closes it."""
    page = screen.page
    expect(screen.verb("Reserve")).to_have_count(0)
    page.get_by_role("button", name="Teams").click()
    group = page.get_by_role("group", name="Teams orders")
    expect(group.get_by_role("button", name="Reserve")).to_contain_text("ready to go at once")
    screen.team("CITY4").click()
    group.get_by_role("button", name="Reserve").click()
    expect(group).to_be_hidden()
    expect(screen.order).to_contain_text("CITY4, stand as reserve at where?.")


def test_an_order_is_found_by_typing(screen: Screen) -> None:
    """A dot opens the search; the best match is taken with Enter, and the keys work again."""
    press = screen.page.keyboard.press
    press("d")
    press(".")
    for key in "esco":
        press(key)
    expect(screen.page.get_by_role("group", name="Orders found")).to_contain_text("Escort")
    press("Enter")
    expect(screen.order).to_contain_text("CITY4, go with MED1 as security.")


def test_the_second_team_is_a_field_of_its_own(screen: Screen) -> None:
    """The likeliest is meant until another is chosen; the sentence names who will be meant."""
    screen.team("CITY4").click()
    screen.find_verb("Escort").click()
    expect(screen.order).to_contain_text("CITY4, go with MED1 as security.")
    screen.page.get_by_label("With which other team").select_option(label="J MED2")
    expect(screen.order).to_contain_text("CITY4, go with MED2 as security.")
    screen.say.click()
    screen.expect_said("CITY4, go with MED2 as security.")


def test_one_order_goes_to_several_teams(screen: Screen) -> None:
    """Cards are added to the chosen one; the order goes out to each, and is said as one."""
    screen.team("CITY3").click()
    screen.page.get_by_role("button", name="And CITY4").click()
    screen.verb("Hold").click()
    screen.choose_place("Gym", "Gym")
    screen.say.click()
    screen.expect_said("CITY3 and CITY4, hold Gym.")
    expect(screen.radio.get_by_text("Hold Gym.")).to_have_count(2)


def test_several_zones_are_all_named(screen: Screen) -> None:
    """One order for two areas names both, and goes out for each."""
    screen.verb("Zone").click()
    screen.order.get_by_role("radio", name="cold", exact=True).click()
    screen.choose_place("Gym", "Gym")
    screen.choose_place("Kitchen", "Kitchen")
    expect(screen.order).to_contain_text("All units, Gym and Kitchen are cold.")
    screen.say.click()
    screen.expect_said("All units, Gym and Kitchen are cold.")


def test_a_dim_order_says_the_refusals_reason(screen: Screen) -> None:
    """What cannot be said to the chosen team is dim; pressed, it gives its reason and stays out."""
    screen.team("MED1").click()
    clear = screen.verb("Clear")
    expect(clear).to_have_attribute("aria-disabled", "true")
    clear.dispatch_event("click")
    expect(screen.order).to_contain_text("That team is of the wrong service for this.")
    expect(clear).to_have_attribute("aria-pressed", "false")


def test_the_key_tells_the_signs(screen: Screen) -> None:
    """The plan's key opens over the plan with its signs in words, and closes again."""
    screen.page.get_by_role("button", name="Key", exact=True).click()
    key = screen.page.get_by_role("region", name="Key to the plan")
    expect(key).to_contain_text("casualty collection point")
    expect(key).to_contain_text("as only callers or cameras say")
    key.get_by_role("button", name="Close").click()
    expect(key).to_be_hidden()

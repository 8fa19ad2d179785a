"""The shelf of shipped sites and scenarios."""

import pytest

from warmzone.scenario.library import (
    open_scenario,
    open_site,
    scenario_cards,
    scenario_ids,
    scenario_path,
    site_ids,
    site_path,
)
from warmzone.scenario.load import check_path
from warmzone.scenario.problems import Invalid


@pytest.mark.parametrize("site_id", site_ids())
def test_a_shipped_site_is_sound_and_carries_its_id(site_id: str) -> None:
    """What ships has no problem, not even a warning."""
    assert check_path(site_path(site_id)) == []
    assert open_site(site_id).id == site_id


@pytest.mark.parametrize("scenario_id", scenario_ids())
def test_a_shipped_scenario_is_sound_and_carries_its_id(scenario_id: str) -> None:
    """What ships has no problem, not even a warning."""
    assert check_path(scenario_path(scenario_id)) == []
    assert open_scenario(scenario_id)[0].id == scenario_id


def test_there_is_a_card_for_each_scenario() -> None:
    """Cards come in the order of the ids and say whether a scenario is a drill."""
    cards = scenario_cards()
    assert [card.id for card in cards] == scenario_ids()
    assert all(card.drill == (card.start_minute > 0) for card in cards)


def test_an_unknown_id_is_answered_with_the_nearest() -> None:
    """A misspelt id is told with what was meant."""
    with pytest.raises(Invalid) as refused:
        open_site("schol")
    expected = 'schol: the id is not a site that ships; did you mean "school"?'
    assert str(refused.value) == expected

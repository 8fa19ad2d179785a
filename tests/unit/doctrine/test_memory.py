"""What a commander remembers: no two things stand at one place."""

from collections import Counter

from warmzone.doctrine import memory
from warmzone.vocabulary.codes import Role


def test_nothing_that_is_remembered_stands_where_something_else_does() -> None:
    """Each place is named once, those of the roles counted; all lie before the rows of teams."""
    places = {name: place for name, place in vars(memory).items() if name.isupper()}
    taken = Counter(places.values())
    taken.update(memory.ASKED_MS + role for role in Role if role != Role.NONE)
    assert {place for place, times in taken.items() if times > 1} == set()
    assert max(taken) == memory.TEAMS

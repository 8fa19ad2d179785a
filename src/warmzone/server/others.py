"""The second team of an order that names none: the one that must be meant."""

from collections.abc import Callable

from warmzone.server.heard import Heard
from warmzone.server.names import Names
from warmzone.simulation.observe import TeamSeen
from warmzone.vocabulary.codes import Task
from warmzone.vocabulary.orders import FORMS, Addressee, Verb

Rank = tuple[bool, bool, int, int]


def likeliest_other(heard: Heard, names: Names, order: tuple[Verb, int]) -> int:
    """The likeliest second team of an order (verb, team); -1 where there is none.

    An escort is for the RTF without one that has asked the longest; plain clothes are linked up
    with; a team without a task is taken in; a team with one is worked for.
    """
    verb, team = order
    wanted = FORMS[verb].other
    candidates = [
        seen
        for seen in heard.view.teams
        if seen.index != team
        and (wanted == Addressee.ANY or (wanted == Addressee.MEDICAL) == _is_medical(seen, names))
    ]
    if not candidates:
        return -1
    return min(candidates, key=_ranking(heard, order)).index


def _is_medical(seen: TeamSeen, names: Names) -> bool:
    return seen.index in names.medical


def _ranking(heard: Heard, order: tuple[Verb, int]) -> Callable[[TeamSeen], Rank]:
    verb, team = order
    places = {seen.index: seen.area for seen in heard.view.teams}
    escorted = {
        said.order.other_team for said in heard.orders if said.order.verb == Verb.SECURE_RTF
    }

    def rank(seen: TeamSeen) -> Rank:
        apart = seen.area != places.get(team, -1)
        if verb == Verb.SECURE_RTF:
            return seen.index in escorted, seen.asked_ms < 0, seen.asked_ms, seen.index
        if verb == Verb.LINK_UP:
            return not seen.plain, apart, 0, seen.index
        idle = seen.task == Task.UNASSIGNED
        if verb == Verb.FORM_TEAM:
            return apart, not idle, seen.able, seen.index
        return idle, apart, 0, seen.index

    return rank

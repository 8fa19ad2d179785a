"""Words of command to everybody: the size-up, the plan, the roll; what its seat keeps of them."""

from collections.abc import Callable

from tests.reference.twin.arrivals import ask_for, set_out
from tests.reference.twin.beliefs import hear
from tests.reference.twin.incident import Incident
from tests.reference.twin.lanes import hand_on
from tests.reference.twin.radio import channel_of, forgotten, send_report
from tests.reference.twin.reports import open_report
from tests.reference.twin.said import GivenOrder, Message
from tests.reference.twin.together import come_together
from tests.reference.twin.transfer import tell_who_commands, unite
from warmzone.kernel.codes import Item, Lane
from warmzone.vocabulary.codes import Resource, Source
from warmzone.vocabulary.orders import Verb
from warmzone.vocabulary.reports import ReportKind


def hear_size_up(incident: Incident, order: GivenOrder) -> None:
    """Dispatch repeats a size-up to the medics and, by the agency's rule, sends who is on call."""
    tactical, command = incident.tactical, incident.command
    command.sized_up_ms = incident.now if command.sized_up_ms is None else command.sized_up_ms
    report = open_report(incident, ReportKind.SIZED_UP, None)
    report.source, report.area, report.status = Source.DISPATCH, order.area, tactical.threat
    report.flag = sum(max(sum(belief.counts[:3]), belief.claimed) for belief in tactical.areas)
    hear(incident, incident.medical, report)
    if incident.plan.profile.size_up_sends:
        for resource in (Resource.OFFICERS, Resource.RTF, Resource.AMBULANCES):
            ask_for(incident, resource)
        set_out(incident)


def say_plan(incident: Incident, order: GivenOrder) -> None:
    """Officers on the channel know the plan; dispatch says it on others, or forgets it."""
    hear_plan(incident, direct=True)
    fit = [team for team in incident.teams if team.on_scene and team.able > 0]
    if any(channel_of(incident, team) == Lane.AID for team in fit):
        if not forgotten(incident, incident.tactical, incident.tactical):
            message = Message(Item.PLAN_PASSED, order, Lane.AID)
            hand_on(incident, message, incident.p.patch_delay_s)


def hear_plan(incident: Incident, *, direct: bool) -> None:
    """Officers on the police channel (`direct`), or on others, know it; it goes out of date."""
    for team in incident.teams:
        here = team.is_police and team.on_scene and team.able > 0
        if here and (channel_of(incident, team) == Lane.POLICE) == direct:
            team.plan_until_ms = incident.now + int(incident.p.plan_lasts_s * 1000.0)


def answer_roll(incident: Incident, _order: GivenOrder) -> None:
    """Every team on scene says in turn where it is and what it does."""
    for team in incident.teams:
        if team.on_scene and team.able > 0 and (team.arrived_ms or 0) < incident.now:
            report = open_report(incident, ReportKind.ROLL_CALL, team)
            report.status = team.task
            send_report(incident, report)


WORDS: dict[Verb, Callable[[Incident, GivenOrder], None]] = {
    Verb.SIZE_UP: hear_size_up,
    Verb.SAY_PLAN: say_plan,
    Verb.ROLL_CALL: answer_roll,
    Verb.CO_LOCATE: lambda incident, _order: come_together(incident),
    Verb.UNIFY_COMMAND: lambda incident, _order: unite(incident),
    Verb.TAKE_COMMAND: lambda incident, _order: tell_who_commands(incident),
}

"""What a seat is sent: hello, views and answers, made of what it has heard."""

from warmzone.exercise.commands import GiveOrder
from warmzone.exercise.decide import answer_of
from warmzone.exercise.events import ClockChanged, Ended, Event, Opened, OrderReceived
from warmzone.exercise.run_port import RunPort
from warmzone.exercise.state import State
from warmzone.review.doctrine import rules_name
from warmzone.review.frames import truth_frame
from warmzone.review.shapes import Frame
from warmzone.review.words import TASKS
from warmzone.scenario.incident import Scenario
from warmzone.server import sentences, wire
from warmzone.server.asking import waiting
from warmzone.server.auth import SeatName
from warmzone.server.bar_view import verb_views
from warmzone.server.cards import team_cards
from warmzone.server.clocks import clock_views
from warmzone.server.dimming import Dimming
from warmzone.server.ground_view import area_views, situation_view
from warmzone.server.heard import heard_by_tactical
from warmzone.server.names import Names
from warmzone.server.neglected import is_pending, neglected
from warmzone.server.others import likeliest_other
from warmzone.server.plan_view import plan_view
from warmzone.server.radio_log import radio_lines
from warmzone.server.spoken import order_sentence
from warmzone.server.standing import standing
from warmzone.server.verbs import SAYABLE, value_of
from warmzone.server.wire_probe import Probe, ProbeTeam
from warmzone.simulation.observe import CorridorSeen
from warmzone.simulation.run import Run
from warmzone.vocabulary.codes import CommandPlace, Seat
from warmzone.vocabulary.ids import CommandId, ExerciseId
from warmzone.vocabulary.orders import FORMS, TEAM_VERBS, Addressee, Order, Refusal, Verb
from warmzone.vocabulary.units import clock

SAID_LETTERS = 80
WHY_LETTERS = 160
INDEX_MOST = 2**31 - 1

_PLACES = {
    CommandPlace.NOBODY: "nobody",
    CommandPlace.INSIDE: "you",
    CommandPlace.POST: "you, at the post",
}


class Presenter:
    """The words and pictures of one incident."""

    def __init__(self, scenario: Scenario, names: Names) -> None:
        self._scenario = scenario
        self._names = names
        self._plan = plan_view(names.site)
        self._dimming = Dimming()

    def hello(self, exercise: ExerciseId, opened: Opened, seat: SeatName) -> wire.Hello:
        """The first message; the brief of a drill is its own, else what is known at the start."""
        scenario, leads = self._scenario, seat == "instructor"
        return wire.Hello(
            exercise=exercise,
            code=opened.code,
            scenario=opened.scenario,
            scenario_name=opened.scenario_name,
            summary=scenario.summary,
            brief=sentences.NO_DRILL if scenario.start is None else scenario.start.brief,
            seat=seat,
            minutes=opened.minutes,
            plan=self._plan,
            verbs=verb_views(),
            notice=sentences.NOTICE,
            reasons=sentences.refusals(),
            profile=rules_name(scenario),
            seed=opened.seed if leads or not opened.led else None,
            roster=self._names.roster() if leads else [],
            tasks=list(TASKS.values()) if leads else [],
        )

    def view(self, run: RunPort, state: State, kernel: wire.KernelProgress) -> wire.View:
        """What the Tactical seat may know now."""
        heard, names = heard_by_tactical(_simulated(run)), self._names
        command = heard.view
        place = CommandPlace(command.place)
        in_command = place != CommandPlace.NOBODY
        resumed_ms = state.resumed_at_ms
        dims = self._dimming.of(_simulated(run), heard, names)
        return wire.View(
            now_s=heard.now_ms / 1000,
            running=state.running,
            rate=state.rate,
            ended=state.ended,
            resumed_text="" if resumed_ms is None else sentences.resumed(clock(resumed_ms / 1000)),
            command=_PLACES[place],
            command_since_s=command.command_since_ms / 1000 if in_command else None,
            in_command=in_command,
            situation=situation_view(heard, names, self._scenario.ambulances),
            teams=team_cards(heard, names, dims),
            areas=area_views(heard, names),
            ccp=command.ccp,
            aep=command.aep,
            corridor=_corridor(command.corridor),
            radio=radio_lines(heard, names, self._scenario.reports),
            radio_queue=command.radio_queue,
            waiting=waiting(heard, names) + neglected(heard, names),
            clocks=clock_views(heard, names),
            kernel=kernel,
            dim=dims.verbs,
            standing=standing(heard, names),
            ccp_pending=is_pending(heard, Verb.SET_CCP),
            aep_pending=is_pending(heard, Verb.SET_AEP),
            asking=state.probing,
        )

    def truth(self, run: RunPort) -> Frame:
        """How it truly stands now: whoever leads sees it beside what the seat was told."""
        return truth_frame(_simulated(run))

    def probe(self, run: RunPort) -> Probe:
        """The teams that the seat has heard of; where they are is what it is asked."""
        heard = heard_by_tactical(_simulated(run))
        teams = [ProbeTeam(team.index, self._names.team(team.index)) for team in heard.view.teams]
        return Probe(heard.now_ms / 1000, teams)

    def order(self, message: wire.GiveOrder, run: RunPort) -> GiveOrder:
        """The order that a message asks for; one that cannot be read says why."""
        said = f"{message.verb} {message.value}".strip()[:SAID_LETTERS]
        why = " ".join(message.why.split())[:WHY_LETTERS]
        verb = SAYABLE.get(message.verb)
        if verb is None:
            return GiveOrder(message.command_id, None, Refusal.UNKNOWN_VERB, said, why)
        value = value_of(verb, message.value)
        refusal = _unreadable(message, value)
        if value is None or refusal != Refusal.ACCEPTED:
            return GiveOrder(message.command_id, None, refusal, said, why)
        team, other = message.team if verb in TEAM_VERBS else -1, -1
        if FORMS[verb].other != Addressee.NOBODY:
            other = message.other
            if other == -1:
                heard = heard_by_tactical(_simulated(run))
                other = likeliest_other(heard, self._names, (verb, team))
        order = Order(Seat.TACTICAL, verb, team, message.area, other, value)
        return GiveOrder(message.command_id, order, why=why)

    def answer(self, command_id: CommandId, event: Event) -> wire.Answer:
        """The answer to the command behind an event, in words."""
        code = answer_of(event)
        text, sentence = sentences.reason(code), ""
        if isinstance(event, OrderReceived) and event.verb >= 0:
            order = Order(
                Seat.TACTICAL,
                Verb(event.verb),
                event.team,
                event.area,
                event.other_team,
                event.value,
            )
            sentence = order_sentence(order, self._names) if code == sentences.ACCEPTED else ""
        elif isinstance(event, ClockChanged):
            text = f"The clock runs at {event.rate:g}×." if event.running else "The clock stands."
        elif isinstance(event, Ended):
            text = "The exercise is over. The review is open."
        return wire.Answer(command_id, code == sentences.ACCEPTED, code, text, sentence)


def _unreadable(message: wire.GiveOrder, value: int | None) -> Refusal:
    """Why a message is no order, ACCEPTED where it is one; `value` None stands for no such word."""
    if abs(message.team) > INDEX_MOST or abs(message.other) > INDEX_MOST:
        return Refusal.UNKNOWN_TEAM
    if abs(message.area) > INDEX_MOST:
        return Refusal.UNKNOWN_AREA
    return Refusal.BAD_VALUE if value is None else Refusal.ACCEPTED


def _simulated(run: RunPort) -> Run:
    """The run as the simulation's; only such a one has anything to show."""
    if not isinstance(run, Run):
        raise TypeError(f"a {type(run).__name__} is not allowed; a Run")
    return run


def _corridor(corridor: CorridorSeen) -> wire.Corridor:
    states = {0: "none", 1: "building", 2: "open", 3: "broken"}
    return wire.Corridor(
        state=states[corridor.state],  # type: ignore[arg-type]
        areas=list(corridor.areas),
        posts=list(corridor.posts),
        posts_held=corridor.posts_held,
        posts_needed=len(corridor.posts),
    )

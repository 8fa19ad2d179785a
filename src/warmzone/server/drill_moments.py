"""A drill's moment as its trainee sees it: the plan and the view of the live screen, stopped."""

from warmzone.exercise.events import Opened
from warmzone.exercise.state import State
from warmzone.server import wire
from warmzone.server.names import Names
from warmzone.server.present import Presenter
from warmzone.server.wire_drills import DrillChoice, DrillMoment
from warmzone.training.drills.drill import VARIANTS, drills
from warmzone.training.drills.moment import NoMomentError, Situation, situation
from warmzone.vocabulary.ids import ExerciseId


def find(drill_id: str, variant: int) -> Situation:
    """The drill's moment of that number, or the next that there is. Raises NoMomentError."""
    for step in range(VARIANTS):
        try:
            return situation(drills()[drill_id], (variant + step) % VARIANTS)
        except NoMomentError:
            continue
    raise NoMomentError(f"{drill_id}: no moment fits")


def moment_of(drill_id: str, variant: int) -> DrillMoment:
    """The moment as it travels; choices in the order of the file. Raises NoMomentError."""
    stands = find(drill_id, variant)
    drill, run, scenario = stands.drill, stands.run, stands.scenario
    units = run.prepared.units
    medical = (n for n, unit in enumerate(units) if unit.agency.discipline == "medical")
    names = Names(tuple(unit.callsign for unit in units), frozenset(medical), stands.site)
    presenter = Presenter(scenario, names)
    opened = Opened(
        scenario=scenario.id,
        scenario_name=scenario.name,
        code="",
        seed=run.seed,
        commander=run.automatic.name,
        minutes=scenario.minutes,
    )
    return DrillMoment(
        drill=drill.id,
        variant=variant,
        point=drill.point,
        title=drill.title,
        question=stands.told(drill.question),
        seconds=drill.seconds,
        choices=[DrillChoice(one.id, stands.told(one.text)) for one in drill.choices],
        hello=presenter.hello(ExerciseId(f"drill-{drill.id}"), opened, "observer"),
        view=presenter.view(run, State(), wire.KernelProgress("waiting", 0, 0)),
    )

"""The real machinery: shipped and stored scenarios, simulated runs. Heavy things come in late."""

import logging
from collections import OrderedDict
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

import msgspec

from warmzone.exercise.events import Opened
from warmzone.exercise.run_port import RunPort
from warmzone.server import wire
from warmzone.server.machinery import (
    Show,
    Start,
    UnknownScenarioError,
    UnsoundScenarioError,
)

if TYPE_CHECKING:
    from warmzone.simulation.lower import Prepared

LOG = logging.getLogger("warmzone.simulated")

PREPARED_MOST = 8


class Simulated:
    """Incidents of the simulation on the uncompiled kernel, which starts at once.

    `files` are scenario files offered beside the shipped ones, by the id they are asked for with.
    Prepared incidents are shared between exercises of the same scenario.
    """

    def __init__(self, files: dict[str, Path]) -> None:
        self._files = files
        self._prepared: OrderedDict[bytes, Prepared] = OrderedDict()
        self._lock = Lock()

    def results_version(self) -> str:
        """The version under which runs are made now."""
        from warmzone.simulation.results import version

        return version()

    def cards(self) -> list[wire.ScenarioCard]:
        """The scenarios that ship, then those of the files that can be read."""
        from warmzone.scenario.library import scenario_cards

        shipped = [_card(card) for card in scenario_cards()]
        return shipped + [card for name in self._files if (card := self._file_card(name))]

    def start(self, scenario: str) -> Start:
        """A scenario by its id; raises UnknownScenarioError, UnsoundScenarioError."""
        from warmzone.scenario.library import scenario_ids, scenario_path
        from warmzone.scenario.load import Invalid, load_scenario

        known = [*scenario_ids(), *self._files]
        if scenario not in known:
            raise UnknownScenarioError(f"scenario: {scenario!r} is not allowed; {', '.join(known)}")
        try:
            return Start(*load_scenario(self._files.get(scenario) or scenario_path(scenario)))
        except Invalid as error:
            raise UnsoundScenarioError("\n".join(map(str, error.problems))) from error

    def run(self, opened: Opened, start: Start) -> RunPort:
        """A fresh run at time 0; a drill's is automatic until it is handed over."""
        from warmzone.doctrine.commanders import automatic
        from warmzone.simulation.run import Run

        run: RunPort = Run(
            self._prepare(start, opened.physiology, opened.tempo),
            opened.seed,
            automatic(opened.commander),
            tactical_is_person=opened.hand_over_ms == 0,
        )
        return run

    def show(self, start: Start) -> Show:
        """The words and pictures of an incident."""
        from warmzone.server.names import Names
        from warmzone.server.present import Presenter

        units = self._prepare(start).units
        medical = (n for n, unit in enumerate(units) if unit.agency.discipline == "medical")
        names = Names(tuple(unit.callsign for unit in units), frozenset(medical), start.site)
        presenter: Show = Presenter(start.scenario, names)
        return presenter

    def _prepare(self, start: Start, physiology: str = "hazard", tempo: float = 1.0) -> "Prepared":
        from warmzone.simulation.lower import prepare
        from warmzone.vocabulary.codes import Physiology

        key = msgspec.json.encode([start.scenario, start.site, physiology, tempo])
        body = Physiology[physiology.upper()]
        with self._lock:
            found = self._prepared.pop(key, None)
            made = found or prepare(start.scenario, start.site, physiology=body, tempo=tempo)
            self._prepared[key] = made
            while len(self._prepared) > PREPARED_MOST:
                self._prepared.popitem(last=False)
            return made

    def _file_card(self, name: str) -> wire.ScenarioCard | None:
        """The card of a file, under the name it is asked for with; None where it has problems."""
        from warmzone.scenario.library.shelf import card_of
        from warmzone.scenario.load import Invalid

        try:
            card = _card(card_of(self._files[name]))
        except (Invalid, msgspec.MsgspecError, OSError) as error:
            LOG.warning("scenario %s is left out: %s", name, error)
            return None
        card.id = name
        return card


def stored_scenarios(folder: Path) -> dict[str, Path]:
    """The scenario files of a folder, by name; none where there is no folder."""
    return {path.stem: path for path in sorted(folder.glob("*.toml"))}


def _card(card: object) -> wire.ScenarioCard:
    return msgspec.convert(card, wire.ScenarioCard, from_attributes=True)

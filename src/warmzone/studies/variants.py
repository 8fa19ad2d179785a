"""The incidents of a study: its scenarios with what the study puts in place of their own."""

import msgspec

from warmzone.scenario.agencies import with_agencies
from warmzone.scenario.ems import with_ems
from warmzone.scenario.incident import Agency, Cars, FirstReport, Scenario
from warmzone.scenario.site import Site
from warmzone.studies.study import Incident

MOST_CARS = 40
LATEST_S = 14_400.0


def variant(scenario: Scenario, site: Site, incident: Incident) -> Scenario:
    """The scenario as this incident of the study has it."""
    if incident.agencies is not None:
        scenario = with_agencies(scenario, site, incident.agencies)
    replaced = {
        "casualties": _given(scenario.casualties, incident, ("hurt", "latent", "savable_share")),
        "threat": _given(scenario.threat, incident, ("active_s", "state", "reported")),
        "agencies": [_agency(agency, incident) for agency in scenario.agencies],
        "ambulances": msgspec.structs.replace(
            scenario.ambulances,
            first_s=_later(scenario.ambulances.first_s, incident.arrival * incident.medics),
        ),
        "agency_profile": None,
        "reports": [_said(report, incident) for report in scenario.reports],
    }
    changed = msgspec.structs.replace(scenario, **replaced)
    return changed if incident.ems is None else with_ems(changed, site, incident.ems)


def _given(part: msgspec.Struct, incident: Incident, names: tuple[str, ...]) -> msgspec.Struct:
    told = {name: getattr(incident, name) for name in names}
    given = {name: value for name, value in told.items() if value is not None}
    return msgspec.structs.replace(part, **given)


def _said(report: FirstReport, incident: Incident) -> FirstReport:
    """Callers say of the threat what the first dispatch says: they are where dispatch has it from.

    Left at the scenario's own they would overrule it before the first officer comes.
    """
    if incident.reported is None or report.threat is None:
        return report
    return msgspec.structs.replace(report, threat=incident.reported)


def _agency(agency: Agency, incident: Incident) -> Agency:
    police = agency.discipline == "police"
    factor = incident.cars if police else 1.0
    later = incident.arrival * (1.0 if police else incident.medics)
    streams = [_cars(cars, factor, later) for cars in agency.arrivals]
    return msgspec.structs.replace(agency, arrivals=streams)


def _cars(cars: Cars, factor: float, later: float) -> Cars:
    count = min(MOST_CARS, max(1, round(cars.count * factor)))
    return msgspec.structs.replace(cars, count=count, first_s=_later(cars.first_s, later))


def _later(seconds: float, factor: float) -> float:
    return min(LATEST_S, seconds * factor)

"""Where the plan's Fire and EMS come from: the agency's own words, or rows of the evidence."""

from warmzone.evidence.agencies import Stream, streams
from warmzone.evidence.rows import world_rows
from warmzone.studies.verification.report import Table
from warmzone.training.plan.agency import Agency
from warmzone.training.plan.ems import CENTRE_ROW, HOSPITAL_ROW, OwnEms, OwnHospital

HEADS = ("What", "As said", "In the model", "From")
OWN_WORD = "the agency's own word"
ENTERS = {
    "with-police": (
        "trained as a rescue task force, into warm ground with police",
        "entry by the rules of each scenario: cleared in, with security, a lane or held ground",
    ),
    "when-clear": (
        "outside: police carry casualties out to them until nothing is about",
        "rule movement = police-carry: officers carry casualties out to them until then",
    ),
}


def ems_table(agency: Agency) -> Table:
    """What Fire and EMS bring and where each number is from."""
    if agency.ems is not None:
        return Table(HEADS, tuple(_own(agency.ems)), wide=(1, 2, 3))
    if agency.agencies is None:
        told = ("Fire and EMS", "as each scenario has it", "unchanged", "the scenario's file")
        return Table(HEADS, (told,), wide=(1, 2, 3))
    rows = [row for row in streams()[agency.agencies] if row.kind != "police"]
    later = agency.arrival * agency.medics
    return Table(HEADS, tuple(_stream(row, later) for row in rows), wide=(1, 2, 3))


def _own(ems: OwnEms) -> list[tuple[str, str, str, str]]:
    said, model = ENTERS[ems.enters]
    crews = f"{ems.crews} of {ems.medics} people, {_when(ems.crew_min, ems.crew_gap_min)}"
    cars = f"{ems.ambulances} for {ems.carries} casualties each, "
    cars += _when(ems.ambulance_min, ems.ambulance_gap_min)
    more = f"{ems.more_ambulances}, {ems.more_min:g} min after the call for them"
    return [
        ("Medical crews", crews, _drawn(ems.crew_min, ems.crew_gap_min), OWN_WORD),
        ("How they go in", said, model, OWN_WORD),
        ("Ambulances", cars, _drawn(ems.ambulance_min, ems.ambulance_gap_min), OWN_WORD),
        ("Ambulances called for", more, f"on call, {60 * ems.more_min:g} s", OWN_WORD),
        *(_hospital(each) for each in ems.hospitals),
    ]


def _when(first_min: float, gap_min: float) -> str:
    return f"the first after {first_min:g} min, {gap_min:g} min apart"


def _drawn(first_min: float, gap_min: float) -> str:
    gap = f"gaps drawn with mean {60 * gap_min:g} s"
    return f"first {60 * first_min:g} s, {gap}; one where one is hurt"


def _hospital(own: OwnHospital) -> tuple[str, str, str, str]:
    """A hospital; how many it takes an hour is the evidence's, as no coordinator knows it."""
    kind = "trauma centre" if own.trauma_centre else "hospital"
    name = CENTRE_ROW if own.trauma_centre else HOSPITAL_ROW
    row = world_rows()[name]
    source = row.source or "no source"
    return (
        own.name,
        f"{kind}, {own.drive_min:g} min away",
        f"drive {60 * own.drive_min:g} s; takes {row.value:g} in danger an hour ({name})",
        f"{OWN_WORD}; {name}: {row.status}, {source}",
    )


def _stream(row: Stream, later: float) -> tuple[str, str, str, str]:
    when = "after they are called for" if row.on_call else "after the call"
    each = f"{row.people_high} {'casualties' if row.kind == 'ambulance' else 'people'} each"
    said = f"{row.cars}, {each}; the first {row.first_s / 60:.1f} min {when}"
    waits = row.on_call and row.kind == "ambulance"  # factors leave these as they are
    model = f"first {row.first_s * (1.0 if waits else later):g} s"
    where = f"agencies.csv, {row.profile}, {row.agency}: {row.status}"
    return (row.name, said, model, f"{where}, {row.source}" if row.source else where)

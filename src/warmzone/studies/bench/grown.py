"""The same incident with many times as many officers and casualties."""

import msgspec

from warmzone.scenario.incident import Agency, Cars, Scenario, Span


def grown(scenario: Scenario, factor: int) -> Scenario:
    """`factor` times the cars, crews, ambulances and people, come within the same time."""
    people, fleet = scenario.casualties, scenario.ambulances
    return msgspec.structs.replace(
        scenario,
        agencies=[_agency(agency, factor) for agency in scenario.agencies],
        casualties=msgspec.structs.replace(
            people, latent=_span(people.latent, factor), hurt=_span(people.hurt, factor)
        ),
        ambulances=msgspec.structs.replace(
            fleet,
            count=fleet.count * factor,
            on_call=fleet.on_call * factor,
            gap_s=fleet.gap_s / factor,
        ),
    )


def _agency(agency: Agency, factor: int) -> Agency:
    return msgspec.structs.replace(
        agency, arrivals=[_cars(cars, factor) for cars in agency.arrivals]
    )


def _cars(cars: Cars, factor: int) -> Cars:
    return msgspec.structs.replace(cars, count=cars.count * factor, gap_s=cars.gap_s / factor)


def _span(span: Span, factor: int) -> Span:
    return Span(span.low * factor, span.high * factor)

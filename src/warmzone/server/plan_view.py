"""The floor plan as everybody may know it."""

from warmzone.scenario.site import Site
from warmzone.server import wire_plan


def plan_view(site: Site) -> wire_plan.PlanView:
    """Levels, areas, openings and marks."""
    return wire_plan.PlanView(
        name=site.name,
        levels=[wire_plan.LevelView(level.number, level.name) for level in site.levels],
        areas=[
            wire_plan.AreaView(
                index=index,
                id=area.id,
                name=area.name,
                kind=area.kind,
                level=area.level,
                vehicle=area.vehicle,
                x_m=area.x_m,
                y_m=area.y_m,
                rings=[list(ring) for ring in area.rings],
            )
            for index, area in enumerate(site.areas)
        ],
        openings=[
            wire_plan.OpeningView(
                opening.a,
                opening.b,
                opening.kind,
                opening.state,
                opening.width_m,
                opening.x_m,
                opening.y_m,
            )
            for opening in site.openings
        ],
        marks=[
            wire_plan.MarkView(mark.kind, mark.name, mark.area, mark.x_m, mark.y_m)
            for mark in site.marks
        ],
        attribution=site.attribution,
    )

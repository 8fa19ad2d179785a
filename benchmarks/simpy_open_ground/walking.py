"""Walking wounded: they come out by themselves, and drive off or drift to the ambulances."""

from __future__ import annotations

from collections.abc import Generator
from typing import TYPE_CHECKING, Any

from benchmarks.simpy_open_ground.incident import ROAD

if TYPE_CHECKING:
    from benchmarks.simpy_open_ground.people import Casualty
    from benchmarks.simpy_open_ground.scene import Scene


def come_out(scene: Scene, one: Casualty) -> Generator[Any, Any, None]:
    """After a while, out; on open ground that is where they are."""
    p = scene.world.parameters
    yield scene.env.timeout(p["walk_out_delay_s"])
    if not one.on_foot:
        return
    one.outside = True
    if scene.luck.happens(p["self_transport_p"]):
        nearest = min(scene.hospitals, key=lambda hospital: hospital.drive_s)
        scene.note_left(one)
        one.arrives = scene.env.now + p["self_transport_s"] + nearest.drive_s
        yield scene.env.timeout(one.arrives - scene.env.now)
        if not one.dead:
            nearest.receive(one)
        return
    yield from drift(scene, one)


def drift(scene: Scene, one: Casualty) -> Generator[Any, Any, None]:
    """To the ambulances, unless somebody takes them into hand before they are there."""
    metres = scene.world.distance_m[one.area][ROAD]
    one.on_the_way = True
    yield scene.env.timeout(metres / scene.world.parameters["walk_wounded_m_per_s"])
    one.on_the_way = False
    if one.on_foot:
        one.area = ROAD
        scene.call_ambulances(ROAD)


def turn_to_ambulances(scene: Scene) -> None:
    """Where ambulances load has been said: those outside who stand about set out for it."""
    for one in scene.people:
        if one.outside and one.on_foot and not one.on_the_way and one.area != ROAD:
            scene.env.process(drift(scene, one))

"""Plan of the derailment site: a train of six carriages come off a low embankment in farmland.

The line runs from the level crossing in the west to a small halt in the east. Slopes are steep, so
the ways over them carry extra walking. Carriages lie where they came to rest.
"""

from tools.site_plans.plan import (
    Area,
    Mark,
    Opening,
    Plan,
    door,
    double_door,
    gate,
    ground,
    hall,
    outline,
    rectangle,
    road,
    room,
    turned,
    way,
    without,
)

CARRIAGE_M, WIDTH_M = 20.0, 2.8

FIRST = turned(-51, -10.8, CARRIAGE_M, WIDTH_M, 22)
SECOND = turned(-27, 0, CARRIAGE_M, WIDTH_M, -19)
THIRD = turned(-4, 11, CARRIAGE_M, WIDTH_M, 16)
FOURTH = turned(17, 0, CARRIAGE_M, WIDTH_M, 9)
FIFTH = turned(39, 0.5, CARRIAGE_M, WIDTH_M, 2)
SIXTH = turned(61, 0.8, CARRIAGE_M, WIDTH_M, 0)

WAITING_ROOM = rectangle(138, -12, 148, -9)

CARRIAGES: list[Area] = [
    room("carriage-1", "Carriage 1", FIRST),
    room("carriage-2", "Carriage 2", SECOND),
    room("carriage-3", "Carriage 3", THIRD),
    room("carriage-4", "Carriage 4", FOURTH),
    room("carriage-5", "Carriage 5", FIFTH),
    room("carriage-6", "Carriage 6", SIXTH),
]

TRACK: list[Area] = [
    ground("track-west", "Track west", rectangle(-122, -5, -66, 5)),
    ground("track-torn", "Torn-up track", rectangle(-66, -5, -39, 5)),
    ground("track-by-2", "Track by carriage 2", without(rectangle(-39, -5, -15, 5), SECOND)),
    ground("track-gap", "Track gap", rectangle(-15, -5, 6, 5)),
    ground("track-by-4", "Track by carriage 4", without(rectangle(6, -5, 28, 5), FOURTH)),
    ground("track-by-5", "Track by carriage 5", without(rectangle(28, -5, 50, 5), FIFTH)),
    ground("track-by-6", "Track by carriage 6", without(rectangle(50, -5, 72, 5), SIXTH)),
    ground("track-east", "Track east", rectangle(72, -5, 120, 5)),
    ground("track-halt", "Track at the halt", rectangle(120, -5, 170, 5)),
]

SLOPES: list[Area] = [
    ground("north-slope-west", "North slope west", rectangle(-122, 5, -39, 17)),
    ground("north-slope-middle", "North slope middle", without(rectangle(-39, 5, 28, 17), THIRD)),
    ground("north-slope-east", "North slope east", rectangle(28, 5, 120, 17)),
    ground("south-slope-west", "South slope west", rectangle(-122, -17, -66, -5)),
    ground(
        "south-slope-crash",
        "South slope by carriage 1",
        without(rectangle(-66, -17, -15, -5), FIRST),
    ),
    ground("south-slope-middle", "South slope middle", rectangle(-15, -17, 50, -5)),
    ground("south-slope-east", "South slope east", rectangle(50, -17, 120, -5)),
]

COUNTRY: list[Area] = [
    ground(
        "barley-west", "Barley field west", outline((-122, 17), (-20, 17), (-8, 70), (-122, 70))
    ),
    ground(
        "barley-east",
        "Barley field east",
        outline((-20, 17), (70, 17), (84, 44), (80, 70), (-8, 70)),
    ),
    ground(
        "copse",
        "Alder copse",
        outline((70, 17), (120, 17), (134, 48), (118, 70), (80, 70), (84, 44)),
    ),
    ground("meadow-west", "Meadow west", outline((-122, -70), (-54, -70), (-40, -22), (-122, -22))),
    ground(
        "meadow-east",
        "Meadow east",
        outline((-54, -70), (56, -70), (62, -44), (62, -22), (-40, -22)),
    ),
    ground("orchard", "Orchard", outline((56, -70), (92, -70), (92, -44), (62, -44))),
]

ROADS: list[Area] = [
    road("crossing", "Level crossing", rectangle(-130, -5, -122, 5)),
    road("crossing-road-north", "Crossing road north", rectangle(-130, 5, -122, 70)),
    road("crossing-road-south", "Crossing road south", rectangle(-130, -70, -122, -5)),
    road("access-track-west", "Access track west", rectangle(-122, -22, -40, -17)),
    road("access-track-middle", "Access track middle", rectangle(-40, -22, 30, -17)),
    road("access-track-east", "Access track east", rectangle(30, -22, 120, -17)),
    road("farmyard", "Farmyard", rectangle(62, -44, 120, -22)),
    road("farm-lane", "Farm lane", rectangle(120, -70, 128, -17)),
    road("halt-forecourt", "Halt forecourt", without(rectangle(120, -17, 170, -9), WAITING_ROOM)),
]

BUILDINGS: list[Area] = [
    hall("platform", "Halt platform", rectangle(120, -9, 170, -5)),
    room("waiting-room", "Waiting room", WAITING_ROOM),
    hall("barn", "Hay barn", rectangle(92, -60, 112, -44)),
]

# Carriage 1 lies on its side: its doors face the sky and the ground, so one broken end is the way
# in. The way from 4 to 5 is a torn gangway; the others came apart.
CARRIAGE_DOORS: list[Opening] = [
    Opening("carriage-1", "south-slope-crash", "door", 0.9, "blocked", 0.15),
    Opening("carriage-1", "south-slope-crash", "passage", 0.8, "open", 0.62, 4.0),
    door("carriage-2", "track-by-2", "open", along=0.10),
    door("carriage-2", "track-by-2", "blocked", along=0.55),
    door("carriage-3", "north-slope-middle", "blocked", along=0.12),
    Opening("carriage-3", "north-slope-middle", "door", 0.9, "open", 0.60, 3.0),
    door("carriage-4", "track-by-4", "open", along=0.10),
    door("carriage-4", "track-by-4", "closed", along=0.60),
    door("carriage-5", "track-by-5", "closed", along=0.10),
    door("carriage-5", "track-by-5", "open", along=0.60),
    door("carriage-6", "track-by-6", "open", along=0.10),
    door("carriage-6", "track-by-6", "closed", along=0.60),
]

ALONG_THE_LINE: list[Opening] = [
    way("crossing", "track-west"),
    way("track-west", "track-torn"),
    way("track-torn", "track-by-2", 4.0),
    way("track-by-2", "track-gap", 4.0),
    way("track-gap", "track-by-4", 4.0),
    way("track-by-4", "track-by-5", 3.0),
    way("track-by-5", "track-by-6", 3.0),
    way("track-by-6", "track-east"),
    way("track-east", "track-halt"),
    way("north-slope-west", "north-slope-middle"),
    way("north-slope-middle", "north-slope-east"),
    way("south-slope-west", "south-slope-crash"),
    way("south-slope-crash", "south-slope-middle"),
    way("south-slope-middle", "south-slope-east"),
    Opening("platform", "track-halt", "passage", 12.0, "open", 0.2, 2.0),
]

# Extra metres stand for the climb: the banks are about five metres high and loose.
OVER_THE_BANKS: list[Opening] = [
    way("track-west", "north-slope-west", 40.0, climb_m=10.0),
    way("track-by-2", "north-slope-middle", 10.0, climb_m=12.0),
    way("track-gap", "north-slope-middle", 15.0, climb_m=12.0),
    way("track-by-4", "north-slope-middle", 10.0, climb_m=12.0),
    way("track-by-6", "north-slope-east", 15.0, climb_m=10.0),
    way("track-east", "north-slope-east", 30.0, climb_m=8.0),
    way("track-west", "south-slope-west", 40.0, climb_m=10.0),
    way("track-torn", "south-slope-crash", 15.0, climb_m=14.0),
    way("track-by-2", "south-slope-crash", 10.0, climb_m=14.0),
    way("track-gap", "south-slope-middle", 15.0, climb_m=10.0),
    way("track-by-4", "south-slope-middle", 10.0, climb_m=10.0),
    way("track-by-5", "south-slope-middle", 10.0, climb_m=10.0),
    way("track-by-6", "south-slope-east", 15.0, climb_m=8.0),
    way("track-east", "south-slope-east", 30.0, climb_m=6.0),
    way("north-slope-west", "barley-west", 40.0, climb_m=4.0),
    way("north-slope-middle", "barley-east", 25.0, climb_m=4.0),
    way("north-slope-east", "barley-east", 20.0, climb_m=4.0),
    gate("north-slope-east", "copse", 3.0, "blocked"),
    way("south-slope-west", "access-track-west", 40.0, climb_m=4.0),
    way("south-slope-crash", "access-track-middle", 15.0, climb_m=4.0),
    way("south-slope-crash", "access-track-west", 15.0, climb_m=4.0),
    way("south-slope-middle", "access-track-middle", 30.0, climb_m=4.0),
    way("south-slope-east", "access-track-east", 40.0, climb_m=3.0),
]

ROADS_AND_FIELDS: list[Opening] = [
    way("crossing", "crossing-road-north"),
    way("crossing", "crossing-road-south"),
    gate("crossing-road-north", "barley-west", 4.0),
    gate("crossing-road-south", "access-track-west", 4.0),
    gate("crossing-road-south", "meadow-west", 4.0, "locked"),
    way("access-track-west", "access-track-middle"),
    way("access-track-middle", "access-track-east"),
    gate("access-track-west", "meadow-west", 4.0),
    gate("access-track-middle", "meadow-east", 4.0),
    gate("access-track-east", "farmyard", 5.0, along=0.8),
    gate("access-track-east", "farm-lane", 4.5),
    gate("farmyard", "farm-lane", 5.0),
    gate("farmyard", "orchard", 3.0, "closed"),
    gate("orchard", "meadow-east", 3.0, "closed"),
    double_door("barn", "farmyard", "open"),
    gate("barn", "orchard", 3.0, "locked"),
    way("farm-lane", "halt-forecourt"),
    way("halt-forecourt", "platform", 20.0),
    door("waiting-room", "platform", "open"),
    door("waiting-room", "halt-forecourt", "closed", along=0.6),
    way("barley-west", "barley-east", 30.0),
    gate("barley-east", "copse", 3.0),
    way("meadow-west", "meadow-east", 20.0),
]

MARKS: list[Mark] = [
    Mark("arrive-crossing", "arrival", "crossing-road-south", "Crossing road, south", (-126, -40)),
    Mark("arrive-farm-lane", "arrival", "farm-lane", "Farm lane, from the village", (124, -60)),
    Mark("staging-farmyard", "staging", "farmyard", "Staging in the farmyard", (90, -33)),
    Mark("post-farmyard", "command_post", "farmyard", "Farmyard gate", (112, -28)),
    Mark("aep-access-middle", "aep", "access-track-middle", "Access track by the bank", (0, -19.5)),
    Mark("aep-access-west", "aep", "access-track-west", "Access track by carriage 1", (-50, -19.5)),
    Mark("aep-crossing", "aep", "crossing", "Level crossing", (-126, 0)),
    Mark("aep-halt", "aep", "halt-forecourt", "Halt forecourt", (130, -13)),
    Mark("ccp-meadow", "ccp", "meadow-east", "Meadow below the bank", (0, -34)),
    Mark("ccp-barn", "ccp", "barn", "Hay barn", (102, -52)),
    Mark("ccp-platform", "ccp", "platform", "Halt platform", (132, -7)),
]

PLAN = Plan(
    id="derailment",
    name="Sedgebank derailment",
    levels=((0, "Ground"),),
    areas=(*ROADS, *COUNTRY, *SLOPES, *TRACK, *BUILDINGS, *CARRIAGES),
    openings=(*CARRIAGE_DOORS, *ALONG_THE_LINE, *OVER_THE_BANKS, *ROADS_AND_FIELDS),
    marks=tuple(MARKS),
)

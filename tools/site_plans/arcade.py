"""Plan of the shopping arcade: a gallery from west to east, a cross gallery and a court between.

Shops stand on both sides of the gallery; a service corridor runs behind the southern ones. The
upper floor holds the food court and a small cinema around the void of the court.
"""

from tools.site_plans.plan import (
    Area,
    Mark,
    Opening,
    Plan,
    corridor,
    door,
    double_door,
    flight,
    front,
    gate,
    ground,
    hall,
    joined,
    rectangle,
    road,
    room,
    row,
    stairs,
    upper_row,
    way,
    without,
)

OUTDOORS: list[Area] = [
    road("market-row", "Market Row", rectangle(-26, -30, -16, 66)),
    ground("west-forecourt", "West forecourt", rectangle(-16, -12, 0, 56)),
    road("candle-street", "Candle Street", rectangle(-16, -30, 104, -20)),
    ground("south-pavement", "South pavement", rectangle(-16, -20, 64, -12)),
    ground("south-steps", "South steps", rectangle(0, -12, 64, 0)),
    road("loading-yard", "Loading yard", rectangle(64, -20, 96, 0)),
    road("east-parade", "East Parade", rectangle(104, -30, 114, 66)),
    ground("east-forecourt", "East forecourt", rectangle(96, -20, 104, 56)),
    ground(
        "fountain-square",
        "Fountain Square",
        without(rectangle(0, 40, 96, 56), rectangle(22, 40, 28, 43)),
    ),
    road("wick-lane", "Wick Lane", rectangle(-16, 56, 104, 66)),
]

GALLERIES: list[Area] = [
    hall("gallery-west-end", "Gallery west end", rectangle(0, 20, 20, 26)),
    hall("gallery-west", "Gallery west", rectangle(20, 20, 38, 26)),
    hall(
        "court",
        "Clock court",
        joined(rectangle(38, 16, 54, 26), rectangle(38, 26, 49, 30)),
    ),
    hall("gallery-east", "Gallery east", rectangle(54, 20, 75, 26)),
    hall("gallery-east-end", "Gallery east end", rectangle(75, 20, 96, 26)),
    hall("north-passage", "North passage", rectangle(43, 30, 49, 40)),
    hall("south-passage", "South passage", rectangle(43, 0, 49, 16)),
    stairs("court-stairs", "Court stairs", rectangle(49, 26, 54, 30)),
    stairs("cinema-stairs", "Cinema fire stairs", rectangle(22, 40, 28, 43)),
]

SHOPS: list[Area] = [
    *row(26, 40, 0, ("bellweather-books", "Bellweather Books", 12)),
    *row(26, 40, 12, ("tin-and-thread", "Tin & Thread", 12)),
    *row(26, 40, 24, ("marigold-pharmacy", "Marigold Pharmacy", 14)),
    *row(30, 40, 38, ("key-kiosk", "Key Kiosk", 5)),
    *row(30, 40, 49, ("juniper-florist", "Juniper Florist", 5)),
    *row(26, 40, 54, ("copperpot", "Copperpot Kitchens", 14)),
    *row(26, 40, 68, ("pip-toys", "Pip & Daughters Toys", 12)),
    *row(26, 40, 80, ("sundial", "Sundial Electronics", 16)),
    *row(8, 20, 0, ("otterby-bakery", "Otterby Bakery", 12)),
    *row(8, 20, 12, ("wren-outfitters", "Wren Outfitters", 14)),
    *row(8, 20, 26, ("halfpenny-jewellers", "Halfpenny Jewellers", 12)),
    *row(8, 16, 38, ("copy-shop", "Copy shop", 5)),
    *row(8, 16, 49, ("cobbler", "Cobbler", 5)),
    *row(8, 20, 54, ("greyling-sports", "Greyling Sports", 14)),
    *row(8, 20, 68, ("bluebird-phones", "Bluebird Phones", 14)),
    *row(8, 20, 82, ("corner-grocer", "Corner Grocer", 14)),
]

BACK_OF_HOUSE: list[Area] = [
    corridor("service-west", "Service corridor west", rectangle(0, 5.6, 43, 8)),
    corridor("service-east", "Service corridor east", rectangle(49, 5.6, 96, 8)),
    *row(0, 5.6, 0, ("staff-room", "Staff room", 10), ("plant-room", "Plant room", 10)),
    *row(0, 5.6, 20, ("west-stockroom", "West stockroom", 12)),
    *row(0, 5.6, 32, ("security-office", "Security office", 11)),
    *row(0, 5.6, 49, ("restrooms", "Restrooms", 11)),
    stairs("service-stairs", "Service stairs", rectangle(60, 0, 66, 5.6)),
    *row(0, 5.6, 66, ("east-stockroom", "East stockroom", 14)),
    *row(0, 5.6, 80, ("loading-dock", "Loading dock", 16)),
]

UPPER_FLOOR: list[Area] = [
    stairs("court-stairs-upper", "Court stairs upper", rectangle(49, 26, 54, 30), 1),
    stairs("cinema-stairs-upper", "Cinema fire stairs upper", rectangle(22, 40, 28, 43), 1),
    hall("balcony-east", "Balcony east", rectangle(49, 16, 54, 26), 1),
    hall(
        "balcony-west",
        "Balcony west",
        joined(rectangle(38, 16, 49, 20), rectangle(38, 20, 43, 30)),
        1,
    ),
    hall("food-court", "Food court", rectangle(54, 20, 80, 34), 1),
    *upper_row(1, 34, 40, 54, ("noodle-counter", "Noodle counter", 13)),
    *upper_row(1, 34, 40, 67, ("waffle-counter", "Waffle counter", 13)),
    hall("cinema-foyer", "Cinema foyer", rectangle(28, 16, 38, 30), 1),
    room("screen-one", "Screen One", rectangle(8, 8, 28, 24), 1),
    room("screen-two", "Screen Two", rectangle(8, 24, 28, 40), 1),
    *upper_row(1, 8, 20, 54, ("management", "Management office", 9)),
    corridor("upper-service", "Upper service corridor", rectangle(63, 5.6, 66, 20), 1),
    *upper_row(1, 8, 20, 66, ("upper-restrooms", "Upper restrooms", 10)),
    stairs("service-stairs-upper", "Service stairs upper", rectangle(60, 0, 66, 5.6), 1),
]

GALLERY_WAYS: list[Opening] = [
    way("gallery-west-end", "gallery-west"),
    way("gallery-west", "court"),
    way("court", "gallery-east"),
    way("gallery-east", "gallery-east-end"),
    way("court", "north-passage"),
    way("court", "south-passage"),
    front("court", "court-stairs", 3.0, along=0.85),
]

SHOP_DOORS: list[Opening] = [
    double_door("bellweather-books", "gallery-west-end", "open"),
    front("tin-and-thread", "gallery-west-end", 3.0),
    double_door("marigold-pharmacy", "gallery-west", "open", along=0.3),
    door("marigold-pharmacy", "fountain-square", "locked"),
    door("key-kiosk", "north-passage", "locked"),
    front("juniper-florist", "north-passage", 3.0),
    front("copperpot", "gallery-east", 4.0),
    double_door("pip-toys", "gallery-east", "open"),
    front("sundial", "gallery-east-end", 6.0),
    door("sundial", "fountain-square", "locked", along=0.7),
    front("otterby-bakery", "gallery-west-end", 3.6),
    double_door("wren-outfitters", "gallery-west-end", "open"),
    double_door("halfpenny-jewellers", "gallery-west", "open"),
    door("copy-shop", "south-passage", "open"),
    door("cobbler", "south-passage", "locked"),
    front("greyling-sports", "gallery-east", 5.0),
    double_door("bluebird-phones", "gallery-east", "open"),
    front("corner-grocer", "gallery-east-end", 4.0),
]

SERVICE_DOORS: list[Opening] = [
    door("service-west", "south-passage"),
    door("service-east", "south-passage"),
    door("otterby-bakery", "service-west", along=0.3),
    door("wren-outfitters", "service-west", "locked"),
    door("halfpenny-jewellers", "service-west", "locked"),
    door("copy-shop", "service-west"),
    door("cobbler", "service-east"),
    door("greyling-sports", "service-east"),
    door("bluebird-phones", "service-east", "locked"),
    double_door("corner-grocer", "service-east", along=0.8),
    door("staff-room", "service-west"),
    door("plant-room", "service-west", "locked"),
    door("west-stockroom", "service-west"),
    door("security-office", "service-west"),
    door("security-office", "south-passage", "locked"),
    door("restrooms", "south-passage", "open"),
    door("service-stairs", "service-east"),
    double_door("east-stockroom", "service-east"),
    double_door("loading-dock", "service-east"),
]

UPPER_DOORS: list[Opening] = [
    flight("court-stairs", "court-stairs-upper"),
    flight("service-stairs", "service-stairs-upper"),
    flight("cinema-stairs", "cinema-stairs-upper"),
    door("screen-two", "cinema-stairs-upper"),
    door("screen-one", "screen-two", along=0.1),
    way("court-stairs-upper", "balcony-east", 3.0),
    way("balcony-east", "balcony-west"),
    way("balcony-east", "food-court"),
    double_door("cinema-foyer", "balcony-west", "open"),
    double_door("screen-one", "cinema-foyer"),
    double_door("screen-two", "cinema-foyer"),
    front("noodle-counter", "food-court", 1.2, along=0.1),
    front("waffle-counter", "food-court", 1.2, along=0.9),
    door("management", "upper-service", "locked"),
    door("upper-restrooms", "food-court", "open", along=0.3),
    door("upper-service", "food-court"),
    door("service-stairs-upper", "upper-service"),
]

EXITS: list[Opening] = [
    double_door("gallery-west-end", "west-forecourt", "open", along=0.25),
    double_door("gallery-west-end", "west-forecourt", "closed", along=0.75),
    double_door("gallery-east-end", "east-forecourt", "open"),
    double_door("north-passage", "fountain-square"),
    double_door("south-passage", "south-steps", "open"),
    door("staff-room", "west-forecourt", "locked"),
    door("service-west", "west-forecourt", "locked"),
    door("service-stairs", "south-steps", "locked", along=0.3),
    door("corner-grocer", "east-forecourt", "locked"),
    gate("loading-dock", "loading-yard", 3.6),
    door("cinema-stairs", "fountain-square", "locked", along=0.9),
]

STREETS: list[Opening] = [
    way("market-row", "west-forecourt"),
    way("market-row", "candle-street", 8.0),
    way("market-row", "south-pavement", 8.0),
    way("market-row", "wick-lane", 8.0),
    way("west-forecourt", "fountain-square"),
    way("west-forecourt", "south-pavement"),
    way("west-forecourt", "south-steps"),
    way("west-forecourt", "wick-lane"),
    way("south-pavement", "candle-street"),
    way("south-pavement", "south-steps"),
    gate("south-steps", "loading-yard", 1.2, "locked"),
    way("south-pavement", "loading-yard"),
    gate("candle-street", "loading-yard", 7.0),
    way("loading-yard", "east-forecourt", 6.0),
    way("east-forecourt", "east-parade"),
    way("east-forecourt", "fountain-square"),
    way("east-forecourt", "wick-lane"),
    way("fountain-square", "wick-lane"),
    way("wick-lane", "east-parade", 8.0),
    way("candle-street", "east-parade", 8.0),
    way("candle-street", "east-forecourt"),
]

MARKS: list[Mark] = [
    Mark("arrive-market-row", "arrival", "market-row", "Market Row, west doors", (-21, 23)),
    Mark("arrive-east-parade", "arrival", "east-parade", "East Parade, east doors", (109, 23)),
    Mark("arrive-candle-street", "arrival", "candle-street", "Candle Street, south", (46, -25)),
    Mark("staging-wick-lane", "staging", "wick-lane", "Staging on Wick Lane", (20, 61)),
    Mark("post-fountain", "command_post", "fountain-square", "Fountain Square", (20, 48)),
    Mark("aep-market-row", "aep", "market-row", "Market Row at the west doors", (-18, 18)),
    Mark("aep-loading-yard", "aep", "loading-yard", "Loading yard at the dock", (88, -4)),
    Mark("aep-east-parade", "aep", "east-parade", "East Parade at the east doors", (106, 16)),
    Mark("aep-wick-lane", "aep", "wick-lane", "Wick Lane behind the fountain", (46, 60)),
    Mark("ccp-west-door", "ccp", "gallery-west-end", "Gallery, west doors", (4, 23)),
    Mark("ccp-east-door", "ccp", "gallery-east-end", "Gallery, east doors", (92, 23)),
    Mark("ccp-loading-dock", "ccp", "loading-dock", "Loading dock", (88, 2.8)),
]

PLAN = Plan(
    id="arcade",
    name="Lanternway Arcade",
    levels=((0, "Ground floor"), (1, "Upper floor")),
    areas=(*OUTDOORS, *GALLERIES, *SHOPS, *BACK_OF_HOUSE, *UPPER_FLOOR),
    openings=(*GALLERY_WAYS, *SHOP_DOORS, *SERVICE_DOORS, *UPPER_DOORS, *EXITS, *STREETS),
    marks=tuple(MARKS),
)

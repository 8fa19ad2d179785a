/** A floor plan for developing the front end: the shipped school where it is, else a made-up wing. */

import { existsSync, readFileSync } from "node:fs";

const SCHOOL = new URL("../../src/warmzone/scenario/library/sites/school.geojson", import.meta.url);

export function loadPlan(path = process.env.SITE) {
  const file = path ?? (existsSync(SCHOOL) ? SCHOOL : null);
  return file ? fromGeoJson(JSON.parse(readFileSync(file, "utf8"))) : madeUp();
}

function fromGeoJson(collection) {
  const index = new Map();
  const areas = collection.features
    .filter((one) => one.properties.feature === "area")
    .map(({ properties, geometry }, i) => {
      index.set(properties.id, i);
      const [x, y] = middle(geometry.coordinates[0]);
      return area(i, properties.id, properties.name, properties.kind, properties.level, {
        vehicle: properties.vehicle ?? false,
        rings: geometry.coordinates,
        x,
        y,
      });
    });
  const openings = [];
  const marks = [];
  for (const { properties, geometry } of collection.features) {
    const [x_m, y_m] = geometry.coordinates;
    if (properties.feature === "opening") {
      const [a, b] = properties.between.map((id) => index.get(id));
      const { kind, state = "open", width_m } = properties;
      openings.push({ a, b, kind, state, width_m, x_m, y_m });
    } else if (properties.feature === "mark") {
      const { kind, name } = properties;
      marks.push({ kind, name, area: index.get(properties.area), x_m, y_m });
    }
  }
  const { name, levels, attribution = "" } = collection.warmzone;
  return { name, levels, areas, openings, marks, attribution };
}

function area(index, id, name, kind, level, { vehicle = false, rings, x, y }) {
  return { index, id, name, kind, level, vehicle, x_m: x, y_m: y, rings };
}

function middle(ring) {
  const points = ring.slice(0, -1);
  const sum = points.reduce(([sx, sy], [x, y]) => [sx + x, sy + y], [0, 0]);
  return [sum[0] / points.length, sum[1] / points.length];
}

/** Two floors: a double-loaded corridor, a hall, two staircases, ground and a road outside. */
function madeUp() {
  const plan = {
    name: "Lindenfeld School, east wing",
    levels: [
      { number: 0, name: "Ground floor" },
      { number: 1, name: "First floor" },
    ],
    areas: [],
    openings: [],
    marks: [],
    attribution: "",
  };
  const box = (id, name, kind, level, x0, y0, x1, y1, vehicle = false) => {
    const ring = [
      [x0, y0],
      [x1, y0],
      [x1, y1],
      [x0, y1],
      [x0, y0],
    ];
    const index = plan.areas.length;
    const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
    plan.areas.push(area(index, id, name, kind, level, { vehicle, rings: [ring], x, y }));
    return index;
  };
  const join = (a, b, x_m, y_m, kind = "door", state = "open", width_m = 1.2) =>
    plan.openings.push({ a, b, kind, state, width_m, x_m, y_m });
  const road = box("road", "Linden Street", "road", 0, -18, -26, 92, -18, true);
  const yard = box("yard", "Front yard", "outdoor", 0, -8, -18, 82, 0, true);
  const back = box("field", "Sports field", "outdoor", 0, -8, 36, 82, 52);
  const lobby = box("lobby", "Main lobby", "hall", 0, 30, 0, 44, 14);
  const west = box("west", "West corridor", "corridor", 0, 4, 14, 30, 18);
  const crossing = box("cross", "Crossing", "corridor", 0, 30, 14, 44, 18);
  const east = box("east", "East corridor", "corridor", 0, 44, 14, 70, 18);
  const gym = box("gym", "Gym", "hall", 0, 30, 18, 44, 36);
  const stairs0 = [
    box("st-w0", "West stairs", "stairs", 0, 0, 14, 4, 18),
    box("st-e0", "East stairs", "stairs", 0, 70, 14, 74, 18),
  ];
  join(road, yard, 36, -18, "gate", "open", 6);
  join(yard, lobby, 37, 0, "door", "open", 2.4);
  join(lobby, crossing, 37, 14, "passage", "open", 4);
  join(west, crossing, 30, 16, "passage", "open", 4);
  join(east, crossing, 44, 16, "door", "closed", 2);
  join(crossing, gym, 37, 18, "door", "closed", 2.4);
  join(gym, back, 37, 36, "door", "locked", 2.4);
  join(west, stairs0[0], 4, 16);
  join(east, stairs0[1], 70, 16);
  const rooms = (level, prefix, corridors) => {
    let number = 1;
    for (const [x, corridor] of corridors) {
      for (const [y0, y1, door] of [
        [4, 14, 14],
        [18, 28, 18],
      ]) {
        const name = `Room ${prefix}${String(number).padStart(2, "0")}`;
        const room = box(`r${prefix}${number}`, name, "room", level, x, y0, x + 8.6, y1);
        join(room, corridor, x + 4, door, "door", number % 3 ? "closed" : "locked");
        number += 1;
      }
    }
  };
  rooms(0, "0", [
    [4, west],
    [12.7, west],
    [21.4, west],
    [44, east],
    [52.7, east],
    [61.4, east],
  ]);
  const hall1 = box("up", "Upper corridor", "corridor", 1, 4, 14, 70, 18);
  const library = box("lib", "Library", "hall", 1, 30, 18, 44, 36);
  const staff = box("staff", "Staff room", "room", 1, 30, 4, 44, 14);
  const stairs1 = [
    box("st-w1", "West stairs", "stairs", 1, 0, 14, 4, 18),
    box("st-e1", "East stairs", "stairs", 1, 70, 14, 74, 18),
  ];
  join(hall1, library, 37, 18, "door", "open", 2.4);
  join(hall1, staff, 37, 14);
  join(hall1, stairs1[0], 4, 16);
  join(hall1, stairs1[1], 70, 16);
  join(stairs0[0], stairs1[0], 2, 16, "stairs");
  join(stairs0[1], stairs1[1], 72, 16, "stairs");
  rooms(1, "1", [
    [4, hall1],
    [12.7, hall1],
    [21.4, hall1],
    [44, hall1],
    [52.7, hall1],
    [61.4, hall1],
  ]);
  plan.marks.push(
    { kind: "arrival", name: "First cars", area: road, x_m: 30, y_m: -22 },
    { kind: "staging", name: "Staging", area: road, x_m: 80, y_m: -22 },
    { kind: "command_post", name: "Command post", area: road, x_m: -10, y_m: -22 },
    { kind: "aep", name: "Front yard east", area: yard, x_m: 60, y_m: -9 },
    { kind: "ccp", name: "Lobby", area: lobby, x_m: 34, y_m: 6 },
  );
  return plan;
}

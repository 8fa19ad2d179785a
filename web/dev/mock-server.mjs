/** Speaks the server's contract on 127.0.0.1:8610, to develop the front end without the server. */

import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { WebSocketServer } from "ws";
import { MockExercise } from "./mock-exercise.mjs";
import { loadPlan } from "./mock-site.mjs";

const PORT = Number(process.env.PORT ?? 8610);
const STATIC = new URL("../../src/warmzone/server/static/", import.meta.url);
const TYPES = { js: "text/javascript", css: "text/css", html: "text/html; charset=utf-8" };

const card = (id, name, summary, minutes, start_minute, threat) => ({
  ...{ id, name, summary, minutes, threat, start_minute },
  site: "school",
  drill: start_minute > 0,
});

const SCENARIOS = [
  card(
    "school-active",
    "Active threat in the school",
    "Shots inside; car-loads of officers arrive; 12 to 25 hurt.",
    45,
    0,
    "ongoing",
  ),
  card(
    "drill-rtf-door",
    "Drill: the RTF at the door",
    "Minute 8: four teams inside, the rescue task force waits.",
    10,
    8,
    "unknown",
  ),
  card(
    "drill-thin",
    "Drill: thin shift",
    "Minute 6 in the arcade: four officers, help is 12 minutes away.",
    8,
    6,
    "unknown",
  ),
  card(
    "arcade-thin",
    "Thin shift in the arcade",
    "Four officers, mutual aid in 10 to 20 minutes, one ambulance.",
    40,
    0,
    "unknown",
  ),
  card(
    "derailment",
    "Train derailment",
    "Many hurt, no threat: medics in at once, most urgent first.",
    40,
    0,
    "none",
  ),
  card(
    "robbery",
    "One gunshot casualty",
    "A robbery; the threat has left. One casualty.",
    15,
    0,
    "none",
  ),
];

const exercises = new Map();
const plan = loadPlan();

function open(scenarioId) {
  const scenario = SCENARIOS.find((one) => one.id === scenarioId);
  if (!scenario) return null;
  const exercise = new MockExercise(`x${exercises.size + 1}`, scenario, plan);
  exercises.set(exercise.id, exercise);
  return exercise;
}

const joined = (exercise) => ({
  exercise: exercise.id,
  code: "KESTREL-7",
  token: "t",
  seat: "tactical",
});

const ROUTES = {
  "GET /api/scenarios": () => SCENARIOS,
  "GET /api/health": () => ({
    version: "mock",
    kernel: { state: "compiling", done: 3, total: 11 },
  }),
  "GET /api/exercises": () =>
    [...exercises.values()].map((one) => ({
      exercise: one.id,
      scenario: one.scenario.id,
      scenario_name: one.scenario.name,
      started_at: "2026-01-01T09:00:00Z",
      now_s: one.now,
      ended: one.ended,
    })),
  "POST /api/exercises": (body) => {
    const exercise = open(body.scenario);
    return exercise ? joined(exercise) : null;
  },
  "POST /api/join": (body) => {
    const last = [...exercises.values()].at(-1);
    return last && body.code === "KESTREL-7" ? joined(last) : null;
  },
};

async function body(request) {
  let text = "";
  for await (const chunk of request) text += chunk;
  return text ? JSON.parse(text) : {};
}

const server = createServer(async (request, response) => {
  const path = new URL(request.url, "http://127.0.0.1").pathname;
  const route = ROUTES[`${request.method} ${path}`];
  if (route) {
    const reply = route(await body(request));
    response.writeHead(reply ? 200 : 404, { "content-type": "application/json" });
    response.end(JSON.stringify(reply ?? { code: "unknown", text: "There is no such exercise" }));
    return;
  }
  const name = path.startsWith("/assets/") ? path.slice(1) : "index.html";
  try {
    const file = await readFile(new URL(name, STATIC));
    response.writeHead(200, { "content-type": TYPES[name.split(".").at(-1)] ?? "text/plain" });
    response.end(file);
  } catch {
    response.writeHead(404).end("not built");
  }
});

const sockets = new WebSocketServer({ server });
sockets.on("connection", (socket, request) => {
  const url = new URL(request.url, "http://127.0.0.1");
  const exercise = exercises.get(url.pathname.split("/").at(-1));
  if (!exercise) {
    socket.close(4404, "unknown exercise");
    return;
  }
  const send = (message) => socket.send(JSON.stringify(message));
  send(exercise.hello("tactical"));
  send(exercise.view());
  const timer = setInterval(() => send(exercise.view()), 1000);
  socket.on("close", () => clearInterval(timer));
  socket.on("message", (data) => {
    send(exercise.handle(JSON.parse(String(data))));
    send(exercise.view());
  });
});

setInterval(() => {
  for (const exercise of exercises.values()) exercise.tick(1);
}, 1000);

server.listen(PORT, "127.0.0.1", () => console.log(`mock server on http://127.0.0.1:${PORT}`));

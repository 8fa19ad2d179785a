/** Which page an address means. */

export type Route =
  | { page: "start"; code?: string }
  | { page: "play"; exercise: string; token: string }
  | { page: "review"; exercise: string }
  | { page: "debrief"; exercise: string }
  | { page: "progress" }
  | { page: "audit" }
  | { page: "drills" }
  | { page: "plan" }
  | { page: "studies" };

/** `/`, `/join/{code}`, `/play/{exercise}#t=TOKEN`, `/review/{exercise}`, its `/debrief`, `/audit`, `/drills`, `/plan` and `/studies`; anything else is the start page. */
export function parseRoute(path: string, hash: string): Route {
  const [first, second, third] = path.split("/").filter(Boolean);
  const exercise = second ? safeDecode(second) : "";
  if (first === "join" && exercise) return { page: "start", code: exercise };
  if (first === "play" && exercise) return { page: "play", exercise, token: tokenOf(hash) };
  if (first === "review" && exercise && third === "debrief") return { page: "debrief", exercise };
  if (first === "review" && exercise) return { page: "review", exercise };
  if (first === "progress" && !second) return { page: "progress" };
  if (first === "audit" && !second) return { page: "audit" };
  if (first === "plan" && !second) return { page: "plan" };
  if (first === "studies" && !second) return { page: "studies" };
  if (first === "drills" && !second) return { page: "drills" };
  return { page: "start" };
}

export function playPath(exercise: string, token: string): string {
  return `/play/${encodeURIComponent(exercise)}#t=${encodeURIComponent(token)}`;
}

export function reviewPath(exercise: string): string {
  return `/review/${encodeURIComponent(exercise)}`;
}

export const joinPath = (code: string): string => `/join/${encodeURIComponent(code)}`;

export const debriefPath = (exercise: string): string => `${reviewPath(exercise)}/debrief`;

function tokenOf(hash: string): string {
  return new URLSearchParams(hash.replace(/^#/, "")).get("t") ?? "";
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

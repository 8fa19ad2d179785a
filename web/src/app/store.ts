/** What the browser remembers; a browser that forbids storage only forgets. */

function area(kind: "local" | "session"): Storage | null {
  try {
    return kind === "local" ? window.localStorage : window.sessionStorage;
  } catch {
    return null;
  }
}

export function remember(kind: "local" | "session", key: string, value: string): void {
  try {
    area(kind)?.setItem(`warmzone.${key}`, value);
  } catch {
    // A full or forbidden store is no reason to stop.
  }
}

export function recall(kind: "local" | "session", key: string): string {
  try {
    return area(kind)?.getItem(`warmzone.${key}`) ?? "";
  } catch {
    return "";
  }
}

/** Tokens live with the tab and with the browser, so that a closed tab can be gone on with. */
export function rememberToken(exercise: string, token: string): void {
  remember("session", `token.${exercise}`, token);
  remember("local", `token.${exercise}`, token);
}

const MOST_TOKENS = 150;

/** All tokens that this browser keeps: what it may see of exercises that are over. */
export function allTokens(): string[] {
  const store = area("local");
  if (!store) return [];
  const keys = Object.keys(store).filter((key) => key.startsWith("warmzone.token."));
  return keys.slice(-MOST_TOKENS).map((key) => store.getItem(key) ?? "");
}

export function recallToken(exercise: string): string {
  return recall("session", `token.${exercise}`) || recall("local", `token.${exercise}`);
}

/** A drill takes some seconds to open, and only who starts it knows that before the server says so. */
export function rememberDrill(exercise: string): void {
  remember("session", `drill.${exercise}`, "yes");
}

export function isDrill(exercise: string): boolean {
  return recall("session", `drill.${exercise}`) !== "";
}

/** A deleted exercise needs no token any more. */
export function forgetToken(exercise: string): void {
  for (const kind of ["session", "local"] as const) {
    try {
      area(kind)?.removeItem(`warmzone.token.${exercise}`);
    } catch {
      // What cannot be reached need not be removed.
    }
  }
}

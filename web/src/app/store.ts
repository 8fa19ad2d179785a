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

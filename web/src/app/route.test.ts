import { describe, expect, it } from "vitest";
import { parseRoute, playPath, reviewPath } from "./route";

describe("addresses", () => {
  it("come back as the page they were made for", () => {
    const [path, hash] = playPath("x 1", "a.b=c").split("#");
    expect(parseRoute(path ?? "", `#${hash}`)).toEqual({
      page: "play",
      exercise: "x 1",
      token: "a.b=c",
    });
    expect(parseRoute(reviewPath("x1"), "")).toEqual({ page: "review", exercise: "x1" });
    expect(parseRoute("/audit", "")).toEqual({ page: "audit" });
    for (const page of ["drills", "plan", "studies"]) {
      expect(parseRoute(`/${page}`, "")).toEqual({ page });
    }
  });

  it("lead to the start page when they mean nothing", () => {
    for (const path of ["/", "/play", "/play/", "/other/x", "/audit/x"]) {
      expect(parseRoute(path, "").page).toBe("start");
    }
  });
});

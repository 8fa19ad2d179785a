import { describe, expect, it, vi } from "vitest";
import { Gestures, type GestureEvents } from "./gestures";

describe("gestures", () => {
  const events = () => ({
    tap: vi.fn(),
    hold: vi.fn(),
    drag: vi.fn(),
    pinch: vi.fn(),
    done: vi.fn(),
  });

  it("tells a tap from a drag", () => {
    const heard = events();
    const gestures = new Gestures(heard satisfies GestureEvents);
    gestures.down(1, { x: 10, y: 10 }, false);
    gestures.move(1, { x: 12, y: 12 });
    gestures.up(1, { x: 12, y: 12 }, null);
    expect(heard.tap).toHaveBeenCalledOnce();
    gestures.down(1, { x: 10, y: 10 }, false);
    gestures.move(1, { x: 40, y: 10 });
    gestures.up(1, { x: 40, y: 10 }, null);
    expect(heard.drag).toHaveBeenCalledWith(30, 0, { x: 40, y: 10 });
    expect(heard.tap).toHaveBeenCalledOnce();
  });

  it("zooms with two fingers, and a long press is not a tap", () => {
    vi.useFakeTimers();
    const heard = events();
    const gestures = new Gestures(heard);
    gestures.down(1, { x: 0, y: 0 }, true);
    gestures.down(2, { x: 100, y: 0 }, true);
    gestures.move(2, { x: 200, y: 0 });
    expect(heard.pinch.mock.calls[0]?.[0]).toBe(2);
    gestures.up(1, { x: 0, y: 0 }, null);
    gestures.up(2, { x: 200, y: 0 }, null);
    gestures.down(3, { x: 5, y: 5 }, true);
    vi.advanceTimersByTime(600);
    gestures.up(3, { x: 5, y: 5 }, null);
    vi.useRealTimers();
    expect(heard.hold).toHaveBeenCalledOnce();
    expect(heard.tap).not.toHaveBeenCalled();
  });
});

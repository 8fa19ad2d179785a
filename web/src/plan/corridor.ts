/** The line of a corridor on one floor: through the middles of its areas and their openings. */

import type { Point } from "./geometry";
import type { LevelScene, Scene } from "./scene";

export function corridorLine(areas: readonly number[], scene: Scene, level: LevelScene): Point[] {
  const points: Point[] = [];
  areas.forEach((index, i) => {
    const here = scene.byArea.get(index);
    if (!here || here.area.level !== level.number) return;
    points.push({ x: here.x, y: here.y });
    const next = areas[i + 1];
    const door = level.openings.find(
      ({ opening }) =>
        (opening.a === index && opening.b === next) || (opening.b === index && opening.a === next),
    );
    if (door) points.push({ x: door.x, y: door.y });
  });
  return points;
}

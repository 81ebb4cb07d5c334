import { convexHull } from './convex-hull.ts';
import { boxAround, type Point, type TextBox } from './text-box.ts';

/**
 * The box of least area around the points, whatever its angle: one of its sides lies along the convex hull.
 */
export function smallestBox(points: readonly Point[]): TextBox {
  const hull = convexHull(points);
  let best: TextBox | null = null;
  hull.forEach((from, index) => {
    const to = hull[(index + 1) % hull.length] ?? from;
    const angle = withinHalfRight(Math.atan2(to[1] - from[1], to[0] - from[0]));
    const box = boxAround(hull, angle, 0);
    if (!best || box.width * box.height < best.width * best.height) best = box;
  });
  return best ?? boxAround(points, 0, 0);
}

// A side's direction turned by right angles into (-45°, 45°]: text runs along the page's width.
function withinHalfRight(angle: number): number {
  const right = Math.PI / 2;
  let turned = angle;
  while (turned > right / 2) turned -= right;
  while (turned <= -right / 2) turned += right;
  return turned;
}

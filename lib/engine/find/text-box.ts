/**
 * A rectangle around a run of text, tilted by its angle (radians, clockwise on the page, within ±45°).
 * Width lies along the text. Core height is the height of the text's body, before the margin was added.
 */
export type TextBox = {
  centreX: number;
  centreY: number;
  width: number;
  height: number;
  angle: number;
  coreHeight: number;
};

export type Point = [x: number, y: number];

/** The four corners, from the top left clockwise. */
export function cornersOf({ centreX, centreY, width, height, angle }: TextBox): Point[] {
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const signs: Point[] = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ];
  return signs.map(([along, across]) => {
    const u = (along * width) / 2;
    const v = (across * height) / 2;
    return [centreX + u * cos - v * sin, centreY + u * sin + v * cos];
  });
}

/** The smallest box of the given angle that holds all the points. */
export function boxAround(points: readonly Point[], angle: number, coreHeight: number): TextBox {
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [x, y] of points) {
    const u = x * cos + y * sin;
    const v = -x * sin + y * cos;
    left = Math.min(left, u);
    right = Math.max(right, u);
    top = Math.min(top, v);
    bottom = Math.max(bottom, v);
  }
  const u = (left + right) / 2;
  const v = (top + bottom) / 2;
  return {
    centreX: u * cos - v * sin,
    centreY: u * sin + v * cos,
    width: right - left,
    height: bottom - top,
    angle,
    coreHeight,
  };
}

/** The same rectangle as seen by someone who turned by a quarter: clockwise (1) or the other way (-1). */
export function turnedBox(box: TextBox, quarter: 1 | -1): TextBox {
  return { ...box, width: box.height, height: box.width, angle: box.angle + (quarter * Math.PI) / 2 };
}

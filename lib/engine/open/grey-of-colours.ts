// How far a colour is lifted from its lightness to its strongest channel. Lightness alone prints a red or blue
// stamp as dark as the letters under it, and lets red on green of like lightness vanish; the strongest channel
// alone leaves yellow or red letters pale. At 0.5 to 0.75 stamped lines are read, and no pair of colours is lost.
const LIFT = 0.6;
const LIFT_OF_256 = Math.round(256 * LIFT);

/**
 * One grey value for each pixel of three bytes (red, green, blue): that of grey pixels themselves, coloured ones
 * lighter than the eye sees them.
 */
export function greyOfColours(colours: Uint8Array): Uint8Array {
  const grey = new Uint8Array(colours.length / 3);
  for (let at = 0, from = 0; at < grey.length; at++, from += 3) {
    const red = colours[from] ?? 0;
    const green = colours[from + 1] ?? 0;
    const blue = colours[from + 2] ?? 0;
    // Rec. 601, in 256ths, which leaves grey as it is: a branch for it costs half as much again.
    const lightness = (77 * red + 150 * green + 29 * blue) >> 8;
    grey[at] = lightness + (((Math.max(red, green, blue) - lightness) * LIFT_OF_256) >> 8);
  }
  return grey;
}

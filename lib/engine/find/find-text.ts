import type { InferenceSession } from 'onnxruntime-node';
import { runModel } from '../model/run-model.ts';
import type { GreyImage } from '../open/grey-image.ts';
import { boxesFromMap } from './boxes-from-map.ts';
import { detectionInput } from './detection-input.ts';
import { detectionSize } from './detection-size.ts';
import { letterHeight } from './letter-height.ts';
import { mergeTouchingBoxes } from './merge-touching-boxes.ts';
import { pageSkew, straightenShortBoxes } from './page-skew.ts';
import { partStandingLines } from './standing-lines.ts';
import type { TextBox } from './text-box.ts';

export type FoundText = {
  boxes: TextBox[];
  /** Radians, clockwise. */
  skew: number;
  /** Pixels; null when too little stands on the page to tell. */
  letterHeight: number | null;
};

/** Finds the lines of text on a page: one box a line or a piece of it, in pixels of the page. */
export async function findText(detector: InferenceSession, page: GreyImage): Promise<FoundText> {
  const height = letterHeight(page);
  const size = detectionSize(page, height);
  const input = await detectionInput(page, size);
  const { data: probability } = await runModel(detector, input, [1, 3, size.height, size.width]);
  const found = boxesFromMap({ ...size, probability });
  const skew = pageSkew(found);
  const { standing, lying } = partStandingLines(straightenShortBoxes(found, skew), skew);
  const boxes = [...mergeTouchingBoxes(lying, skew), ...standing];
  return {
    boxes: boxes.map((box) => scaleBox(box, page.width / size.width, page.height / size.height)),
    skew,
    letterHeight: height,
  };
}

function scaleBox(box: TextBox, scaleX: number, scaleY: number): TextBox {
  return {
    ...box,
    centreX: box.centreX * scaleX,
    centreY: box.centreY * scaleY,
    width: box.width * scaleX,
    height: box.height * scaleY,
    coreHeight: (box.coreHeight * (scaleX + scaleY)) / 2,
  };
}

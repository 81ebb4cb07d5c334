import type { InferenceSession } from 'onnxruntime-node';
import { runModel } from '../model/run-model.ts';
import { cropImage, type GreyImage } from '../open/grey-image.ts';
import type { Box } from '../page-reading.ts';
import { boxesFromMap } from './boxes-from-map.ts';
import { detectionInput } from './detection-input.ts';
import { DETECTION_STEP, detectionSize } from './detection-size.ts';
import { letterHeight } from './letter-height.ts';
import { mergeTouchingBoxes } from './merge-touching-boxes.ts';
import { pageSkew, straightenShortBoxes } from './page-skew.ts';
import { printedPart } from './printed-part.ts';
import { shrinkPage } from './shrink-page.ts';
import { partStandingLines } from './standing-lines.ts';
import type { TextBox } from './text-box.ts';

export type FoundText = { boxes: TextBox[] /** Radians, clockwise. */; skew: number };

/** Finds the lines of text on a page: one box a line or a piece of it, in pixels of the page. */
export async function findText(detector: InferenceSession, page: GreyImage): Promise<FoundText> {
  const size = detectionSize(page, letterHeight(page));
  const small = await shrinkPage(page, size);
  const part = printedPart(small, DETECTION_STEP);
  const found = await boxesIn(detector, cropImage(small, part));
  const skew = pageSkew(found);
  const { standing, lying } = partStandingLines(straightenShortBoxes(found, skew), skew);
  const boxes = [...mergeTouchingBoxes(lying, skew), ...standing];
  return {
    boxes: boxes.map((box) => ontoPage(box, part, page.width / size.width, page.height / size.height)),
    skew,
  };
}

async function boxesIn(detector: InferenceSession, picture: GreyImage): Promise<TextBox[]> {
  const { width, height } = picture;
  const { data: probability } = await runModel(detector, detectionInput(picture), [1, 3, height, width]);
  return boxesFromMap({ width, height, probability });
}

function ontoPage(box: TextBox, [left, top]: Box, scaleX: number, scaleY: number): TextBox {
  return {
    ...box,
    centreX: (left + box.centreX) * scaleX,
    centreY: (top + box.centreY) * scaleY,
    width: box.width * scaleX,
    height: box.height * scaleY,
    coreHeight: (box.coreHeight * (scaleX + scaleY)) / 2,
  };
}

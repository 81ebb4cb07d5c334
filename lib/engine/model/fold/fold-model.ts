import { lightenModel } from '../lighten/lighten-model.ts';
import { readModel, writeModel } from '../onnx/model-file.ts';
import { axesAsInput } from './axes-as-input.ts';
import { foldAffineAfterConvolution } from './fold-affine-after-convolution.ts';
import { foldAffineAfterHardSwish } from './fold-affine-after-hard-swish.ts';
import { foldBatchNormalisation } from './fold-batch-normalisation.ts';
import { joinHardSwish } from './join-hard-swish.ts';
import { joinShortcut } from './join-shortcut.ts';

const OPERATOR_SET_WITH_AXES_AS_INPUT = 13;
// HardSwish became an operator in this version of ONNX's operator set.
const OPERATOR_SET_WITH_HARD_SWISH = 14;

/**
 * Rewrites a PP-OCR v3 or v4 model into one that computes the same, to rounding, in half the time: simple
 * arithmetic between convolutions is worked into their weights, so that ONNX Runtime keeps its blocked memory
 * layout from one to the next.
 */
export function foldModel(file: Uint8Array): Uint8Array {
  const model = readModel(file);
  if (model.operatorSet < OPERATOR_SET_WITH_AXES_AS_INPUT) axesAsInput(model.graph);
  joinHardSwish(model.graph);
  foldBatchNormalisation(model.graph);
  foldAffineAfterConvolution(model.graph);
  foldAffineAfterHardSwish(model.graph);
  joinShortcut(model.graph);
  lightenModel(model.graph);
  return writeModel({ ...model, operatorSet: Math.max(model.operatorSet, OPERATOR_SET_WITH_HARD_SWISH) });
}

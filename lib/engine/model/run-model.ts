import { type InferenceSession, Tensor } from 'onnxruntime-node';

export type ModelOutput = { data: Float32Array; dims: readonly number[] };

/** Runs a model that has one input and one output, both of 32-bit floats. */
export async function runModel(
  session: InferenceSession,
  input: Float32Array,
  dims: readonly number[],
): Promise<ModelOutput> {
  const [inputName = ''] = session.inputNames;
  const [outputName = ''] = session.outputNames;
  const outputs = await session.run({ [inputName]: new Tensor('float32', input, dims) });
  const output = outputs[outputName];
  if (!(output?.data instanceof Float32Array)) throw new Error(`The model gave no floats as ${outputName}`);
  return { data: output.data, dims: output.dims };
}

import { type InferenceSession, Tensor } from 'onnxruntime-node';
import type { RecogniserInput } from '../../read/recogniser-input.ts';
import { type Covariance, createCovarianceMeter } from './covariance.ts';

/** A value that a session gives among its outputs. */
export type GivenValue = { session: InferenceSession; name: string };

// Neighbouring places of a picture resemble each other: more of them teach nothing.
const PLACES_A_PIECE = 60;

/** How the channels of values, one value's after the other's, go together at places all over pieces of lines. */
export async function seenTogether(
  values: readonly GivenValue[],
  pieces: readonly RecogniserInput[],
): Promise<Covariance> {
  let meter: ReturnType<typeof createCovarianceMeter> | undefined;
  for (const [index, piece] of pieces.entries()) {
    const pictures: Picture[] = [];
    for (const value of values) pictures.push(await pictureOf(value, piece));
    const vector = new Float64Array(pictures.reduce((sum, { channels }) => sum + channels, 0));
    meter ??= createCovarianceMeter(vector.length);
    const places = pictures[0]?.places ?? 0;
    const step = Math.max(1, Math.floor(places / PLACES_A_PIECE));
    for (let place = index % step; place < places; place += step) {
      fillFrom(pictures, place, vector);
      meter.add(vector);
    }
  }
  if (!meter) throw new Error('There are no pieces of lines to look at');
  return meter.covariance();
}

type Picture = { data: Float32Array; channels: number; places: number };

async function pictureOf({ session, name }: GivenValue, { input, width }: RecogniserInput): Promise<Picture> {
  const tensor = new Tensor('float32', input, [1, 3, input.length / 3 / width, width]);
  const { [name]: output } = await session.run({ [session.inputNames[0] ?? '']: tensor }, [name]);
  if (!(output?.data instanceof Float32Array)) throw new Error(`The model gave no floats as ${name}`);
  const [, channels = 1] = output.dims;
  return { data: output.data, channels, places: output.data.length / channels };
}

function fillFrom(pictures: readonly Picture[], place: number, vector: Float64Array): void {
  let at = 0;
  for (const { data, channels, places } of pictures) {
    for (let channel = 0; channel < channels; channel++) vector[at++] = data[channel * places + place] ?? 0;
  }
}

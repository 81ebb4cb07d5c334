import type { z } from 'zod';
import { type InvalidField, invalidFields } from '#lib/contracts/index.ts';
import type { EnginePool } from '#lib/engine/index.ts';
import { ModelFailure } from './model-failure.ts';

export type ModelVersion = {
  /** 64 hexadecimal digits. */
  id: string;
  createdAt: Date;
};

/** The part of the engine that models use. What it says about a file it throws as ModelFailure. */
export type ModelEngine = Pick<EnginePool, 'inspect' | 'readPage' | 'size'>;

/** What a running model may use. */
export type RunContext = {
  engine: ModelEngine;
  /** Aborts when the result is no longer wanted or the worker stops. */
  signal: AbortSignal;
  /** The local file that holds the bytes a URL of the input names. @throws ModelFailure when there are none. */
  file(url: string): Promise<string>;
  log(line: string): void;
  /** Says how many pages will be read, before the first is. @throws ModelFailure when so many may not be */
  pagesKnown(pages: number): Promise<void>;
  /** Says that one of those pages was read. */
  pageRead(): void;
  /** Whether somebody may be listening to the output while it is made. */
  isStreamed: boolean;
  /** Shows what there is of the output so far. */
  output(partial: unknown): void;
};

export type Model = {
  owner: string;
  name: string;
  /** One sentence. */
  description: string;
  /** How to use it, in Markdown. */
  readme: string;
  /** Newest first. */
  versions: readonly ModelVersion[];
  /** Fields of the input that are shown to nobody and kept sealed. */
  secrets?: readonly string[];
  /** Whether its output can be followed while it is made; undefined: never. */
  streaming?: 'always' | 'on_request';
  input: z.ZodObject;
  output: z.ZodType;
  /** Takes what `input` accepts; answers what `output` describes. @throws ModelFailure */
  run(input: unknown, context: RunContext): Promise<unknown>;
};

/** A model whose `run` gets its input typed by its own schema. */
export function defineModel<Input extends z.ZodObject, Output extends z.ZodType>(
  model: Omit<Model, 'input' | 'output' | 'run'> & {
    input: Input;
    output: Output;
    run(input: z.output<Input>, context: RunContext): Promise<z.output<Output>>;
  },
): Model {
  return {
    ...model,
    async run(input, context) {
      // It was accepted when it was created, but perhaps by another release or on another machine.
      const { data, error } = model.input.safeParse(input);
      if (error) throw new ModelFailure(refusal(invalidFields(error, input, ['input'])));
      return await model.run(data, context);
    },
  };
}

function refusal(fields: readonly InvalidField[]): string {
  const problems = fields.map(({ field, description }) => `${field}: ${description}`);
  return `This installation does not accept the input (any more). ${problems.join('. ')}`;
}

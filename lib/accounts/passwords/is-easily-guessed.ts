import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

let judge: ZxcvbnFactory | undefined;

/** Below a million guesses, in zxcvbn's words: common passwords, rows of keys, repetitions, years. */
const TOO_WEAK = 1;

/** Whether a password is among the first that somebody would try who knows these words about its owner. */
export function isEasilyGuessed(password: string, about: readonly string[]): boolean {
  judge ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  const known = about.flatMap((text) => [text, ...text.split(/[\s@.]+/)]);
  return judge.check(password, ['lectern', ...known]).score <= TOO_WEAK;
}

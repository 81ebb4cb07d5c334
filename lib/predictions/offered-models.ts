import type { ModelVersionWire } from '#lib/contracts/index.ts';
import { type FoundVersion, findVersion, versionToWire } from '#lib/models/index.ts';
import { config, NotFound } from '#lib/platform/index.ts';

/** @throws NotFound unless this installation offers a model of this name, `owner/name`. */
export function checkModel(name: string): void {
  findOffered(name);
}

/** The description of `owner/name:<version id>`. @throws NotFound unless this installation offers it. */
export function describeVersion(reference: string): ModelVersionWire {
  return versionToWire(findOffered(reference));
}

function findOffered(reference: string): FoundVersion {
  const found = findVersion(reference, config());
  if (!found) throw new NotFound('The requested resource could not be found.');
  return found;
}

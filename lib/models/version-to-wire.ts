import type { ModelVersionWire } from '#lib/contracts/index.ts';
import type { FoundVersion } from './registry.ts';
import { versionSchema } from './version-schema.ts';

/** Model versions are described as Cog of this release describes them. */
const COG_VERSION = '0.8.6';

export function versionToWire({ model, version }: FoundVersion): ModelVersionWire {
  return {
    id: version.id,
    created_at: version.createdAt.toISOString(),
    cog_version: COG_VERSION,
    openapi_schema: versionSchema(model),
  };
}

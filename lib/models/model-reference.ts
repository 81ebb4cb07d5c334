import { fieldsOf, type ReferenceField } from '#lib/contracts/index.ts';
import type { Model } from './model.ts';
import { modelName } from './registry.ts';
import { versionSchema } from './version-schema.ts';

export type ModelReference = { name: string; description: string; readme: string; fields: ReferenceField[] };

/** What people read of a model: what it is for, and what its input may hold. */
export function modelReference(model: Model): ModelReference {
  return {
    name: modelName(model),
    description: model.description,
    readme: model.readme,
    fields: fieldsOf(versionSchema(model).components.schemas.Input, 'input'),
  };
}

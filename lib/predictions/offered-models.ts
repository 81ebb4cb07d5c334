import type { Scope } from '#lib/access/index.ts';
import type { ModelVersionWire, ModelWire } from '#lib/contracts/index.ts';
import {
  findModel,
  findVersion,
  listModels,
  type Model,
  type ModelReference,
  modelName,
  modelReference,
  searchModels,
  versionToWire,
} from '#lib/models/index.ts';
import { config, NotFound } from '#lib/platform/index.ts';
import { countRuns } from './prediction-store.ts';

/** @throws NotFound unless this installation offers a model of this name, `owner/name`. */
export function checkModel(name: string): void {
  findOffered(name);
}

/** The models offered here that a query finds, all of them without one; run counts are those of the workspace. */
export async function describeModels(scope: Scope, query = ''): Promise<ModelWire[]> {
  const models = searchModels(listModels(config()), query);
  return await Promise.all(models.map((model) => modelToWire(scope, model)));
}

/** @throws NotFound as `checkModel`. */
export async function describeModel(scope: Scope, name: string): Promise<ModelWire> {
  return await modelToWire(scope, findOffered(name));
}

/** What people read of the models offered here. */
export function offeredModels(): ModelReference[] {
  return listModels(config()).map(modelReference);
}

/** Markdown. @throws NotFound as `checkModel`. */
export function readmeOf(name: string): string {
  return findOffered(name).readme;
}

/** Newest first. @throws NotFound as `checkModel`. */
export function describeVersions(name: string): ModelVersionWire[] {
  const model = findOffered(name);
  return model.versions.map((version) => versionToWire({ model, version }));
}

/** The description of `owner/name:<version id>`. @throws NotFound unless this installation offers it. */
export function describeVersion(reference: string): ModelVersionWire {
  const found = findVersion(reference, config());
  if (!found) throw unknown();
  return versionToWire(found);
}

async function modelToWire(scope: Scope, model: Model): Promise<ModelWire> {
  const [latest] = model.versions;
  const oldest = model.versions.at(-1);
  return {
    url: `${config().publicUrl}/api/docs`,
    owner: model.owner,
    name: model.name,
    description: model.description,
    visibility: 'public',
    is_official: false,
    github_url: null,
    paper_url: null,
    license_url: null,
    cover_image_url: null,
    run_count: await countRuns(scope, modelName(model)),
    default_example: null,
    latest_version: latest ? versionToWire({ model, version: latest }) : null,
    created_at: (oldest?.createdAt ?? new Date(0)).toISOString(),
  };
}

function findOffered(name: string): Model {
  const model = findModel(name, config());
  if (!model) throw unknown();
  return model;
}

function unknown(): NotFound {
  return new NotFound('The requested resource could not be found.');
}

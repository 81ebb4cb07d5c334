import { type Act, acts } from './acts.ts';

type GroupOf<Name> = Name extends `${infer Group}.${string}` ? Group : never;

/** What acts are about: the part of their names before the point. */
export type ActGroup = GroupOf<Act>;

/** As people choose among them. */
export const actGroups = {
  account: 'Signing in and accounts',
  member: 'Members',
  invitation: 'Invitations',
  workspace: 'Workspace',
  token: 'API tokens',
  document: 'Documents',
  folder: 'Folders',
  tag: 'Tags',
  job: 'Readings',
  page: 'Corrections and decisions',
  comment: 'Comments',
  export: 'Exports',
  prediction: 'Predictions',
  file: 'Files of the API',
  webhook: 'Webhooks',
} as const satisfies Record<ActGroup, string>;

export function isActGroup(name: string): name is ActGroup {
  return Object.hasOwn(actGroups, name);
}

/** Where the words of an act stand around what it was done to. An act that a newer release wrote is told by its name. */
export function actInWords(act: string): { before: string; after: string } {
  const words = isAct(act) ? acts[act] : act;
  const [before = '', after = ''] = words.split('{target}');
  return { before: before.trim(), after: after.trim() };
}

function isAct(name: string): name is Act {
  return Object.hasOwn(acts, name);
}

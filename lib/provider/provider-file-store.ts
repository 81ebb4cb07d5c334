import { database, type Tx } from '#lib/platform/database.ts';

/** Where the service holds the document's bytes, when that lasts at least until `until`. */
export async function findProviderFile(
  documentId: string,
  provider: string,
  until: Date,
): Promise<string | null> {
  const row = await database().providerFile.findFirst({
    where: { documentId, provider, expiresAt: { gt: until } },
    select: { url: true },
  });
  return row?.url ?? null;
}

export async function saveProviderFile(file: {
  documentId: string;
  provider: string;
  url: string;
  expiresAt: Date;
}): Promise<void> {
  const { documentId, provider, url, expiresAt } = file;
  await database().providerFile.upsert({
    where: { documentId_provider: { documentId, provider } },
    create: file,
    update: { url, expiresAt },
  });
}

export async function deleteProviderFiles(tx: Tx, documentId: string): Promise<void> {
  await tx.providerFile.deleteMany({ where: { documentId } });
}

/** The text of all pages that are read. @throws when it cannot be fetched. */
export async function fetchAllText(documentId: string): Promise<string> {
  const response = await fetch(`/api/documents/${documentId}/text`, { cache: 'no-store' });
  if (!response.ok) throw new Error(`the text could not be fetched: status ${response.status}`);
  return response.text();
}

/** Few enough documents for one transaction. */
const AT_ONCE = 500;

/** Does something to many documents, part by part, in the order of the ids, so that two who do so cannot block each other. */
export async function inParts(
  ids: readonly string[],
  run: (part: readonly string[]) => Promise<void>,
  atOnce = AT_ONCE,
): Promise<void> {
  for (let start = 0; start < ids.length; start += atOnce) await run(ids.slice(start, start + atOnce));
}

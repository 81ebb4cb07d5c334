/** The input cannot be processed. Trying again changes nothing; the message tells the caller why. */
export class ModelFailure extends Error {
  override name = 'ModelFailure';
}

import { startWebhookReceiver } from '#lib/testing/webhook-receiver.ts';

/** A receiver of `completed` webhooks that tells when each of them came. */
export type Completions = {
  /** The address to give the prediction of this number. */
  urlOf(number: number): string;
  /** When its webhook came, on the clock of `performance.now()`; waits for it. */
  arrivalOf(number: number): Promise<number>;
  close(): Promise<void>;
};

export async function listenForCompletions(): Promise<Completions> {
  const arrivals = new Map<string, PromiseWithResolvers<number>>();
  function at(path: string): PromiseWithResolvers<number> {
    const arrival = arrivals.get(path) ?? Promise.withResolvers<number>();
    arrivals.set(path, arrival);
    return arrival;
  }
  const receiver = await startWebhookReceiver(({ path, receivedAtMs }) => {
    at(path).resolve(receivedAtMs);
    return { status: 204 };
  });
  return {
    urlOf: (number) => `${receiver.url}/${number}`,
    arrivalOf: (number) => at(`/${number}`).promise,
    close: receiver.close,
  };
}

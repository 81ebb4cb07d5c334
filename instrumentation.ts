/** Next calls this once when a web process starts, before the first request. */
export async function register(): Promise<void> {
  // Next builds this file for its edge runtime, too; the condition, known while building, keeps Node code out of it.
  // biome-ignore lint/style/noProcessEnv: not configuration but a constant that the bundler fills in
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { prepareWebProcess } = await import('#app/_http/web-process.ts');
    await prepareWebProcess();
  }
}

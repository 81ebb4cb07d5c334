/** One line of the engine's log, in the form that the Prisma CLI reads and shows. */
export function log(level: 'INFO' | 'ERROR', fields: { message: string; [name: string]: unknown }): void {
  const entry = { timestamp: new Date().toISOString(), level, target: 'schema_engine::logger', fields };
  process.stderr.write(`${JSON.stringify(entry)}\n`);
}

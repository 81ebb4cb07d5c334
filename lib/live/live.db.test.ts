import pg from 'pg';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { inTransaction } from '#lib/platform/index.ts';
import { announce, closeLive, type LiveEvent, listen } from './index.ts';

afterAll(() => closeLive());

const about = (documentId: string) => ({ topic: 'document' as const, workspaceId: 'w', documentId });

describe('announcements', () => {
  it('reach every listener when, and only when, their transaction commits', async () => {
    const one: LiveEvent[] = [];
    const two: LiveEvent[] = [];
    const stopOne = await listen((event) => one.push(event));
    const stopTwo = await listen((event) => two.push(event));
    const failing = inTransaction(async (tx) => {
      await announce(tx, about('rolled back'));
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    await inTransaction((tx) => announce(tx, about('committed')));
    await vi.waitFor(() => expect(two).toEqual([about('committed')]));
    expect(one).toEqual(two);
    stopOne();
    await inTransaction((tx) => announce(tx, about('later')));
    await vi.waitFor(() => expect(two).toHaveLength(2));
    expect(one).toHaveLength(1);
    stopTwo();
  });

  it('of unknown form are passed over', async () => {
    const events: LiveEvent[] = [];
    const stop = await listen((event) => events.push(event));
    const admin = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await admin.connect();
    for (const payload of ['no JSON', '{"topic":"weather"}', ''])
      await admin.query('SELECT pg_notify($1, $2)', ['lectern', payload]);
    await admin.end();
    await inTransaction((tx) => announce(tx, about('next')));
    await vi.waitFor(() => expect(events).toEqual([about('next')]));
    stop();
  });

  it('that may have been missed while the connection was cut are told as a resync', async () => {
    const events: LiveEvent[] = [];
    const stop = await listen((event) => events.push(event));
    const admin = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await admin.connect();
    await admin.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE application_name = 'lectern-live' AND datname = current_database()`,
    );
    await admin.end();
    await vi.waitFor(() => expect(events).toContainEqual({ topic: 'resync' }), { timeout: 10_000 });
    await inTransaction((tx) => announce(tx, about('after')));
    await vi.waitFor(() => expect(events.at(-1)).toEqual(about('after')));
    stop();
  });
});

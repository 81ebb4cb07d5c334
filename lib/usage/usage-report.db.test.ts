import { beforeAll, expect, it } from 'vitest';
import type { Scope } from '#lib/access/index.ts';
import { database } from '#lib/platform/database.ts';
import { newId } from '#lib/platform/index.ts';
import { createUser, type TestUser } from '#lib/testing/accounts.ts';
import { scopeOf } from '#lib/testing/documents.ts';
import { getQuota, usageCsv, usageReport } from './index.ts';

const clock = { now: () => new Date('2026-03-02T10:00:00Z') };
let user: TestUser;
let scope: Scope;

beforeAll(async () => {
  user = await createUser();
  scope = scopeOf(user, 'usage:read');
  await count(user, '2026-03-02', 'user', user.id, 3, 1);
  await count(user, '2026-03-01', 'token', 'gone', 2, 0);
  await count(user, '2025-11-30', 'user', user.id, 10, 0);
  const stranger = await createUser();
  await count(stranger, '2026-03-02', 'user', stranger.id, 100, 100);
});

async function count(
  { workspace }: TestUser,
  day: string,
  subjectKind: 'user' | 'token',
  subjectId: string,
  pages: number,
  failedPages: number,
): Promise<void> {
  const row = { workspaceId: workspace.id, day: new Date(day), subjectKind, subjectId, pages, failedPages };
  await database().usageDay.create({ data: row });
}

it('tells every day of the time, those without a page too, and who had what read', async () => {
  const { periods, subjects, total, step } = await usageReport(scope, '30-days', clock);
  expect(step).toBe('day');
  expect(periods).toHaveLength(30);
  expect(periods[0]).toEqual({ from: '2026-02-01', pages: 0, failedPages: 0 });
  expect(periods.slice(-2)).toEqual([
    { from: '2026-03-01', pages: 2, failedPages: 0 },
    { from: '2026-03-02', pages: 3, failedPages: 1 },
  ]);
  expect(subjects).toEqual([
    { kind: 'user', id: user.id, name: user.name, pages: 3, failedPages: 1 },
    { kind: 'token', id: 'gone', name: null, pages: 2, failedPages: 0 },
  ]);
  expect(total).toEqual({ pages: 5, failedPages: 1 });
});

it('tells longer times by month, from the first page on', async () => {
  const { periods, total } = await usageReport(scope, 'all', clock);
  expect(periods.map(({ from, pages }) => [from, pages])).toEqual([
    ['2025-11-01', 10],
    ['2025-12-01', 0],
    ['2026-01-01', 0],
    ['2026-02-01', 0],
    ['2026-03-01', 5],
  ]);
  expect(total.pages).toBe(15);
  expect((await usageReport(scope, 'year', clock)).periods).toHaveLength(12);
});

it('counts bytes that are there several times once, and none of another workspace', async () => {
  const other = await createUser();
  const add = (person: TestUser, sha256: string, size: number) =>
    database().document.create({
      data: {
        id: newId(),
        workspaceId: person.workspace.id,
        name: 'a',
        contentType: 'image/png',
        size,
        sha256,
      },
    });
  await Promise.all([
    add(user, 'one', 10),
    add(user, 'one', 10),
    add(user, 'two', 5),
    add(other, 'three', 99),
  ]);
  await database().apiFile.create({
    data: {
      ...{ id: newId(), workspaceId: user.workspace.id, name: 'a', contentType: 'image/png', size: 10 },
      ...{ md5: 'm', sha256: 'one', expiresAt: new Date('2030-01-01') },
    },
  });
  const { storage } = await usageReport(scope, 'all', clock);
  expect(storage).toEqual({ documentBytes: 15, exportBytes: 0, apiFileBytes: 10, totalBytes: 15 });
});

it('gives the same figures as CSV', async () => {
  const rows = (await usageCsv(scope, '30-days', clock)).trimEnd().split('\r\n');
  expect(rows).toEqual([
    '\ufeffday,kind,id,name,pages,failed_pages',
    '2026-03-01,token,gone,"",2,0',
    `2026-03-02,person,${user.id},"${user.name}",3,1`,
  ]);
});

it('knows what is left of the month, and nothing where there is no quota', async () => {
  expect(await getQuota(scope, clock)).toBeNull();
  await database().workspace.update({ where: { id: user.workspace.id }, data: { monthlyPageQuota: 7 } });
  expect(await getQuota(scope, clock)).toEqual({
    monthlyPages: 7,
    readPages: 5,
    pagesUnderWay: 0,
    renewsAt: new Date('2026-04-01'),
  });
});

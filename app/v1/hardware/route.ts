import { defineMethods } from '#app/_http/define-methods.ts';
import { defineRoute } from '#app/_http/define-route.ts';
import { operations } from '#lib/contracts/index.ts';

const list = defineRoute(operations.listHardware, async () => ({ body: [{ sku: 'cpu', name: 'CPU' }] }));

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = defineMethods({ GET: list });

import type { DeliveryState } from '#lib/webhooks/index.ts';

type Filter = { name: string; label: string; states: readonly DeliveryState[] };

const all: Filter = { name: 'all', label: 'All', states: ['waiting', 'pending', 'delivered', 'gave_up'] };

export const deliveryFilters: readonly Filter[] = [
  all,
  { name: 'pending', label: 'Pending', states: ['waiting', 'pending'] },
  { name: 'delivered', label: 'Delivered', states: ['delivered'] },
  { name: 'gave_up', label: 'Gave up', states: ['gave_up'] },
];

/** The filter that an address names; all deliveries when it names none of ours. */
export function filterNamed(name: unknown): Filter {
  return deliveryFilters.find((filter) => filter.name === name) ?? all;
}

/** The address of the list with this filter, from its beginning or going on at a cursor. */
export function listAddress(workspace: string, filter: string, cursor?: string): string {
  const query = new URLSearchParams({
    ...(filter === 'all' ? {} : { state: filter }),
    ...(cursor === undefined ? {} : { cursor }),
  });
  const path = `/${workspace}/api/webhooks`;
  return query.size > 0 ? `${path}?${query}` : path;
}

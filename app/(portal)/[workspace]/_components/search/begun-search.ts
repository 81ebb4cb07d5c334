let begun: string | null = null;

/** Notes that the search at this address begins here, in this tab. */
export function beginSearch(address: string): void {
  begun = address;
}

/** Whether the search at this address was begun here, and not come to by a load or by going back; says so once. */
export function takeBegunSearch(address: string): boolean {
  const isBegun = begun === address;
  if (isBegun) begun = null;
  return isBegun;
}

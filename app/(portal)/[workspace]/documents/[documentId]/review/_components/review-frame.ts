/** All of the window below the portal's header, which has two rows where there is little room. */
export const REVIEW_FRAME =
  'fills-window flex h-[calc(100dvh-5.75rem-1px)] min-h-112 flex-col lg:h-[calc(100dvh-3.5rem-1px)] lg:min-h-120';

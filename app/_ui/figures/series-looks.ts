type Look = { color: string; fill: string; dash: string };

/** How the columns of a chart are told apart: by filling and dashes, not by colour alone. */
export const seriesLooks: readonly [Look, Look] = [
  { color: 'var(--color-accent)', fill: 'var(--color-accent)', dash: '0' },
  { color: 'var(--color-warn)', fill: 'var(--color-warn-wash)', dash: '6 4' },
];

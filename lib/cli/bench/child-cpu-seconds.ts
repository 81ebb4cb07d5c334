/**
 * User and system time of a shell's children, in seconds, from what its `times` printed: two lines like
 * "0m0.010s 0m1.250s", of which the second is about the children (POSIX).
 */
export function childCpuSeconds(times: string): number {
  const [, children = ''] = times.trim().split('\n');
  const parts = [...children.matchAll(/(\d+)m([\d.]+)s/g)];
  if (parts.length !== 2) throw new Error(`The shell told no processor times: "${times}"`);
  return parts.reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds), 0);
}

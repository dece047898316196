/** A span of versions as Maven and NuGet write it: `[1.0,2.0)`; an open end has no version. */
export interface Interval {
  readonly from?: string;
  readonly to?: string;
  readonly includesFrom: boolean;
  readonly includesTo: boolean;
}

/** The intervals that a text names, such as `(,1.0],[1.2,)`; undefined where it is no such text. */
export function parseIntervals(text: string): Interval[] | undefined {
  const whole = text.replace(/\s+/g, '');
  const intervals: Interval[] = [];
  const pattern = /([[(\]])([^,[\]()]*)(,?)([^,[\]()]*)([\])[]),?/y;
  while (pattern.lastIndex < whole.length) {
    const found = pattern.exec(whole);
    if (!found) return undefined;
    intervals.push(intervalOf(found));
  }
  return intervals.length > 0 ? intervals : undefined;
}

function intervalOf([, open, from = '', comma, to = '', close]: RegExpExecArray): Interval {
  const last = comma === '' ? from : to;
  return {
    ...(from === '' ? {} : { from }),
    ...(last === '' ? {} : { to: last }),
    includesFrom: open === '[',
    includesTo: close === ']',
  };
}

/** Whether one of some intervals holds a version. */
export function withinIntervals(
  intervals: readonly Interval[],
  version: string,
  compare: (one: string, other: string) => number | undefined,
): boolean | undefined {
  let known = true;
  for (const { from, to, includesFrom, includesTo } of intervals) {
    const low = from === undefined ? 1 : compare(version, from);
    const high = to === undefined ? -1 : compare(version, to);
    if (low === undefined || high === undefined) known = false;
    else if ((low > 0 || (low === 0 && includesFrom)) && (high < 0 || (high === 0 && includesTo))) return true;
  }
  return known ? false : undefined;
}

/** A day, a time, or a number of days before now; milliseconds since 1970. */
export function sinceOf(text: string | undefined, now: number): number | undefined | 'invalid' {
  if (text === undefined) return undefined;
  const days = /^(\d{1,5})d?$/.exec(text)?.[1];
  if (days !== undefined) return now - Number(days) * 24 * 60 * 60 * 1000;
  const time = Date.parse(text);
  return Number.isNaN(time) ? 'invalid' : time;
}

/**
 * The unit at a place, or 0 beyond the text. Where `charCodeAt` is once asked for what isn't there, the engine gives up the quick code
 * that it has made of it.
 */
export function unitAt(text: string, at: number): number {
  return at >= 0 && at < text.length ? text.charCodeAt(at) : 0;
}

import type { Handled } from './handled';
import type { Wire } from './parts';

/** What of a batch may go on at once, and what waits. */
export interface Batched {
  readonly forward: string | undefined;
  readonly later: readonly Promise<void>[];
}

/**
 * Polices the messages of a batch one by one. What goes on at once stays together, to the byte where nothing in it is changed; what
 * waits for a person follows by itself.
 */
export async function batch(
  raw: string,
  values: readonly unknown[],
  outer: Wire,
  onwards: 'toServer' | 'toClient',
  one: (raw: string, value: unknown, wire: Wire) => Promise<Handled>,
): Promise<Batched> {
  const parts = values.map(value => JSON.stringify(value));
  const out: string[] = [];
  let collects = true;
  const collect = async (text: string) => {
    if (collects) out.push(text);
    else await outer[onwards](text, false);
  };
  const wire: Wire =
    onwards === 'toServer'
      ? { ...outer, toServer: (text, own) => (own ? outer.toServer(text, own) : collect(text)) }
      : { ...outer, toClient: collect };
  const later: Promise<void>[] = [];
  for (const [i, part] of parts.entries()) {
    const handled = await one(part, values[i], wire);
    if (handled.later) later.push(handled.later);
  }
  collects = false;
  const same = out.length === parts.length && out.every((text, i) => text === parts[i]);
  // An empty batch is an error that the other side answers.
  return { forward: same ? raw : out.length === 0 ? undefined : `[${out.join(',')}]`, later };
}

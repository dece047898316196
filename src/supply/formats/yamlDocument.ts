import {
  constructFromEvents,
  EVENT_ID,
  FAILSAFE_SCHEMA,
  getScalarValue,
  mergeTag,
  parseEvents,
  YAMLException,
} from 'js-yaml';
import { type Draft, FormatFault, withoutMark } from './packageFile';
import { childOf, type Document, documentOf, newPlace, type Place } from './places';

type Events = ReturnType<typeof parseEvents>;

/**
 * Reads YAML: `value` is the list of its documents, none for an empty text. Every scalar is a text, so that version 1.10 stays it.
 * Depth, aliases and merges are bounded; aliases share what they stand for, so walk only as deep as a format goes.
 */
export function readYaml({ text }: Draft): Document {
  const source = withoutMark(text);
  const shift = text.length - source.length;
  try {
    const events = parseEvents(source, { maxDepth: 64 });
    const documents = constructFromEvents(events, { source, schema, json: true, maxAliases: 10_000 });
    return documentOf(documents, () => yamlPlaces(source, events, shift));
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    throw new FormatFault('is not valid YAML', error.mark ? error.mark.position + shift : undefined);
  }
}

const schema = FAILSAFE_SCHEMA.withTags(mergeTag);

/** The places of all keys and values, by document; what an alias stands for has the alias's place. */
function yamlPlaces(source: string, events: Events, shift: number): Place {
  const root = newPlace();
  const open: Container[] = [];
  let documents = 0;
  for (const event of events) {
    if (event.type === EVENT_ID.POP) {
      open.pop();
    } else if (event.type === EVENT_ID.DOCUMENT) {
      open.push({ place: childOf(root, documents++), kind: 'document', index: 0, child: undefined });
    } else {
      const [start, end] = rangeOf(source, event);
      const span = { start: start + shift, end: end + shift };
      const parent = open.at(-1)!;
      if (parent.kind === 'map' && !parent.child) {
        const name = event.type === EVENT_ID.SCALAR ? getScalarValue(source, event) : '';
        parent.child = childOf(parent.place, name, span);
        // A key that is itself a container: what stands in it is nobody's place.
        if (event.type !== EVENT_ID.SCALAR && event.type !== EVENT_ID.ALIAS)
          open.push({ place: newPlace(), kind: kindOf(event), index: 0, child: undefined });
        continue;
      }
      const place = placeWithin(parent);
      place.value = span;
      if (event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE)
        open.push({ place, kind: kindOf(event), index: 0, child: undefined });
    }
  }
  return root;
}

interface Container {
  readonly place: Place;
  readonly kind: 'document' | 'map' | 'list';
  index: number;
  /** In a map: the key that waits for its value. */
  child: Place | undefined;
}

function kindOf({ type }: Events[number]): 'map' | 'list' {
  return type === EVENT_ID.MAPPING ? 'map' : 'list';
}

function placeWithin(parent: Container): Place {
  if (parent.kind === 'document') return parent.place;
  if (parent.kind === 'list') return childOf(parent.place, parent.index++);
  const child = parent.child!;
  parent.child = undefined;
  return child;
}

function rangeOf(source: string, event: Events[number]): readonly [number, number] {
  if (event.type === EVENT_ID.SCALAR) return [event.valueStart, event.valueEnd];
  if (event.type === EVENT_ID.ALIAS) return [event.anchorStart, event.anchorEnd];
  if (event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE) return [event.start, event.start];
  return [source.length, source.length];
}

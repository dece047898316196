import { isTable } from '../../core/untyped';
import type { ToolDefinition } from './toolDefinition';

/** A text of a definition that a model reads, or may. */
export interface ToolText {
  readonly where: string;
  readonly text: string;
  /** Names of tools, of arguments and of schemas; everything else is prose or a value. */
  readonly isName: boolean;
}

export interface ToolTexts {
  readonly texts: readonly ToolText[];
  /** Set where the definition has more than is looked at. */
  readonly cut: boolean;
}

/** Every text of a definition with its place: values, and the names that schemas give. In bounded time and depth. */
export function toolTexts(definition: ToolDefinition): ToolTexts {
  const texts: ToolText[] = [];
  let units = 0;
  let cut = false;
  const add = (where: string, text: string, isName: boolean) => {
    if (texts.length >= mostTexts || units >= mostUnits) cut = true;
    else {
      const kept = text.slice(0, mostUnits - units);
      if (kept.length < text.length) cut = true;
      units += kept.length;
      texts.push({ where, text: kept, isName });
    }
  };
  const walk = (value: unknown, where: string, depth: number) => {
    if (cut) return;
    if (typeof value === 'string') add(where, value, where === 'name');
    else if (depth > deepest) cut = cut || (typeof value === 'object' && value !== null);
    else if (Array.isArray(value)) value.forEach((item, at) => void walk(item, `${where}.${at}`, depth + 1));
    else if (isTable(value))
      for (const [key, item] of Object.entries(value)) {
        const place = where ? `${where}.${key}` : key;
        // Each name is read; the words of JSON Schema itself say nothing.
        if (where && !schemaWords.has(key)) add(place, key, true);
        if (key !== '$ref' && key !== '$schema') walk(item, place, depth + 1);
      }
  };
  walk(definition, '', 0);
  return { texts, cut };
}

const mostTexts = 20_000;
/** The longest definition of real servers has a quarter of it. */
const mostUnits = 200_000;
const deepest = 60;

const schemaWords = new Set(
  'type properties required items description title default enum examples format anyOf oneOf allOf additionalProperties minimum maximum minLength maxLength pattern const readOnlyHint destructiveHint idempotentHint openWorldHint'.split(
    ' ',
  ),
);

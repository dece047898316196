import type { Detector } from './detectors/detector';
import type { ForeignUnits } from './foreignUnits';
import { findHiddenText, type HiddenKind, type HiddenText } from './hidden/hiddenText';
import { createInjectionFinder } from './injection/injection';
import type { Severity, Source, Span, Tier } from './model';

/** What is found by looking at a whole text: what a person doesn't see in it, and what speaks to the model in it. */
export interface WholeTextFinding extends Span {
  readonly detector: Pick<Detector, 'title' | 'severity'> & { readonly id: string };
  readonly tier: Tier;
  readonly reason: string;
}

/** Makes the look at whole texts; the merely possible is left out, because it stands in many texts. */
export function createWholeTextLook(): (text: string, source?: Source, units?: ForeignUnits) => WholeTextFinding[] {
  let findInjections: ReturnType<typeof createInjectionFinder> | undefined;
  const injectionsIn = (text: string) => {
    findInjections ??= createInjectionFinder();
    return findInjections(text);
  };
  return (text, source, units) =>
    [
      ...findHiddenText(text, units).map(one => ({ ...one, detector: detectorOf(one) })),
      ...(mayInstruct(source) ? injectionsIn(text).map(one => ({ ...one, detector: injection })) : []),
    ].filter(({ tier }) => tier !== 'possible');
}

/** Instructions stand in what models are given to read; in a program's own text they are looked for when it leaves. */
function mayInstruct(source: Source | undefined): boolean {
  return source?.path === undefined || source.leaving === true || !program.test(source.path);
}

/** Records stand in what holds data, dumps of databases among it; in a program they are looked for when it leaves. */
export function mayHoldRecords(source: Source | undefined): boolean {
  return mayInstruct(source) || /\.sql$/i.test(source?.path ?? '');
}

const program =
  /\.(?:[cm]?[jt]sx?|py|pyi|go|java|kts?|scala|groovy|cs|vb|rb|php|rs|swift|c|cc|cpp|h|hpp|m|mm|dart|lua|pl|ex|exs|clj|hs|css|s[ac]ss|less|sql|map|lock|svg|po)$/i;

/** Whether a detector of this id looks at whole texts. */
export function isOfWholeText(id: string): boolean {
  return id.startsWith('hidden/') || id.startsWith('injection/');
}

/** Characters without width that spell a message are another matter than those that a copied page brought along. */
function detectorOf({ kind, decoded }: HiddenText): WholeTextFinding['detector'] {
  return kind === 'zero-width' && decoded !== undefined ? spelled : hidden[kind];
}

const spelled = entry('hidden/zero-width-message', 'hidden text in characters without width', 'error');

const injection = entry('injection/instruction', 'instruction to the model', 'warning');

const hidden: Readonly<Record<HiddenKind, WholeTextFinding['detector']>> = {
  'tag-characters': entry('hidden/tag-characters', 'hidden text in tag characters', 'error'),
  'variation-selectors': entry('hidden/variation-selectors', 'hidden text in variation selectors', 'error'),
  'zero-width': entry('hidden/zero-width', 'characters without width', 'warning'),
  filler: entry('hidden/filler', 'character that looks like nothing', 'warning'),
  'private-use': entry('hidden/private-use', 'hidden text in private characters', 'warning'),
  bidi: entry('hidden/bidi', 'change of direction', 'warning'),
  homoglyph: entry('hidden/homoglyph', 'word with lookalike letters', 'warning'),
  'terminal-escape': entry('hidden/terminal-escape', 'terminal escape that hides text', 'warning'),
  blanks: entry('hidden/blanks', 'text hidden by blanks', 'warning'),
};

function entry(id: string, title: string, severity: Severity): WholeTextFinding['detector'] {
  return { id, title, severity };
}

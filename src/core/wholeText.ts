import type { Detector } from './detectors/detector';
import type { ForeignUnits } from './foreignUnits';
import { findHiddenText } from './hidden/findHiddenText';
import type { HiddenKind, HiddenText } from './hidden/hiddenText';
import { findHiddenMarkup, isAddressed, isPage } from './hidden/markup';
import { createInjectionFinder, type SeenWords } from './injection/injection';
import type { Severity, Source, Span, Tier } from './model';
import { secretLines } from './secretFile';

/** What is found by looking at a whole text: what a person doesn't see in it, and what speaks to the model in it. */
export interface WholeTextFinding extends Span {
  readonly detector: Pick<Detector, 'title' | 'severity'> & { readonly id: string };
  readonly tier: Tier;
  readonly reason: string;
}

/** Makes the look at whole texts; of the merely possible only comments are told, because the rest stands in many texts. */
export function createWholeTextLook(): (
  text: string,
  source?: Source,
  units?: ForeignUnits,
  seen?: SeenWords,
) => WholeTextFinding[] {
  let findInjections: ReturnType<typeof createInjectionFinder> | undefined;
  const injectionsIn = (text: string, prompt = false, seen?: SeenWords) => {
    findInjections ??= createInjectionFinder();
    return findInjections(text, { prompt, ...(seen ? { seen } : {}) });
  };
  const instructs = ({ decoded }: HiddenText) => injectionsIn(decoded ?? '').some(({ tier }) => tier !== 'possible');
  return (text, source, units, seen) =>
    [
      ...findHiddenText(text, units).map(one => ({ ...one, detector: detectorOf(one) })),
      ...(mayInstruct(source) ? markupIn(text, source, instructs) : []),
      ...(mayInstruct(source)
        ? injectionsIn(text, source?.path === undefined, seen).map(one => ({ ...one, detector: injection }))
        : []),
      ...secretLines(text, source?.path).map(span => ({ ...span, ...ofSecretFile })),
    ].filter(({ tier, detector }) => tier !== 'possible' || detector === hidden.comment);
}

/** What isn't shown of a page's source, as far as it instructs; of other texts all of it. */
function markupIn(
  text: string,
  source: Source | undefined,
  instructs: (one: HiddenText) => boolean,
): WholeTextFinding[] {
  const all = findHiddenMarkup(text);
  if (all.length === 0) return [];
  const ordinary = pages.test(source?.path ?? '') || isPage(text);
  return all.flatMap(one => {
    if (instructs(one)) return { ...one, tier: 'likely', detector: instruction };
    if (ordinary && one.tier !== 'certain' && !isAddressed(one.decoded ?? '')) return [];
    return { ...one, detector: one.kind === 'comment' && one.tier === 'likely' ? noteToModel : hidden[one.kind] };
  });
}

/** Comments and hidden elements are ordinary in their sources. */
const pages =
  /\.(?:x?html?|xml|vue|svelte|astro|xsl\w?|hbs|ejs|liquid|twig|jinja2?|j2|tmpl|erb|aspx?|cshtml|razor|xaml|plist|csproj|props|targets|resx)$/i;

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
  return id.startsWith('hidden/') || id.startsWith('injection/') || id === ofSecretFile.detector.id;
}

/** Characters without width that spell a message are another matter than those that a copied page brought along. */
function detectorOf({ kind, decoded }: HiddenText): WholeTextFinding['detector'] {
  return kind === 'zero-width' && decoded !== undefined ? spelled : hidden[kind];
}

const spelled = entry('hidden/zero-width-message', 'hidden text in characters without width', 'error');

const noteToModel = entry('hidden/note-to-model', 'comment that speaks to the model', 'warning');

const instruction = entry('hidden/instruction', 'hidden instruction to the model', 'error');

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
  comment: entry('hidden/comment', 'comment that is not shown', 'information'),
  invisible: entry('hidden/invisible', 'text that a style hides', 'warning'),
};

const ofSecretFile = {
  detector: entry('secret/file-content', 'secret that a file consists of', 'error'),
  tier: 'likely' as const,
  reason: 'its file is called after a secret and holds little else',
};

function entry(id: string, title: string, severity: Severity): WholeTextFinding['detector'] {
  return { id, title, severity };
}

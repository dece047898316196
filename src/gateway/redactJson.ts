import type { Crossing } from '../core/crossing';
import type { Guard, Inspection, Passage } from '../core/guard';
import { joined } from '../core/look';
import type { CleanTexts, Decision, Destination, Fault, Finding, Source, VaultEntry } from '../core/model';
import { namesIn } from '../core/placeholders';
import { holdsBack, type Policy, strictestOf } from '../core/policy';
import { createMemo, memoKey } from './memo';
import {
  append,
  applyEdits,
  type PlacedText,
  sourceEdits,
  type TextEdit,
  type Texts,
  type TextView,
  textsOf,
  viewOf,
} from './texts';
import type { Shape } from './walkJson';

/** A request as it may go out, or the sentence that says why it may not. */
export type Redacted =
  | {
      readonly json: string;
      /** All that was decided about its texts; made when it is asked for. */
      decisions?(): readonly Decision[];
    }
  | { readonly refused: string };

/** One request's body, and what is known of it. */
export interface RequestBody {
  readonly json: string;
  /** As parsed. */
  readonly value: unknown;
  readonly shape: Shape;
  readonly destination: Destination;
  /** Where the result of a tool call comes from, by the call's id. */
  sourceOf(call: string): Source;
  /** Where everything else in it comes from, if that is known. */
  readonly source?: Source;
}

export interface RedactorParts {
  readonly guard: Guard;
  /** Does work that gives out placeholders, while nobody else who has the same map does. */
  exclusively<T>(work: () => T): Promise<T>;
  /** What is known of texts from earlier runs. */
  readonly clean?: CleanTexts;
  /** Lets others have their turn; waited for each time that texts were looked at for some milliseconds. */
  giveWay?(): Promise<void>;
}

/** What the model is told, once, behind the first text that holds a placeholder: the request stays the same from turn to turn. */
export const note =
  '\n\n[Note from Lockside: names like SECRET_…_1 or PII_…_1 in this conversation are placeholders for real values that stay on ' +
  "the user's machine. Use them letter for letter wherever the value belongs, in code, files and commands alike; the real " +
  "values are put back there. Don't ask for the values.]";

/**
 * Redacts the texts of requests in place, so that everything else stays byte for byte. What was looked at once is remembered by
 * its hash: the next turn of a conversation costs what is new in it, and its beginning stays the same to the byte.
 */
export function createRedactor(parts: RedactorParts): (body: RequestBody) => Promise<Redacted> {
  const { guard, exclusively, clean, giveWay } = parts;
  const memo = createMemo<Looked>(mostRemembered);
  let policy: Policy | undefined;
  let known = 0;
  const refresh = () => {
    const entries = [...guard.vault.entries()];
    // Other rules decide otherwise, and values that were forgotten get other names.
    if (policy !== guard.policy() || entries.length < known) memo.clear();
    if (entries.length < known) clean?.forget();
    policy = guard.policy();
    known = entries.length;
    return entries;
  };
  const redact = async (body: RequestBody): Promise<Redacted> => {
    const entries = refresh();
    const rules = policy;
    const { texts, opaque, result } = textsOf(body.json, body.value, body.shape, body.sourceOf, body.source);
    const crossings = createCrossings(body, texts);
    const toWhom = [body.destination.name, ...(body.destination.aliases ?? [])].join('\0');
    const looked: Looked[] = [];
    let last: PlacedText | undefined;
    let began = performance.now();
    for (const text of texts) {
      // Of two results of tools the second may go on where the first ended, in the middle of a secret.
      const before = isResult(text) ? last : undefined;
      if (isResult(text)) last = text;
      const place = memoKey(nameOf(text, before), text.raw);
      const key = `${place}\0${toWhom}`;
      const remembered = memo.get(key);
      if (remembered) {
        looked.push(remembered);
        continue;
      }
      const crossing = crossings(text.source);
      const found =
        lookedBefore(guard, text, place, crossing, clean) ??
        lookAt(guard, text, place, before, crossing, entries.length);
      memo.set(key, found);
      looked.push(found);
      if (!giveWay || performance.now() - began < slice) continue;
      await giveWay();
      began = performance.now();
      // What was decided meanwhile under other rules, or without what was forgotten, doesn't count.
      if (guard.policy() !== rules || [...guard.vault.entries()].length < entries.length) return redact(body);
    }
    const refused = whyRefused([
      ...looked.map(it => it.inspection),
      ...unseen(guard.policy(), body.destination, opaque),
    ]);
    if (refused !== undefined) return { refused };
    const settle = () => settleAll(guard, crossings, texts, looked);
    const late = looked.some(it => !it.edits && isHeld(it)) ? await exclusively(settle) : settle();
    if (late !== undefined) return { refused: late };
    if (clean && guard.vault.synthetics.size === 0) for (const one of looked) tell(clean, one);
    const decisions = () => looked.flatMap(({ inspection }) => inspection.decisions);
    return { json: replaced(texts, looked, result), decisions };
  };
  return redact;
}

/** Milliseconds: a long request must not hold up the answers that others wait for. */
const slice = 8;

/** So many texts are remembered; each takes some hundred bytes. */
const mostRemembered = 50_000;

/** What is known of a text, under one policy and for one destination. */
interface Looked {
  /** The text and where it stands, whoever it goes to. */
  readonly place: string;
  inspection: Inspection;
  /** What `seen` was when others were told that it is clean. */
  told?: number;
  /** So many of the vault's entries had been given out when it was looked at. */
  seen: number;
  /** What is to be replaced in its source, once it went out. */
  edits?: readonly TextEdit[];
}

function nameOf({ source, name }: PlacedText, before: PlacedText | undefined): string {
  const { path = '', terminal = false } = source;
  // With their lengths, so that no two places have one name, whatever stands in a path or a key.
  return `${path.length} ${path}${terminal ? ' terminal ' : ' '}${name.length} ${name} ${before ? endOf(before) : ''}`;
}

function endOf(text: PlacedText): string {
  return viewOf(text).text.trimEnd().slice(-seam);
}

/** So much on each side of where two texts meet is looked at together. */
const seam = 160;

function isResult({ token }: PlacedText): boolean {
  return token.kind === 'string' && token.call !== undefined && token.leaf !== 'field';
}

function createCrossings({ json, destination }: RequestBody, texts: readonly PlacedText[]) {
  // A name may stand there in escapes, which only the texts show.
  const taken = namesIn(json.includes('\\u') ? texts.map(text => viewOf(text).text) : [json]);
  return (source: Source): Crossing => ({ channel: 'gateway', destination, source, taken });
}

type Crossings = ReturnType<typeof createCrossings>;

function lookAt(
  guard: Guard,
  text: PlacedText,
  place: string,
  before: PlacedText | undefined,
  crossing: Crossing,
  seen: number,
): Looked {
  const view = viewOf(text);
  const inspection = guard.inspect(view.text, crossing);
  const rest = before ? restOf(endOf(before), view.text, guard, crossing) : undefined;
  if (!rest) return { place, inspection: within(view, inspection), seen };
  const findings = joined([rest], foundIn(inspection));
  return { place, inspection: guard.inspect(view.text, crossing, { findings, faults: inspection.faults }), seen };
}

/** A text in which an earlier run has found nothing; the policy is asked about it all the same. */
function lookedBefore(
  guard: Guard,
  text: PlacedText,
  place: string,
  crossing: Crossing,
  clean: CleanTexts | undefined,
): Looked | undefined {
  const seen = clean?.seen(place);
  if (seen === undefined) return undefined;
  const view = viewOf(text);
  return { place, inspection: within(view, guard.inspect(view.text, crossing, nothing)), seen };
}

const nothing = { findings: [], faults: [] };

function tell(clean: CleanTexts, one: Looked): void {
  if (one.told === one.seen) return;
  one.told = one.seen;
  if (isClean(one)) clean.add(one.place, one.seen);
}

/** What is nobody's goes out whatever the policy says, so that it counts for nothing. */
function isClean({ inspection }: Looked): boolean {
  return inspection.faults.length === 0 && foundIn(inspection).every(it => it.harmless);
}

/** The rest of a secret that began at the end of the text before; only what is unmistakable counts. */
function restOf(head: string, text: string, guard: Guard, crossing: Crossing): Finding | undefined {
  const blanks = text.length - text.trimStart().length;
  const both = head + text.slice(blanks, blanks + seam);
  const found = foundIn(guard.inspect(both, { ...crossing, ignoresClass: true })).find(
    ({ start, end, tier, concealed }) => start < head.length && end > head.length && tier === 'certain' && !concealed,
  );
  return found && { ...found, start: blanks, end: blanks + found.end - head.length };
}

function foundIn({ decisions }: Inspection): Finding[] {
  return decisions.filter(({ finding }) => finding.kind !== 'class').map(({ finding }) => finding);
}

/** The key before a field only helps to find: what is replaced stays within the text. */
function within({ text, before, behind }: TextView, inspection: Inspection): Inspection {
  if (before === 0 && behind === 0) return inspection;
  const end = text.length - behind;
  const clipped = ({ finding, ...rest }: Decision): Decision => ({
    ...rest,
    finding: { ...finding, start: Math.max(finding.start, before), end: Math.min(finding.end, end) },
  });
  const inside = ({ finding }: Decision) => finding.kind === 'class' || (finding.end > before && finding.start < end);
  return { ...inspection, decisions: inspection.decisions.filter(inside).map(clipped) };
}

function isHeld({ inspection }: Looked): boolean {
  return inspection.decisions.some(({ action }) => holdsBack(action));
}

/** Gives out names, finds what got one only now in all of the texts, and lets these pass. A sentence where one may not after all. */
function settleAll(
  guard: Guard,
  crossings: Crossings,
  texts: readonly PlacedText[],
  looked: readonly Looked[],
): string | undefined {
  for (const [i, place] of texts.entries()) {
    const one = looked[i] as Looked;
    if (!one.edits && isHeld(one)) guard.reserve(viewOf(place).text, crossings(place.source), one.inspection);
  }
  lookAgain(guard, crossings, texts, looked);
  const refused = whyRefused(looked.map(it => it.inspection));
  if (refused !== undefined) return refused;
  for (const [i, place] of texts.entries()) {
    const one = looked[i] as Looked;
    if (one.edits) continue;
    const view = viewOf(place);
    one.edits = sourceEdits(place, editsOf(view, guard.pass(view.text, crossings(place.source), one.inspection)));
  }
  return undefined;
}

/** A value that only one text gives away is replaced in all of them, those of earlier turns too. */
function lookAgain(guard: Guard, crossings: Crossings, texts: readonly PlacedText[], looked: readonly Looked[]): void {
  const entries: readonly VaultEntry[] = [...guard.vault.entries()];
  const looks = new Map<number, (text: string) => readonly Finding[]>();
  for (const [i, place] of texts.entries()) {
    const one = looked[i] as Looked;
    if (one.seen === entries.length) continue;
    const look = looks.get(one.seen) ?? guard.lookFor(entries.slice(one.seen));
    looks.set(one.seen, look);
    one.seen = entries.length;
    const before = foundIn(one.inspection);
    const view = viewOf(place);
    const fresh = look(view.text).filter(it => !before.some(old => old.start <= it.start && old.end >= it.end));
    if (fresh.length === 0) continue;
    const scanned = { findings: joined(before, fresh), faults: one.inspection.faults };
    one.inspection = within(view, guard.inspect(view.text, crossings(place.source), scanned));
    delete one.edits;
  }
}

/** Puts what came out into the document, and tells the model once what the names are. */
function replaced(texts: readonly PlacedText[], looked: readonly Looked[], result: () => string): string {
  let noted = false;
  for (const [i, place] of texts.entries()) {
    const { edits = [] } = looked[i] as Looked;
    if (edits.length === 0) continue;
    applyEdits(place, edits);
    if (!noted && place.prose) append(place, note);
    noted ||= place.prose;
  }
  return result();
}

function editsOf({ text, before, behind }: TextView, passage: Passage): readonly TextEdit[] {
  if (passage.edits.length === 0 && passage.text !== text)
    return [{ start: 0, end: text.length - before - behind, text: passage.text }];
  return passage.edits.map(({ start, end, replacement }) => ({
    start: start - before,
    end: end - before,
    text: replacement,
  }));
}

/** Files that hold no text to look at are decided on as what was not scanned. */
function unseen(policy: Policy, destination: Destination, opaque: Texts['opaque']): Inspection[] {
  return opaque.map(({ type, source }) => {
    const fault: Fault = { code: 'binary', message: `a file of the type ${type.slice(0, 80)} can't be looked into` };
    return { decisions: [], faults: [fault], action: policy.decideFault(fault, source, destination).action };
  });
}

function whyRefused(inspections: readonly Inspection[]): string | undefined {
  if (strictestOf(inspections.map(({ action }) => action)) !== 'block') return undefined;
  const blocking = inspections.filter(({ action }) => action === 'block');
  const decision = blocking.flatMap(({ decisions }) => decisions).find(({ action }) => action === 'block');
  if (decision)
    return `Lockside blocked this request: it holds ${decision.finding.title} (${decision.layer} policy: ${decision.reason}).`;
  const fault = blocking.flatMap(({ faults }) => faults)[0];
  return `Lockside blocked this request: a part of it was not scanned (${fault?.message ?? 'unknown fault'}).`;
}

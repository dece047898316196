import type { Crossing } from '../crossing';
import type { Describe } from '../known';
import type { Decision, Destination, Finding, Source } from '../model';
import { holdsBack, isTold, type Policy } from '../policy';
import { type Classifier, classReasons } from './classify';
import { type ClassReason, strictestClass } from './dataClass';

/** The source of a text with its class, and what says so; nothing is looked up where no rule could ask. */
export function classify(
  text: string,
  { source = {}, destination, channel, ignoresClass = false }: Crossing,
  classifier: Classifier,
  rules: Pick<Policy, 'asksClass'>,
): { readonly source: Source; readonly reasons: readonly ClassReason[] } {
  if (ignoresClass || !rules.asksClass(destination)) return { source, reasons: [] };
  // What is pasted comes from elsewhere than the file that it goes into.
  const reasons = classReasons(text, channel === 'paste' ? undefined : source.path, classifier);
  return { source: { ...source, class: strictestClass(reasons).class }, reasons };
}

export interface ClassCrossing {
  readonly text: string;
  readonly source: Source;
  readonly destination: Destination;
  readonly reasons: readonly ClassReason[];
  readonly rules: Policy;
  readonly describe: Describe;
}

/**
 * What happens to a text as a whole because of its class, on a way out. What was found in it has no say: each value is decided
 * on by itself, and the rest is no more confidential for it.
 */
export function decideClass(crossing: ClassCrossing): Decision | undefined {
  const { text, source, destination, reasons, rules, describe } = crossing;
  if (isTold(destination) || source.class === undefined) return undefined;
  const { class: dataClass, reasons: all } = strictestClass(reasons);
  const detector = `class/${dataClass}`;
  const why = all[0]?.why ?? 'nothing says otherwise';
  const finding: Finding = {
    start: 0,
    end: 0,
    ...all[0]?.span,
    detector,
    kind: 'class',
    title: `${dataClass} content (${why})`,
    severity: dataClass === 'restricted' ? 'error' : 'warning',
    tier: 'certain',
    reason: why,
    fingerprint: '',
  };
  const decision = rules.decide(finding, source, destination);
  if (decision.action === 'allow') return undefined;
  return { ...decision, finding: { ...finding, fingerprint: describe(detector, text).fingerprint } };
}

/** Whether a decision is about the text as a whole. */
export function isWhole({ finding }: Decision): boolean {
  return finding.kind === 'class';
}

/** What goes out instead of a text that is held back as a whole; undefined where it isn't. */
export function withheld(decisions: readonly Decision[]): string | undefined {
  const whole = decisions.find(decision => isWhole(decision) && holdsBack(decision.action));
  return whole && `[Lockside held this back: ${whole.vendor ? whole.reason : whole.finding.title}]`;
}

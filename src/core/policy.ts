import type { ClassReason } from './classify/dataClass';
import { createPathClasses } from './classify/pathClasses';
import { compileLayer, compileWaiver } from './compileLayer';
import { defaultLayer } from './defaultPolicy';
import { isTable } from './fields';
import {
  type Action,
  type Decision,
  type Destination,
  type Fault,
  type Finding,
  type Layer,
  layers,
  type Source,
} from './model';
import { mergeChoice, type Opinion, strictestOpinion, substituteOf, type Verdict, waive } from './opinions';
import type { PolicyLayer, Sink, UnguardedModels } from './policyLayer';
import { holdsBack, isTold } from './strictness';
import { createVendors } from './vendors';

export type { Opinion } from './opinions';
export type { PolicyLayer, RestoreRules, Rule, Sink, Suppression, UnguardedModels } from './policyLayer';
export { holdsBack, isTold, stricter, strictestOf } from './strictness';

/** The merged policy: each answer says which layer gave it. */
export interface Policy {
  decide(finding: Finding, source: Source, destination: Destination): Decision;
  decideFault(fault: Fault, source: Source, destination: Destination): { action: Action; layer: Layer };
  /** What each layer says of it, the widest first; `default` is one of them. */
  explain(detector: string, source: Source, destination: Destination): readonly Opinion[];
  /** The class that the settings give a path. */
  pathClass(path: string): ClassReason | undefined;
  /** Whether the class of a text can change what happens on the way to a destination. */
  asksClass(destination: Destination): boolean;
  restore(sink: Sink): { action: 'allow' | 'ask' | 'block'; layer: Layer };
  readonly unguardedModels: UnguardedModels;
}

/**
 * Merges layers: the strictest says what holds, in whatever order they come. Only a layer that may loosen takes the place of
 * the defaults. `today` is `YYYY-MM-DD`; a suppression that has expired holds no longer. `now` is the instant, ISO 8601 in UTC, asked at
 * each decision: a waiver ends when it ends.
 */
export function createPolicy(
  given: readonly PolicyLayer[],
  today: string,
  now: () => string = () => `${today}T00:00:00Z`,
): Policy {
  const ranked = given.toSorted((one, other) => layers.indexOf(one.layer) - layers.indexOf(other.layer));
  const compiled = [defaultLayer, ...ranked].map(layer => compileLayer(layer, today));
  const vendors = createVendors(
    ranked.flatMap(({ layer, vendors = [] }) => vendors.map(vendor => ({ ...vendor, layer }))),
    today,
  );
  const waivers = ranked.flatMap(({ waivers = [] }) => waivers.map(compileWaiver));
  const opinions = (id: string, source: Source, destination: Destination): Opinion[] => {
    const waived = waivers.filter(({ waiver, matches }) => waiver.expires > now() && matches(id, source, destination));
    return waived.length === 0
      ? said(id, source, destination)
      : said(id, source, destination).map(one => waive(one, waived));
  };
  const said = (id: string, source: Source, place: Destination): Opinion[] => {
    const destination = vendors.describe(place);
    const onRecord = vendors.judge(id, source, destination).map(one => ({ ...one, tightenOnly: true, vendor: true }));
    return [...byRules(id, source, destination), ...onRecord];
  };
  const byRules = (id: string, source: Source, destination: Destination): Opinion[] =>
    compiled.flatMap(({ layer, tightenOnly, rules, conditional }) => {
      const rule = rules.findLast(rule => rule.matches(id, source, destination));
      const said = rule ? [{ layer, tightenOnly, action: rule.action, as: rule.as, reason: rule.reason }] : [];
      const met = conditional.filter(
        one => one.matches(id, source, destination) && one.condition({ detector: id, source, destination, today }),
      );
      return [...said, ...met.map(({ action, reason }) => ({ layer, tightenOnly: true, action, reason }))];
    });
  const strictest = (id: string, source: Source, destination: Destination) => {
    const all = opinions(id, source, destination);
    const { action, layer, reason, vendor = false } = strictestOpinion(all) ?? noRule;
    const as = substituteOf(all);
    return {
      ...{ action, layer, reason },
      ...(vendor ? { vendor } : {}),
      ...(as === 'synthetic' && id.startsWith('pii/') ? { as } : {}),
    };
  };
  // A waiver's time may be over at the next text.
  const isSame = waivers.length === 0 ? isAlike : Object.is;
  const verdictOf = remembered(strictest, isSame);
  const boundBy = remembered(
    (id, source, destination) =>
      strictestOpinion(opinions(id, source, destination).filter(({ layer }) => bounds.has(layer))),
    isSame,
  );
  return {
    decide(finding, source, destination) {
      const suppressed = suppressionOf(finding, source, destination);
      if (suppressed) return suppressed;
      // What is nobody's can't leak.
      if (finding.harmless)
        return { finding, action: isTold(destination) ? 'log' : 'allow', layer: 'default', reason: finding.reason };
      const verdict = verdictOf(finding.detector, source, destination);
      return { finding, ...(tellsTable(finding, verdict, destination) ? tableVerdict : verdict) };
    },
    explain: (id, source, destination) => opinions(id, source, destination),
    pathClass: createPathClasses(ranked),
    asksClass: destination =>
      !isTold(destination) ||
      compiled.some(({ rules, conditional }) => [...rules, ...conditional].some(rule => rule.asksClass)),
    decideFault: (fault, source, destination) => strictest(`fault/${fault.code}`, source, destination),
    restore: sink => mergeChoice(compiled, layer => layer.restore?.[sink], ['allow', 'ask', 'block']),
    unguardedModels: mergeChoice(compiled, layer => layer.unguardedModels, ['allow', 'warn', 'block']).action,
  };

  /** What a team accepts goes, unless a layer that stands above it holds it back. */
  function suppressionOf(finding: Finding, source: Source, destination: Destination): Decision | undefined {
    const { detector, fingerprint } = finding;
    const { path } = source;
    for (const { layer, suppressions, accepts } of compiled) {
      const accepted = isTold(destination) && path !== undefined ? accepts({ path, detector, fingerprint }) : undefined;
      const suppression = suppressions.find(one => one.matches(finding, source)) ?? accepted;
      if (!suppression) continue;
      const bound = isTold(destination) ? undefined : boundBy(finding.detector, source, destination);
      if (bound && holdsBack(bound.action)) return undefined;
      return { finding, action: 'allow', layer, reason: suppression.reason, suppressed: suppression.reason };
    }
    return undefined;
  }
}

/** The layers that a repository can't loosen. */
const bounds: ReadonlySet<Layer> = new Set(['managed', 'organisation']);

const noRule: Verdict = { action: 'block', layer: 'default', reason: 'no rule' };

/** Keeps what was said of each detector for texts that go one way: a table has the same few a hundred thousand times. */
function remembered<V>(
  judge: (id: string, source: Source, destination: Destination) => V,
  isSame: (one: Source, other: Source) => boolean,
): (id: string, source: Source, destination: Destination) => V {
  let last: { source: Source; destination: Destination; verdicts: Map<string, V> } | undefined;
  return (id, source, destination) => {
    if (last?.destination !== destination || !isSame(last.source, source))
      last = { source, destination, verdicts: new Map() };
    const known = last.verdicts.get(id) ?? judge(id, source, destination);
    last.verdicts.set(id, known);
    return known;
  };
}

/** Whether two sources are told apart by nothing that a rule can ask. */
function isAlike(one: Source, other: Source): boolean {
  return (
    one.path === other.path &&
    one.class === other.class &&
    one.terminal === other.terminal &&
    one.leaving === other.leaving
  );
}

/** What stands alone is only recorded in the editor, unless somebody wants it otherwise; a whole table of people is told, as one thing. */
function tellsTable({ field }: Finding, { action, layer }: Verdict, { kind }: Destination): boolean {
  return isTable(field) && kind === 'editor' && layer === 'default' && action === 'log';
}

const tableVerdict: Verdict = { action: 'warn', layer: 'default', reason: 'tables of personal data are told' };

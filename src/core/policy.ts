import { type BaselineEntry, baselineFaults, baselinePath, createBaseline } from './baseline';
import type { ClassReason } from './classify/dataClass';
import { type ClassRule, createPathClasses } from './classify/pathClasses';
import type { Condition } from './conditions';
import { isTable } from './fields';
import { createGlob } from './glob';
import { compileCondition } from './loadConditions';
import {
  type Action,
  actions,
  type DataClass,
  type Decision,
  type Destination,
  type Fault,
  type Finding,
  type Layer,
  layers,
  type Source,
  type Substitute,
} from './model';
import { createVendors, type Vendor } from './vendors';
import type { SignedWaiver, WaiverMatch } from './waivers';

/** One rule of `lockside.rules`. All conditions must hold; a missing one always does. Of one layer's rules the last that matches counts. */
export interface Rule {
  /** Globs over detector ids: `secret/*`, `pii/email`, `fault/*` for what could not be scanned. */
  readonly detectors?: readonly string[];
  /** Globs over paths relative to the workspace. */
  readonly paths?: readonly string[];
  /** Globs over destinations written `kind:name`: `model:copilot/*`, `clipboard:`, `editor:`. */
  readonly destinations?: readonly string[];
  /** Classes of the text. Without `detectors` such a rule decides about the text as a whole, with them about what is found in it. */
  readonly classes?: readonly DataClass[];
  /** CEL; see `conditions.ts`. Such a rule can only make stricter what the layer says without it. */
  readonly when?: string;
  readonly action: Action;
  /** What stands for personal data that is held back; secrets always get placeholders. */
  readonly as?: Substitute;
  readonly reason?: string;
}

/** One entry of `lockside.suppressions`: a finding that people looked at and accepted. */
export interface Suppression {
  readonly fingerprint?: string;
  readonly path?: string;
  readonly detector?: string;
  readonly reason: string;
  /** The last day it holds, `YYYY-MM-DD`. */
  readonly expires?: string;
}

/** Where a restored value would go. An answer on the screen is no sink: it is always restored. */
export type Sink = 'workspaceFile' | 'publishedFile' | 'command' | 'network' | 'tool';

export type RestoreRules = Partial<Record<Sink, 'allow' | 'ask' | 'block'>>;

/** What happens to a prompt for a model that Lockside doesn't wrap. */
export type UnguardedModels = 'allow' | 'warn' | 'block';

/** What one layer of settings says. */
export interface PolicyLayer {
  readonly layer: Layer;
  /** True for the user's own settings and for an untrusted workspace: they can make things stricter, never looser. */
  readonly tightenOnly: boolean;
  readonly rules?: readonly Rule[];
  /** Which paths have which class. */
  readonly classes?: readonly ClassRule[];
  readonly suppressions?: readonly Suppression[];
  /** What stood when the team began. It is not told again; on the way to a model or anywhere else it is held back as ever. */
  readonly baseline?: readonly BaselineEntry[];
  readonly restore?: RestoreRules;
  readonly unguardedModels?: UnguardedModels;
  /** Who is on record as a destination; see `vendors.ts`. */
  readonly vendors?: readonly Vendor[];
  /** Signed, and checked by whoever has read them. */
  readonly waivers?: readonly SignedWaiver[];
}

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

/** What may be part of a text as a person meant it, and instructions to the model: told, and left where they are. */
const seen = [
  'injection/*',
  'hidden/bidi',
  'hidden/homoglyph',
  'hidden/terminal-escape',
  'hidden/blanks',
  'hidden/zero-width',
  'hidden/filler',
  'hidden/invisible',
  'hidden/note-to-model',
];

const asked = [
  ...['supply/typosquat', 'supply/new-package', 'supply/unverified-package', 'supply/foreign-registry'],
  ...['supply/install-script', 'supply/maintainer-change', 'supply/provenance-lost'],
];
const refused = ['supply/unknown-package', 'supply/malicious-package'];

/** What holds where nobody says anything: held back on every way out, quiet about personal data in the editor. */
export const defaultLayer: PolicyLayer = {
  layer: 'default',
  tightenOnly: false,
  rules: [
    { action: 'redact' },
    { destinations: ['editor:*', 'report:*'], action: 'warn' },
    { detectors: ['pii/*'], destinations: ['editor:*', 'report:*'], action: 'log' },
    // What a person sees stays; what nobody sees goes.
    { detectors: seen, action: 'warn' },
    { detectors: ['hidden/comment'], action: 'log' },
    // What is said of packages is told; a command that would install them waits, or isn't run.
    { detectors: ['supply/*'], action: 'warn' },
    { detectors: asked, destinations: ['command:*'], action: 'ask' },
    { detectors: refused, destinations: ['command:*'], action: 'block' },
    { detectors: ['fault/*'], action: 'block' },
    { detectors: ['fault/*'], destinations: ['editor:*', 'report:*'], action: 'log' },
    { detectors: ['class/*'], action: 'allow' },
    { classes: ['confidential'], destinations: ['model:*'], action: 'warn', reason: 'confidential texts are told' },
    { classes: ['restricted'], action: 'block', reason: 'restricted texts stay here' },
  ],
  restore: { workspaceFile: 'allow', publishedFile: 'ask', command: 'ask', network: 'block', tool: 'ask' },
  unguardedModels: 'warn',
};

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
  const compiled = [defaultLayer, ...ranked].map(layer => compile(layer, today));
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
  const verdictOf = remembered(strictest);
  const boundBy = remembered((id, source, destination) =>
    strictestOpinion(opinions(id, source, destination).filter(({ layer }) => bounds.has(layer))),
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
    for (const { layer, suppressions, accepts } of compiled) {
      const accepted =
        isTold(destination) && source.path !== undefined ? accepts({ ...finding, path: source.path }) : undefined;
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

/** What one layer says, by the last of its rules that matches. */
export interface Opinion extends Verdict {
  readonly tightenOnly: boolean;
  readonly as?: Substitute;
  /** Set where what is on record about the destination says so. */
  readonly vendor?: boolean;
  /** The waiver that has taken the place of what the layer says. */
  readonly waiver?: string;
}

/** A layer's opinion, as far as somebody may waive it and has. */
function waive(opinion: Opinion, waivers: readonly WaiverMatch[]): Opinion {
  const may = waivers.find(
    ({ waiver }) => mayWaive(waiver.layer, opinion.layer) && stricter(opinion.action, waiver.action),
  );
  if (!may) return opinion;
  const { id, action, reason, signer, expires } = may.waiver;
  return { ...opinion, action, reason: `waived by ${signer} until ${expires}: ${reason}`, waiver: id };
}

/** Whoever approves for a layer approves for those below it; what a person wants for himself, nobody waives. */
function mayWaive(approver: Layer, bound: Layer): boolean {
  if (bound === 'default') return true;
  return bound !== 'user' && layers.indexOf(approver) <= layers.indexOf(bound);
}

function compileWaiver(waiver: SignedWaiver): WaiverMatch {
  const found = anyName(waiver.detectors);
  const path = anyPath(waiver.paths);
  const destination = anyName(waiver.destinations);
  return {
    waiver,
    matches: (id, source, to) =>
      found(id) &&
      path(source.path) &&
      (destination(`${to.kind}:${to.name}`) || to.aliases?.some(destination) === true),
  };
}

/** The defaults count where no layer that may loosen them says anything; of the rest the strictest, and of equals the widest layer's. */
function strictestOpinion(all: readonly Opinion[]): Opinion | undefined {
  const loosened = all.some(({ layer, tightenOnly }) => layer !== 'default' && !tightenOnly);
  return all
    .filter(({ layer }) => layer !== 'default' || !loosened)
    .reduce<Opinion | undefined>(
      (strictest, one) => (strictest && !stricter(one.action, strictest.action) ? strictest : one),
      undefined,
    );
}

/** Both hold the value back; but a synthetic value tells a little of it, so that it can't be chosen over a placeholder. */
function substituteOf(all: readonly Opinion[]): Substitute | undefined {
  const wanted = all.map(({ as }) => as);
  return wanted.includes('placeholder') ? 'placeholder' : wanted.find(as => as !== undefined);
}

type Verdict = Pick<Decision, 'action' | 'layer' | 'reason' | 'vendor'>;

/** Keeps what was said of each detector for one text on its way: a table has the same few a hundred thousand times. */
function remembered<V>(
  judge: (id: string, source: Source, destination: Destination) => V,
): (id: string, source: Source, destination: Destination) => V {
  let last: { source: Source; destination: Destination; verdicts: Map<string, V> } | undefined;
  return (id, source, destination) => {
    if (last?.source !== source || last.destination !== destination)
      last = { source, destination, verdicts: new Map() };
    const known = last.verdicts.get(id) ?? judge(id, source, destination);
    last.verdicts.set(id, known);
    return known;
  };
}

/** What stands alone is only recorded in the editor, unless somebody wants it otherwise; a whole table of people is told, as one thing. */
function tellsTable({ field }: Finding, { action, layer }: Verdict, { kind }: Destination): boolean {
  return isTable(field) && kind === 'editor' && layer === 'default' && action === 'log';
}

const tableVerdict: Verdict = { action: 'warn', layer: 'default', reason: 'tables of personal data are told' };

/** Whether what goes there is only told to the person at this machine. */
export function isTold({ kind }: Destination): boolean {
  return kind === 'editor' || kind === 'report';
}

/** Whether the first action is stricter than the second. */
export function stricter(one: Action, other: Action): boolean {
  return actions.indexOf(one) > actions.indexOf(other);
}

/** Whether an action keeps a value from going out as it is: what is asked about stays until it is granted. */
export function holdsBack(action: Action): boolean {
  return action === 'redact' || action === 'ask' || action === 'block';
}

/** The strictest of some actions, `allow` for none. */
export function strictestOf(all: Iterable<Action>): Action {
  let result: Action = 'allow';
  for (const action of all) if (stricter(action, result)) result = action;
  return result;
}

/** Messages for the suppressions that no longer hold, or that a layer which can't loosen has no right to. */
export function suppressionFaults(layers: readonly PolicyLayer[], today: string): Fault[] {
  return layers.flatMap(({ layer, tightenOnly, suppressions = [], baseline = [] }) => [
    ...(tightenOnly ? untrustedBaseline(baseline) : baselineFaults(baseline, today)),
    ...suppressions.flatMap((one, index) => {
      const where = `lockside.suppressions[${index}]`;
      if (tightenOnly)
        return [
          {
            code: 'suppression' as const,
            where,
            message: `${layer} settings can't suppress findings: move it to the trusted workspace's settings`,
          },
        ];
      if (expired(one, today))
        return [
          {
            code: 'suppression' as const,
            where,
            message: `expired on ${one.expires} (${one.reason}): its findings are reported again`,
          },
        ];
      return [];
    }),
  ]);
}

function untrustedBaseline({ length }: readonly BaselineEntry[]): Fault[] {
  const message = 'it counts in a trusted workspace only';
  return length === 0 ? [] : [{ code: 'suppression', where: baselinePath, message }];
}

interface CompiledRule {
  readonly action: Action;
  readonly as: Substitute | undefined;
  readonly reason: string;
  /** Set where what is found is decided by the text's class. */
  readonly asksClass: boolean;
  readonly condition?: Condition;
  matches(id: string, source: Source, destination: Destination): boolean;
}

function compile(layer: PolicyLayer, today: string) {
  const rules = (layer.rules ?? []).map(compileRule);
  return {
    ...layer,
    rules: rules.filter(rule => !rule.condition),
    conditional: rules.flatMap(rule => (rule.condition ? [{ ...rule, condition: rule.condition }] : [])),
    suppressions: layer.tightenOnly
      ? []
      : (layer.suppressions ?? []).filter(one => !expired(one, today)).map(compileSuppression),
    accepts: createBaseline(layer.tightenOnly ? [] : (layer.baseline ?? []), today),
  };
}

function compileRule(rule: Rule, index: number): CompiledRule {
  const { detectors, classes } = rule;
  const found = anyName(classes && !detectors ? [] : detectors);
  // A text as a whole is another matter than what is found in it: only a rule that names classes decides about it.
  const whole = anyName(detectors ? detectors.filter(glob => glob.startsWith('class/')) : classes ? ['class/*'] : []);
  const path = anyPath(rule.paths);
  const destination = anyName(rule.destinations);
  const named = classes?.join(', ') ?? detectors?.join(', ') ?? 'every detector';
  return {
    action: rule.action,
    as: rule.as,
    reason: rule.reason ?? `rule ${index + 1}: ${named}`,
    asksClass: (classes !== undefined && detectors !== undefined) || /\bclass\b/.test(rule.when ?? ''),
    ...(rule.when === undefined ? {} : { condition: conditionOf(rule.when) }),
    matches: (id, source, to) =>
      (id.startsWith('class/') ? whole(id) : found(id)) &&
      (classes === undefined || (source.class !== undefined && classes.includes(source.class))) &&
      path(source.path) &&
      (destination(`${to.kind}:${to.name}`) || to.aliases?.some(destination) === true),
  };
}

/** A condition that can't be read holds; `conditionFaults` tells of it. */
function conditionOf(when: string): Condition {
  const compiled = compileCondition(when);
  return 'condition' in compiled ? compiled.condition : () => true;
}

/** Messages for the conditions that can't be read. */
export function conditionFaults(rules: readonly Rule[] = []): Fault[] {
  return rules.flatMap(({ when }, index) => {
    const compiled = when === undefined ? undefined : compileCondition(when);
    if (!compiled || 'condition' in compiled) return [];
    const message = `when: ${compiled.error}; the rule holds as if its condition were met`;
    return { code: 'settings' as const, where: `lockside.rules[${index}]`, message };
  });
}

function compileSuppression(one: Suppression): { reason: string; matches(finding: Finding, source: Source): boolean } {
  const path = anyPath(one.path === undefined ? undefined : [one.path]);
  const detector = anyName(one.detector === undefined ? undefined : [one.detector]);
  return {
    reason: one.reason,
    matches: (finding, source) =>
      (one.fingerprint === undefined || one.fingerprint === finding.fingerprint) &&
      path(source.path) &&
      detector(finding.detector),
  };
}

/** Over paths: `*` stays within a folder, and a glob without a slash matches in any folder. */
function anyPath(globs: readonly string[] | undefined): (path: string | undefined) => boolean {
  if (globs === undefined) return () => true;
  const matchers = globs.map(glob => createGlob(glob, true));
  return path => path !== undefined && matchers.some(matches => matches(path));
}

/** Whether a detector's id fits a glob. */
export function matchesName(glob: string): (name: string) => boolean {
  return anyName([glob]);
}

/** Over ids and destinations, where a slash is a letter like any other: `model:copilot*` matches `model:copilot/gpt-5`. */
function anyName(globs: readonly string[] | undefined): (name: string) => boolean {
  if (globs === undefined) return () => true;
  const flat = (text: string) => text.replaceAll('/', ':');
  const matchers = globs.map(glob => createGlob(flat(glob.endsWith(':') ? `${glob}*` : glob), false));
  return name => matchers.some(matches => matches(flat(name)));
}

function expired(one: Suppression, today: string): boolean {
  return one.expires !== undefined && one.expires < today;
}

function mergeChoice<L extends { layer: Layer; tightenOnly: boolean }, C extends string>(
  all: readonly L[],
  pick: (layer: L) => C | undefined,
  order: readonly C[],
): { action: C; layer: Layer } {
  const said = all.flatMap(layer => {
    const action = pick(layer);
    return action === undefined ? [] : { action, layer: layer.layer, tightenOnly: layer.tightenOnly };
  });
  const loosened = said.some(({ layer, tightenOnly }) => layer !== 'default' && !tightenOnly);
  const { action, layer } = said
    .filter(({ layer }) => layer !== 'default' || !loosened)
    .reduce((strictest, one) => (order.indexOf(one.action) > order.indexOf(strictest.action) ? one : strictest));
  return { action, layer };
}

import { type BaselineEntry, baselineFaults, baselinePath, createBaseline } from './baseline';
import type { Condition } from './conditions';
import { compileCondition } from './loadConditions';
import { anyName, anyPath } from './matchNames';
import type { Action, Destination, Fault, Finding, Source, Substitute } from './model';
import type { PolicyLayer, Rule, Suppression } from './policyLayer';
import type { SignedWaiver, WaiverMatch } from './waivers';

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

/** A layer as it is asked: its rules, what it accepts, and until when. */
export function compileLayer(layer: PolicyLayer, today: string) {
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

function expired(one: Suppression, today: string): boolean {
  return one.expires !== undefined && one.expires < today;
}

/** A waiver as it is asked. */
export function compileWaiver(waiver: SignedWaiver): WaiverMatch {
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

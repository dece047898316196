import { findNodeAtLocation, getNodeValue, type JSONPath, type Node } from 'jsonc-parser';
import { compileCondition } from '../../core/loadConditions';
import type { Fault, Layer } from '../../core/model';
import type { PolicyLayer, Rule } from '../../core/policy';
import { readSettings } from '../../core/settings';
import { reviewDays, type Vendor } from '../../core/vendors';
import { matchesSome, type Named, nearestName } from './knownNames';
import { neverHolds } from './neverHolds';
import { type PolicyFileKind, settingsWithin, treeOf } from './policyFiles';

/** Something about a policy file that a person should know, and what mends it. */
export interface PolicyProblem {
  readonly offset: number;
  readonly length: number;
  readonly level: 'error' | 'warning' | 'information';
  readonly code: string;
  readonly message: string;
  readonly fixes: readonly PolicyFix[];
}

export type PolicyFix =
  | { readonly kind: 'replace'; readonly title: string; readonly path: JSONPath; readonly value: unknown }
  | { readonly kind: 'remove'; readonly title: string; readonly path: JSONPath }
  | { readonly kind: 'pin'; readonly title: string; readonly path: JSONPath; readonly from: string }
  | { readonly kind: 'sign'; readonly title: string; readonly id: string };

/** What is known around the file. */
export interface PolicyFacts {
  /** The layer that the file is one of. */
  readonly layer: Layer;
  readonly policies: readonly PolicyLayer[];
  readonly names: readonly Named[];
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** What is wrong with an entry of `lockside.extends`, and the hash that it has where it can be read. */
  extension(entry: { readonly from: string }): { readonly fault?: string; readonly integrity?: string };
  readonly waiverFaults: readonly Fault[];
  /** Set for a file that VS Code's own schema doesn't check. */
  readonly checksSchema: boolean;
}

type Translate = (message: string, ...args: (string | number)[]) => string;

/** The problems of a policy file's text, in its order. */
export function policyProblems(text: string, kind: PolicyFileKind, facts: PolicyFacts, t: Translate): PolicyProblem[] {
  const root = treeOf(text);
  if (!root) return [];
  const found = kind === 'waivers' ? ofWaivers(root, facts, t) : ofSettings(root, settingsWithin(kind), facts, t);
  return found.sort((one, other) => one.offset - other.offset);
}

function ofSettings(root: Node, within: readonly string[], facts: PolicyFacts, t: Translate): PolicyProblem[] {
  const at = (name: string) => [...within, `lockside.${name}`];
  const entries = (name: string) => {
    const list = findNodeAtLocation(root, at(name));
    return (list?.type === 'array' ? (list.children ?? []) : []).map((node, index) => ({
      node,
      index,
      path: [...at(name), index] as JSONPath,
      value: recordOf(getNodeValue(node)),
    }));
  };
  const rules = entries('rules');
  return [
    ...(facts.checksSchema ? ofSchema(root, within, facts.layer) : []),
    ...entries('extends').flatMap(entry => ofExtension(entry, facts, t)),
    ...rules.flatMap((entry, index) => [
      ...ofRule(entry, facts, t),
      ...ofIdle(
        entry,
        rules.slice(index + 1).map(({ value }) => value as unknown as Rule),
        facts,
        t,
      ),
    ]),
    ...entries('suppressions').flatMap(entry => ofSuppression(entry, facts, t)),
    ...entries('vendors').flatMap(entry => ofVendor(entry, facts, t)),
  ];
}

interface Entry {
  readonly node: Node;
  readonly path: JSONPath;
  readonly value: Record<string, unknown>;
}

/** What the schema refuses, at its place. */
function ofSchema(root: Node, within: readonly string[], layer: Layer): PolicyProblem[] {
  const settings = findNodeAtLocation(root, [...within]);
  return readSettings(recordOf(settings && getNodeValue(settings)), layer, false)
    .faults.filter(({ message }) => !message.startsWith('when: '))
    .flatMap(({ where = '', message }) => {
      const [, name = '', index] = /^(.*?)(?:\[(\d+)\])?$/.exec(where) ?? [];
      const node = settings && findNodeAtLocation(settings, index === undefined ? [name] : [name, Number(index)]);
      return node ? [problem(node, 'warning', 'policy/schema', message)] : [];
    });
}

function ofExtension({ node, path, value }: Entry, facts: PolicyFacts, t: Translate): PolicyProblem[] {
  if (typeof value.from !== 'string') return [];
  const { fault, integrity } = facts.extension(value as { from: string });
  if (fault === undefined) return [];
  const pin: PolicyFix = {
    kind: 'pin',
    title: integrity === undefined ? t('Fetch it, and pin what came') : t('Pin the policy as it is now'),
    path,
    from: value.from,
  };
  const place = childOf(node, value.integrity === undefined ? 'from' : 'integrity') ?? node;
  return [problem(place, 'error', 'policy/extends', fault, fault.includes('signed') ? [] : [pin])];
}

function ofRule({ node, path, value }: Entry, facts: PolicyFacts, t: Translate): PolicyProblem[] {
  const when = typeof value.when === 'string' ? compileCondition(value.when) : undefined;
  const wrong =
    when && 'error' in when
      ? [
          problem(
            childOf(node, 'when') ?? node,
            'error',
            'policy/when',
            t('This condition can’t be read: {0}. The rule holds as if it were met.', when.error),
          ),
        ]
      : [];
  const list = childOf(node, 'detectors');
  const unknown = (list?.type === 'array' ? (list.children ?? []) : []).flatMap((child, index) => {
    const glob: unknown = getNodeValue(child);
    if (typeof glob !== 'string' || matchesSome(glob, facts.names)) return [];
    const near = nearestName(glob, facts.names);
    const fix: PolicyFix[] =
      near === undefined
        ? []
        : [{ kind: 'replace', title: t('Change it to {0}', near), path: [...path, 'detectors', index], value: near }];
    return [problem(child, 'warning', 'policy/detector', t('No detector has a name like {0}.', glob), fix)];
  });
  return [...wrong, ...unknown];
}

/** A rule that changes nothing is no mistake; but whoever wrote it may believe that it does. */
function ofIdle(
  { node, path, value }: Entry,
  later: readonly Rule[],
  facts: PolicyFacts,
  t: Translate,
): PolicyProblem[] {
  if (typeof value.action !== 'string') return [];
  const idle = neverHolds(value as unknown as Rule, later, facts.layer, facts.policies);
  if (!idle) return [];
  const place = childOf(node, 'action') ?? node;
  const message =
    idle.by === 'layer'
      ? t('This can never hold: the {0} policy says {1} of all it names ({2}).', idle.layer, idle.action, idle.reason)
      : t('This can never hold: a later rule decides about all it names ({0}).', idle.reason);
  const fix: PolicyFix = { kind: 'remove', title: t('Remove this rule'), path };
  return [problem(place, 'information', 'policy/idle', message, [fix])];
}

function ofSuppression({ node, path, value }: Entry, facts: PolicyFacts, t: Translate): PolicyProblem[] {
  if (typeof value.expires !== 'string' || value.expires >= facts.today) return [];
  const message = t('It ended on {0}: its findings are told again.', value.expires);
  const fix: PolicyFix = { kind: 'remove', title: t('Remove this entry'), path };
  return [problem(childOf(node, 'expires') ?? node, 'warning', 'policy/suppression', message, [fix])];
}

function ofVendor({ node, path, value }: Entry, { today }: PolicyFacts, t: Translate): PolicyProblem[] {
  const { name, dpa, personalData, reviewed, disabled } = value as unknown as Vendor;
  if (typeof name !== 'string') return [];
  const told: PolicyProblem[] = [];
  const tell = (key: string, level: PolicyProblem['level'], message: string, fixes: PolicyFix[] = []) =>
    told.push(problem(childOf(node, key) ?? node, level, 'policy/vendor', message, fixes));
  if (typeof disabled === 'string') {
    const fix: PolicyFix = { kind: 'remove', title: t('Switch {0} on again', name), path: [...path, 'disabled'] };
    tell('disabled', 'information', t('{0} is switched off: nothing goes there.', name), [fix]);
  }
  if (dpa && dpa.until < today)
    tell(
      'dpa',
      'error',
      t('The data processing agreement with {0} ended on {1}: personal data stay here.', name, dpa.until),
    );
  else if (dpa && daysBetween(today, dpa.until) <= soonDays)
    tell('dpa', 'information', t('The data processing agreement with {0} ends on {1}.', name, dpa.until));
  if (personalData === true && !dpa)
    tell(
      'personalData',
      'warning',
      t('{0} has no data processing agreement on record: personal data stay here.', name),
    );
  if (typeof reviewed === 'string' && daysBetween(reviewed, today) > reviewDays) {
    const fix: PolicyFix = {
      kind: 'replace',
      title: t('I have reviewed this record: set today’s date'),
      path: [...path, 'reviewed'],
      value: today,
    };
    tell('reviewed', 'warning', t('This record of {0} is due for review: the last one was on {1}.', name, reviewed), [
      fix,
    ]);
  }
  return told;
}

const soonDays = 30;

function ofWaivers(root: Node, { waiverFaults }: PolicyFacts, t: Translate): PolicyProblem[] {
  return waiverFaults.flatMap(({ where = '', message }) => {
    const [, index] = /\[(\d+)\]$/.exec(where) ?? [];
    const node = index === undefined ? root : root.children?.[Number(index)];
    if (!node) return [];
    const { id, expires } = recordOf(getNodeValue(node));
    const path = index === undefined ? [] : [Number(index)];
    const ended = message.startsWith('it ended');
    const unsigned = message.startsWith('nobody has signed');
    const fixes: PolicyFix[] = [
      ...(unsigned && typeof id === 'string'
        ? [{ kind: 'sign' as const, title: t('Show how an approver signs it…'), id }]
        : []),
      ...(index === undefined ? [] : [{ kind: 'remove' as const, title: t('Remove this waiver'), path }]),
    ];
    const text = ended
      ? t('This waiver ended on {0}: what it let go is held back again.', String(expires))
      : t('This waiver changes nothing: {0}.', message.replace(/: the waiver does not count$/, ''));
    const place = childOf(node, ended ? 'expires' : unsigned ? 'id' : 'signature') ?? node;
    return [problem(place, unsigned ? 'information' : 'warning', 'policy/waiver', text, fixes)];
  });
}

function problem(
  { offset, length }: Node,
  level: PolicyProblem['level'],
  code: string,
  message: string,
  fixes: readonly PolicyFix[] = [],
): PolicyProblem {
  return { offset, length, level, code, message, fixes };
}

function childOf(node: Node, key: string): Node | undefined {
  return node.type === 'object' ? findNodeAtLocation(node, [key]) : undefined;
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;
}

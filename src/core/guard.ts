import type { Classifier } from './classify/classify';
import { classify, decideClass, isWhole, withheld } from './classify/decideClass';
import type { Crossing } from './crossing';
import { createLateLook, loadScanning } from './loadScanning';
import type { Action, AuditRecord, AuditSink, Decision, Fault, Finding, ScanResult, Vault, VaultEntry } from './model';
import { holdsBack, isTold, type Policy, strictestOf } from './policy';
import { isLabelled } from './pseudonyms/label';
import { loadPseudonyms } from './pseudonyms/load';
import type { Synthesizer } from './pseudonyms/synthetic';
import { type Candidates, type Edit, redact } from './redact';
import { type Restore, restoreRecords } from './restores';
import type { Scanner } from './scan';

export interface Inspection {
  readonly decisions: readonly Decision[];
  readonly faults: readonly Fault[];
  /** The strictest of all; `block` where something wasn't scanned and the policy doesn't say otherwise. */
  readonly action: Action;
}

export interface Passage extends Inspection {
  /** What may go out: the text with placeholders for whatever the policy redacts. Only to be used where the action allows it. */
  readonly text: string;
  readonly edits: readonly Edit[];
}

/** The one way through: scan, decide, redact, record. Each channel is an adapter to it. */
export interface Guard {
  /** Decides without changing or recording anything. */
  inspect(text: string, crossing: Crossing, scanned?: ScanResult): Inspection;
  /** Gives placeholders to what an inspection holds back, ahead of the texts that go out together with it. */
  reserve(text: string, crossing: Crossing, inspection: Inspection): void;
  /**
   * Decides, replaces and records. What is asked about is replaced as well: whoever asks, restores. An inspection of the same
   * text that is still good saves the second look.
   */
  pass(text: string, crossing: Crossing, inspection?: Inspection): Passage;
  /** Records which values came back, or were to. A fault says that it could not be recorded and has to be: then none may. */
  recordRestore(restores: readonly Restore[]): Fault | undefined;
  /** Finds values that got their placeholders since a text was inspected, as they are or hidden. */
  lookFor(entries: readonly VaultEntry[]): (text: string) => readonly Finding[];
  readonly vault: Vault;
  readonly scanner: Scanner;
  policy(): Policy;
}

export interface GuardParts {
  readonly scanner: Scanner;
  readonly vault: Vault;
  /** Asked at each crossing, so that a changed policy holds at once. */
  policy(): Policy;
  readonly audit: AuditSink;
  /** What is known about the team's code and its place; asked at each crossing. */
  classifier?(): Pick<Classifier, 'prints' | 'locate'>;
}

/** Joins the parts into the one way through. */
export function createGuard(parts: GuardParts): Guard {
  const { scanner, vault, policy, audit, classifier = () => ({}) } = parts;
  const look = createLateLook(scanner, vault);
  const inspect: Guard['inspect'] = (text, crossing, scanned = look(text, crossing.source)) => {
    const { destination, released } = crossing;
    const rules = policy();
    const known = { ...classifier(), pathClass: rules.pathClass };
    const { source, reasons } = classify(text, crossing, known, rules);
    const release = (decision: Decision): Decision =>
      decision.action === 'ask' && released?.has(decision.finding.fingerprint)
        ? { ...decision, action: 'warn' }
        : decision;
    const synthetic = isTold(destination) && isLabelled(text, source.path);
    const found = scanned.findings.map(finding =>
      release(rules.decide(recognised(text, finding, vault, synthetic), source, destination)),
    );
    const whole = decideClass({ text, source, destination, reasons, rules, describe: scanner.describe });
    const decisions = whole ? [...found, release(whole)] : found;
    const faults = scanned.faults.map(fault => rules.decideFault(fault, source, destination).action);
    return {
      decisions,
      faults: scanned.faults,
      action: strictestOf([...decisions.map(decision => decision.action), ...faults]),
    };
  };
  let made: Synthesizer | undefined;
  const candidatesFor = (held: readonly Decision[]): Candidates | undefined => {
    const wanted = new Set(held.filter(({ as }) => as === 'synthetic').map(({ finding }) => finding));
    if (wanted.size === 0) return undefined;
    made ??= loadPseudonyms().createSynthesizer(scanner.fingerprint);
    const { candidates } = made;
    return (finding, value) => (wanted.has(finding) ? candidates(finding.detector, value, true) : undefined);
  };
  const replace = (text: string, { source, taken }: Crossing, { decisions }: Inspection) => {
    const held = decisions.filter(decision => holdsBack(decision.action) && !isWhole(decision));
    const findings = held.map(({ finding }) => finding);
    return redact(text, findings, vault, taken, source?.path, candidatesFor(held));
  };
  return {
    ...parts,
    inspect,
    reserve: replace,
    recordRestore(restores) {
      const records = restoreRecords(restores, scanner.fingerprint);
      return records.length > 0 ? audit(records.map(record => withoutSecrets(record, scanner))) : undefined;
    },
    lookFor: entries => loadScanning().createLookFor(scanner.describe, entries),
    pass(text, crossing, inspection = inspect(text, crossing)) {
      const redaction = replace(text, crossing, inspection);
      const records = recordsOf(crossing, inspection, redaction.edits, policy());
      const unrecorded = records.length > 0 ? audit(withoutValues(records, scanner)) : undefined;
      if (unrecorded)
        return { ...inspection, faults: [...inspection.faults, unrecorded], action: 'block', text: '', edits: [] };
      const note = withheld(inspection.decisions);
      return { ...inspection, ...(note === undefined ? redaction : { text: note, edits: [] }) };
    },
  };
}

/**
 * What stands for another value is nobody's, and stays what it is. In a file that says it is synthetic a person isn't alarmed; on
 * the way out such a label counts for nothing, because anybody can write it.
 */
function recognised(text: string, finding: Finding, { synthetics }: Vault, labelled: boolean): Finding {
  const known = synthetics.size > 0 && !finding.concealed && synthetics.has(text.slice(finding.start, finding.end));
  if (known) return { ...finding, ...nobodys, reason: 'a synthetic value that stands for a real one' };
  return labelled && finding.kind === 'pii'
    ? { ...finding, ...nobodys, reason: 'in a file labelled as synthetic' }
    : finding;
}

const nobodys = { harmless: true, severity: 'information' } as const;

/** A file's name may hold a secret itself: that part of it is left out. */
function withoutValues(records: readonly AuditRecord[], scanner: Scanner): readonly AuditRecord[] {
  const path = records[0]?.path;
  const told = path === undefined ? path : withoutSecret(path, scanner);
  return told === undefined || told === path ? records : records.map(record => ({ ...record, path: told }));
}

/** Of what values came back to, as a model has named it: a file, a command, a tool. */
function withoutSecrets(record: AuditRecord, scanner: Scanner): AuditRecord {
  const { kind, name } = record.destination;
  return { ...record, destination: { kind, name: withoutSecret(name, scanner) } };
}

function withoutSecret(name: string, scanner: Scanner): string {
  const secrets = scanner.scan(name).findings.filter(({ kind }) => kind === 'secret');
  return secrets.reduceRight((rest, { start, end }) => `${rest.slice(0, start)}…${rest.slice(end)}`, name);
}

/** A column or field is one record, however many values it has. */
function recordsOf(
  crossing: Crossing,
  { decisions, faults }: Inspection,
  edits: readonly Edit[],
  policy: Policy,
): AuditRecord[] {
  const { channel, destination, source = {} } = crossing;
  const place = { channel, destination, ...(source.path === undefined ? {} : { path: source.path }) };
  const records = new Map<object, AuditRecord>();
  // Edits are those of some of the decisions, in their order.
  let next = 0;
  for (const decision of decisions) {
    const { finding, action, layer, reason } = decision;
    const placeholder = edits[next]?.finding === finding ? edits[next++]?.placeholder : undefined;
    if (action === 'allow') continue;
    const { detector, fingerprint, field = finding } = finding;
    const first = records.get(field);
    records.set(
      field,
      first?.action === action
        ? { ...first, count: (first.count ?? 1) + 1 }
        : {
            ...place,
            action,
            layer,
            reason,
            detector,
            fingerprint,
            ...(placeholder === undefined ? {} : { placeholder }),
          },
    );
  }
  const unscanned = faults.map(fault => {
    const { action, layer } = policy.decideFault(fault, source, destination);
    return { ...place, action, layer, reason: fault.message, detector: `fault/${fault.code}`, fingerprint: '' };
  });
  return [...records.values(), ...unscanned.filter(({ action }) => action !== 'allow')];
}

import * as vscode from 'vscode';
import type { Decision, Kind } from '../../core/model';
import type { FileFindings, FindingsPart, FindingsStore } from '../parts';

/**
 * The store that diagnostics, tree, status bar and report read, so that their counts agree. Changes are told once a turn. What is
 * said of a text, of agents and of packages is put in apart, and read as one.
 */
export function createFindings(): FindingsStore & vscode.Disposable {
  const files = new Map<string, Entry>();
  const changed = new vscode.EventEmitter<readonly vscode.Uri[]>();
  const pending = new Map<string, vscode.Uri>();
  const tell = (uri: vscode.Uri) => {
    if (pending.size === 0) queueMicrotask(flush);
    pending.set(uri.toString(), uri);
  };
  const flush = () => {
    const uris = [...pending.values()];
    pending.clear();
    changed.fire(uris);
  };
  const put = (uri: vscode.Uri, parts: Entry['parts']) => {
    const key = uri.toString();
    if (Object.keys(parts).length === 0) files.delete(key);
    else files.set(key, { parts, whole: joined(Object.values(parts)) });
    tell(uri);
  };
  return {
    get: (uri, source) => ofSource(files.get(uri.toString()), source),
    *all(source) {
      for (const entry of files.values()) {
        const file = ofSource(entry, source);
        if (file) yield file;
      }
    },
    set(file, source = 'text') {
      const { parts = {} } = files.get(file.uri.toString()) ?? {};
      put(file.uri, { ...parts, [source]: own(file, source) });
    },
    delete(uri, source = 'text') {
      const { parts = {} } = files.get(uri.toString()) ?? {};
      const { [source]: gone, ...rest } = parts;
      if (gone) put(uri, rest);
    },
    clear() {
      const uris = Array.from(files.values(), ({ whole }) => whole.uri);
      files.clear();
      uris.forEach(tell);
    },
    onDidChange: changed.event,
    dispose: () => changed.dispose(),
  };
}

interface Entry {
  readonly parts: Partial<Record<FindingsPart, FileFindings>>;
  readonly whole: FileFindings;
}

function ofSource(entry: Entry | undefined, source: FindingsPart | undefined): FileFindings | undefined {
  return source ? entry?.parts[source] : entry?.whole;
}

/** Whoever read a file as a whole and puts it back brings along what others said of it. */
function own(file: FileFindings, source: FindingsPart): FileFindings {
  const mine = file.decisions.filter(({ finding }) => sourceOf(finding.kind) === source);
  return mine.length === file.decisions.length ? file : { ...file, decisions: mine };
}

function sourceOf(kind: Decision['finding']['kind']): FindingsPart {
  return kind === 'agent' ? 'agents' : kind === 'supply' ? 'packages' : 'text';
}

/** Each finding keeps the places of the text that it was found in: one of them may be a moment older. */
function joined(parts: readonly FileFindings[]): FileFindings {
  const [first, ...others] = parts as [FileFindings, ...FileFindings[]];
  if (others.length === 0) return first;
  const owners = new Map(parts.flatMap(part => part.decisions.map(decision => [decision, part] as const)));
  const decisions = withoutTwice(parts.flatMap(part => part.decisions));
  return {
    ...first,
    decisions: decisions.sort((a, b) => a.finding.start - b.finding.start),
    faults: parts.flatMap(({ faults }) => faults),
    range: decision => (owners.get(decision) ?? first).range(decision),
    subject: decision => owners.get(decision)?.subject?.(decision),
  };
}

/** What both find in an agent's files is told once: as what it is in any text. */
function withoutTwice(decisions: readonly Decision[]): Decision[] {
  const findings = decisions.map(({ finding }) => finding);
  return decisions.filter(({ finding: { detector, start, end } }) => {
    const kind = inAnyText.get(detector);
    return !kind || !findings.some(other => other.kind === kind && other.start < end && start < other.end);
  });
}

const inAnyText = new Map<string, Kind>([
  ['agent/inline-secret', 'secret'],
  ['agent/hidden-text', 'hidden'],
  ['agent/injected-instruction', 'injection'],
]);

import {
  createExposureTally,
  type Exposed,
  type Exposure,
  type Said,
  type TranscriptClient,
  type TranscriptLook,
  type TranscriptWorld,
} from '../core/exposure';
import { maskedPreview } from '../core/maskedPreview';
import type { Fault } from '../core/model';
import type { ReportedFinding } from '../core/report';
import { type TranscriptText, transcriptTexts } from '../core/transcriptTexts';
import type { Workspace } from './openWorkspace';
import type { CrewOptions } from './scanCrew';
import type { ScanJob } from './scanJob';
import { scanJobs } from './scanJobs';
import { createStanding } from './standingValues';
import { type TranscriptFile, transcriptFiles } from './transcriptFiles';
import { transcriptRecords } from './transcriptRecords';

export interface TranscriptScanOptions extends Partial<CrewOptions> {
  readonly clients: readonly TranscriptClient[];
  readonly world: TranscriptWorld;
  readonly workspace: Workspace;
  /** Milliseconds since 1970: what was said before isn't told. */
  readonly since?: number;
  /** Hears how far it is; false ends it. */
  readonly onProgress?: (files: number, bytes: number) => boolean | undefined;
}

/** What the sessions hold. The values stay in memory, for whoever scrubs. */
export interface ScannedTranscripts {
  readonly exposure: Exposure;
  readonly files: readonly string[];
  readonly values: readonly FoundValue[];
  /** Set where it was ended early. */
  readonly ended?: boolean;
}

export interface FoundValue {
  readonly value: string;
  readonly kind: ReportedFinding['kind'];
}

/** A text on its way through the scan. */
interface Pending extends TranscriptText {
  readonly client: TranscriptClient;
  readonly file: string;
}

/** Looks through the clients' own session files for secrets and personal data. A little of them is in memory at once. */
export async function scanTranscripts(options: TranscriptScanOptions): Promise<ScannedTranscripts> {
  const { workspace } = options;
  const state = createState(options);
  const pending: Pending[] = [];
  for await (const outcome of scanJobs(jobs(state, pending), workspace, options)) {
    const one = pending.shift()!;
    if ('fault' in outcome) state.faults.push({ ...outcome.fault, where: one.file });
    if (!('report' in outcome)) continue;
    // What a comment in a text accepts counts in its file, not where it left.
    for (const fault of outcome.report.faults)
      if (fault.code !== 'suppression') state.faults.push({ ...fault, where: one.file });
    for (const finding of outcome.report.findings) if (counts(finding)) take(state, one, finding);
  }
  return { ...state.result(), ended: state.ended };
}

type State = ReturnType<typeof createState>;

function createState(options: TranscriptScanOptions) {
  const tally = createExposureTally();
  const faults: Fault[] = [];
  const values = new Map<string, FoundValue>();
  const standing = createStanding();
  const clients = new Map(options.clients.map(client => [client, 0]));
  const files: string[] = [];
  const addresses = new Map<string, string | undefined>();
  return {
    ...{ options, tally, faults, values, standing, clients, files },
    /** From the client's configuration, read once for each provider and model. */
    addressOf(client: TranscriptClient, { provider, model }: Said): string | undefined {
      const key = `${client.name}\0${provider}\0${model}`;
      if (!addresses.has(key)) addresses.set(key, originOf(client.address(options.world, { provider, model })));
      return addresses.get(key);
    },
    workspaces: new Set(options.world.workspaces),
    bytes: 0,
    ended: false,
    result(): Omit<ScannedTranscripts, 'ended'> {
      const told = [...clients].filter(([, count]) => count > 0);
      const exposure = {
        exposed: withStanding(tally.exposed(), standing),
        clients: told.map(([{ name, title, note }, count]) => ({ name, title, files: count, note })),
        bytes: this.bytes,
        faults: uniqueFaults(faults),
      };
      return { exposure, files, values: [...values.values()] };
    },
  };
}

/** Every text as a job; what it belongs to waits in `pending`, in the same order. */
async function* jobs(state: State, pending: Pending[]): AsyncGenerator<ScanJob> {
  const { clients, world, since, onProgress } = state.options;
  for (const client of clients) {
    const look = client.createLook();
    for (const found of transcriptFiles(client.places({ ...world, workspaces: [...state.workspaces] }))) {
      if (since !== undefined && found.changed < since) continue;
      if (onProgress?.(state.files.length, state.bytes) === false) {
        state.ended = true;
        return;
      }
      count(state, client, found);
      for (const text of textsOf(state, client, look, found)) {
        pending.push({ ...text, client, file: found.file });
        yield { file: found.file, path: 'transcript.txt', from: Buffer.from(plain(text.text)) };
      }
    }
  }
}

function count(state: State, client: TranscriptClient, { file, size }: TranscriptFile): void {
  state.clients.set(client, (state.clients.get(client) ?? 0) + 1);
  state.files.push(file);
  state.bytes += size;
}

function* textsOf(
  state: State,
  client: TranscriptClient,
  look: TranscriptLook,
  { file, place, changed }: TranscriptFile,
): Generator<TranscriptText> {
  const { world, since } = state.options;
  // What a session says of itself stands in its first records and holds for those that follow.
  let lasting: Partial<Said> = { workspace: client.workspaceOf?.(file, world) };
  for (const read of transcriptRecords(file)) {
    if ('fault' in read) {
      state.faults.push(read.fault);
      continue;
    }
    const texts = readTexts(state, read.record, look, { ...lasting, direction: place.direction }, file);
    for (const { said } of texts) lasting = lastingOf(lasting, said);
    if (lasting.workspace !== undefined) state.workspaces.add(lasting.workspace.replaceAll('\\', '/'));
    for (const text of texts) {
      // What says nothing of its time was said when the record before it was, or at the latest when the file was written.
      const said = { ...text.said, ...lastingOf(lasting, text.said), time: text.said.time ?? lasting.time ?? changed };
      if (since === undefined || said.time >= since) yield { ...text, said };
    }
  }
}

function readTexts(
  { faults }: State,
  record: unknown,
  look: TranscriptLook,
  said: Said,
  file: string,
): readonly TranscriptText[] {
  try {
    return transcriptTexts(record, look, said);
  } catch {
    faults.push({ code: 'unreadable', message: 'a record is nested too deeply: not scanned', where: file });
    return [];
  }
}

function lastingOf(before: Partial<Said>, { session, workspace, provider, model, time }: Said): Partial<Said> {
  return {
    time: time ?? before.time,
    session: session ?? before.session,
    workspace: workspace ?? before.workspace,
    provider: provider ?? before.provider,
    model: model ?? before.model,
  };
}

/** As it must be for the scan to see what we see: nothing of it may be taken for a mark of its encoding, or for no text. */
function plain(text: string): string {
  return text.replace(/\0|^\ufeff/g, ' ');
}

/** Only what a person would call a secret, and personal data that is surely somebody's. */
function counts({ kind, tier, harmless }: ReportedFinding): boolean {
  return (kind === 'secret' || kind === 'pii') && tier !== 'possible' && !harmless;
}

function take(state: State, { text, leaves, said, client, file }: Pending, finding: ReportedFinding): void {
  const { detector, kind, title, tier, fingerprint } = finding;
  const value = text.slice(finding.start, finding.end);
  const address = state.addressOf(client, said);
  const masked = maskedPreview(value, finding);
  state.tally.add({ client: client.name, detector, kind, title, tier, fingerprint, masked, said, file, address });
  for (const [start, end] of leaves) {
    const part = text.slice(Math.max(start, finding.start), Math.min(end, finding.end));
    if (part.length >= 4 && state.values.size < mostValues) state.values.set(`${kind}\0${part}`, { value: part, kind });
  }
  if (kind === 'secret') state.standing.ask(said.workspace, fingerprint, value);
}

const mostValues = 100_000;

/** Scheme and host alone: a path may hold a key of its own. */
function originOf(url: string | undefined): string | undefined {
  return url !== undefined && URL.canParse(url) ? new URL(url).origin : undefined;
}

function withStanding(exposed: readonly Exposed[], standing: ReturnType<typeof createStanding>): Exposed[] {
  const found = standing.look();
  return exposed.map(one => (one.kind === 'secret' ? { ...one, standsIn: found.get(one.fingerprint) } : one));
}

function uniqueFaults(faults: readonly Fault[]): Fault[] {
  return [...new Map(faults.map(fault => [`${fault.code}\0${fault.message}\0${fault.where}`, fault])).values()];
}

import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Ecosystem } from '../../core/packages';
import type { AskRegistry, RegistryAnswer, RegistryQuestion } from '../../core/registry';
import { type OpenUrl, openUrl } from '../openUrl';
import { createAnswerCache } from './answerCache';
import type { ConfigPlaces } from './configFiles';
import { askCrates } from './crates';
import { hexLookup, mavenLookup, nugetLookup, packagistLookup, pubLookup, rubyLookup } from './furtherConfig';
import { askGoProxy } from './goProxy';
import { askHex } from './hex';
import { askMaven } from './maven';
import { askNpm } from './npm';
import { npmLookup } from './npmConfig';
import { askNuGet } from './nuget';
import { cratesLookup, goLookup } from './otherConfig';
import { askPackagist } from './packagist';
import type { Get, Lookup, Protocol, Registry } from './protocol';
import { askPub } from './pub';
import { askPyPi } from './pypi';
import { pythonLookup } from './pythonConfig';
import { askRubyGems } from './rubyGems';

export interface RegistryOptions {
  /** The project's folder, whose configuration holds. */
  readonly root: string;
  /** False where nobody has trusted it: then nothing is asked. */
  readonly trusted: boolean;
  /** Answers are kept below it, for a day; in memory alone where it isn't given. */
  readonly stateFolder?: string;
  /** Milliseconds that one question may take. */
  readonly patience?: number;
  readonly signal?: AbortSignal;
  readonly home?: string;
  readonly env?: ConfigPlaces['env'];
  readonly open?: OpenUrl;
  readonly now?: () => number;
}

/**
 * Asks the registries that a project is configured for, eight questions at a time, each once. What a scope or a setting keeps to a
 * registry of its own is asked there alone; what can't be asked says why. Offline is no answer.
 */
export function createRegistries(options: RegistryOptions): AskRegistry {
  const {
    root,
    trusted,
    stateFolder,
    patience = 5_000,
    signal,
    home = homedir(),
    env = process.env,
    open = openUrl,
    now = Date.now,
  } = options;
  const cache = createAnswerCache(stateFolder === undefined ? undefined : join(stateFolder, 'registries.json'), now);
  const lookups = createLookups({ root, home, env });
  const turn = createTurns(8);
  const running = new Map<string, Promise<RegistryAnswer>>();
  return question => {
    const known = protocols[question.ecosystem];
    if (!known) return unasked('its ecosystem has no registry that is asked');
    if (!trusted) return unasked('this workspace is not trusted');
    const lookup = lookups(question.ecosystem, question.name);
    if ('why' in lookup) return unasked(lookup.why);
    const key = JSON.stringify([
      question.ecosystem,
      question.name,
      question.version,
      lookup.registries.map(({ url }) => url),
    ]);
    const kept = cache.get(key);
    if (kept) return Promise.resolve(kept);
    const asked =
      running.get(key) ??
      turn(() => within(patience, signal, askAll(question, lookup.registries, known, getter(open, patience))));
    running.set(key, asked);
    return asked.then(answer => {
      running.delete(key);
      cache.put(key, answer);
      return answer;
    });
  };
}

const protocols: Partial<Record<Ecosystem, Protocol>> = {
  npm: askNpm,
  PyPI: askPyPi,
  'crates.io': askCrates,
  Go: askGoProxy,
  RubyGems: askRubyGems,
  NuGet: askNuGet,
  Packagist: askPackagist,
  Maven: askMaven,
  Hex: askHex,
  Pub: askPub,
};

function unasked(why: string): Promise<RegistryAnswer> {
  return Promise.resolve({ kind: 'unasked', why });
}

/** Configuration is read when the first package of an ecosystem is asked about. */
function createLookups(places: ConfigPlaces): (ecosystem: Ecosystem, name: string) => Lookup {
  const makers: Partial<Record<Ecosystem, (places: ConfigPlaces) => (name: string) => Lookup>> = {
    npm: npmLookup,
    PyPI: pythonLookup,
    'crates.io': cratesLookup,
    Go: goLookup,
    RubyGems: rubyLookup,
    NuGet: nugetLookup,
    Packagist: packagistLookup,
    Maven: mavenLookup,
    Hex: hexLookup,
    Pub: pubLookup,
  };
  const made = new Map<Ecosystem, (name: string) => Lookup>();
  return (ecosystem, name) => {
    const lookup = made.get(ecosystem) ?? makers[ecosystem]!(places);
    made.set(ecosystem, lookup);
    return lookup(name);
  };
}

/** A package exists where any registry has it, and is absent only where all say so. */
async function askAll(
  question: RegistryQuestion,
  registries: readonly Registry[],
  protocol: Protocol,
  get: Get,
): Promise<RegistryAnswer> {
  const answers = await Promise.all(
    registries.map(registry =>
      protocol(question, registry, get).catch(
        (error: unknown): RegistryAnswer => ({
          kind: 'unasked',
          why: `${new URL(registry.url).host} can't be reached (${reasonOf(error)})`,
        }),
      ),
    ),
  );
  return answers.find(it => it.kind === 'known') ?? answers.find(it => it.kind === 'unasked') ?? answers[0]!;
}

/** An error's own words could quote an address with a login. */
function reasonOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^[A-Z][A-Z0-9_]{2,60}$/.test(code) ? code : 'no answer';
}

const largestBody = 8 * 1024 * 1024;

function getter(open: OpenUrl, patience: number): Get {
  return async ({ url, authorization }, path, accept = 'application/json') => {
    const { status, body } = await open({
      url: url + path,
      headers: { accept, ...(authorization ? { authorization } : {}) },
      idle: patience,
    });
    const pieces: Buffer[] = [];
    let length = 0;
    for await (const piece of body) {
      length += (piece as Buffer).length;
      if (length > largestBody) break;
      pieces.push(piece as Buffer);
    }
    body.destroy();
    return {
      status,
      body: length > largestBody ? '' : Buffer.concat(pieces).toString('utf8'),
      large: length > largestBody,
    };
  };
}

function within(
  milliseconds: number,
  signal: AbortSignal | undefined,
  work: Promise<RegistryAnswer>,
): Promise<RegistryAnswer> {
  return new Promise(resolve => {
    const stop = (why: string) => resolve({ kind: 'unasked', why });
    const timer = setTimeout(() => stop(`no registry answered within ${milliseconds} ms`), milliseconds);
    signal?.addEventListener('abort', () => stop('it was cancelled'), { once: true });
    work.then(resolve, () => stop('its registry could not be asked')).finally(() => clearTimeout(timer));
  });
}

/** Runs so many at a time; the others wait for their turn. */
function createTurns(most: number) {
  let free = most;
  const waiting: (() => void)[] = [];
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (free === 0) await new Promise<void>(resolve => waiting.push(resolve));
    else free--;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free++;
    }
  };
}

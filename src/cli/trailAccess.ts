import { version } from '../../package.json';
import { loadOtlp } from '../audit/otlp/loadOtlp';
import { loadSealed } from '../audit/trail/loadSealed';
import type { Unwrap } from '../audit/trail/readEntries';
import { settings as names } from '../contributes';
import { openWorkspace } from '../io/openWorkspace';
import { stateFolder } from '../io/stateFolder';
import { checkedUrl } from './gatewayCommand';
import { readNamed } from './readNamed';

/** What opens sealed segments with a person's age identity; nothing where no file was named. */
export function readIdentity(file: string | undefined): { readonly unwrap?: Unwrap } | { readonly error: string } {
  if (file === undefined) return {};
  const read = readNamed(file);
  if ('error' in read) return read;
  const unwrap = loadSealed().openSealed(read.text);
  return unwrap ? { unwrap } : { error: `${file} holds no age identity; they begin with AGE-SECRET-KEY-` };
}

/** The collector that trails are told to, as it was given or as the person's own settings have it; whoever opens it closes it. */
export function openCollector(
  given?: string,
): ReturnType<ReturnType<typeof loadOtlp>['collectorOf']> | { readonly error: string } {
  const endpoint = collectorEndpoint(given);
  if ('error' in endpoint) return endpoint;
  return loadOtlp().collectorOf({ stateFolder: stateFolder(), endpoint: endpoint.url, version, env: process.env });
}

/** Where the collector is, as it was given or as the person's own settings have it: https beyond this machine. */
function collectorEndpoint(given?: string): { readonly url: string } | { readonly error: string } {
  const url = given ?? configuredEndpoint();
  if (url === undefined || url === '')
    return { error: 'name a collector by --endpoint URL or in "lockside.telemetry.otlp"' };
  try {
    return { url: checkedUrl('collector', url) };
  } catch {
    return { error: `--endpoint: give the base of a collector, by https beyond this machine, without key and query` };
  }
}

/** No layer of a repository has it: see `core/settings.ts`. */
function configuredEndpoint(): string | undefined {
  const { settings } = openWorkspace({ cwd: process.cwd() });
  return settings.value<{ endpoint?: string }>(names.telemetryOtlp).endpoint;
}

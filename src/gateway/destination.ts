import type { Destination } from '../core/model';
import type { Provider } from './route';

/** Where a request goes, as rules name it: `model:openai/gpt-5`, `host:api.openai.com`, `region:eu`. */
export function destinationOf(provider: Provider, model: string, host: string): Destination {
  const name = `${provider}/${model.replace(/[^\w.:/@-]/g, '_').slice(0, 200) || 'unknown'}`;
  return { kind: 'model', name, aliases: [`host:${host}`, `region:${regionOf(host)}`] };
}

/**
 * The region that a host's own name tells, the way the large providers name theirs (`eu.api.openai.com`,
 * `bedrock-runtime.eu-central-1.amazonaws.com`, `europe-west4-aiplatform.googleapis.com`): `eu`, `us` and so on, `local` for
 * this machine, `unknown` where it tells none.
 */
export function regionOf(host: string): string {
  if (/^(?:localhost|127\..*|\[::1\])$/.test(host)) return 'local';
  for (const label of host.toLowerCase().split('.')) {
    const [, name] =
      /^(?:.*-)?(eu|europe|us|uk|ca|jp|asia|ap|sa|me|af|au|ch|de|fr|in)(?:-[a-z0-9-]+)?$/.exec(label) ?? [];
    if (name !== undefined && label !== host.toLowerCase().split('.').at(-1)) return name === 'europe' ? 'eu' : name;
  }
  return 'unknown';
}

import type { RegistryAnswer } from '../../core/registry';
import { textOf } from '../../core/untyped';
import { hostOf, objectIn, type Protocol, refusal } from './protocol';

/**
 * A Go module proxy: `GET /module/@latest`. An import path may go on behind its module's, so its beginnings are asked as well.
 * Source: the Go modules reference, "GOPROXY protocol".
 */
export const askGoProxy: Protocol = async ({ name, version }, registry, get) => {
  let answer: RegistryAnswer = { kind: 'absent', registry: hostOf(registry) };
  const parts = name.split('/');
  for (
    let length = parts.length;
    length >= Math.min(2, parts.length) && parts.length - length < mostParents;
    length--
  ) {
    const path = escaped(parts.slice(0, length).join('/'));
    const got = await get(registry, version === undefined ? `${path}/@latest` : `${path}/@v/v${escaped(version)}.info`);
    if (got.status === 200) {
      const { Version: found, Time: published } = objectIn(got.body) ?? {};
      const number = textOf(found)?.replace(/^v/, '');
      return {
        kind: 'known',
        facts: {
          registry: hostOf(registry),
          version: { version: number ?? '', published: textOf(published) },
          ...(version === undefined ? { latest: number } : {}),
        },
      };
    }
    answer = refusal(registry, got);
    if (answer.kind === 'unasked') return answer;
  }
  return answer;
};

const mostParents = 5;

/** Proxies stand on file systems that may not tell cases apart. */
function escaped(path: string): string {
  return path.replace(/[A-Z]/g, letter => `!${letter.toLowerCase()}`);
}

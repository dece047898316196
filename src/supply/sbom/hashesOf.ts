import type { PackageEntry } from '../../core/packages';
import type { BomHash } from './bom';

/**
 * The checksums of an entry's archive, from what its file has as integrity: `sha512-…` in base64, `sha256:…` or bare hexadecimal.
 * What is a checksum of something else (a commit, a recipe, a directory, a cache) is none.
 */
export function hashesOf({ integrity, ecosystem }: PackageEntry): BomHash[] {
  if (!integrity || ofSomethingElse.has(ecosystem)) return [];
  return integrity
    .slice(0, 2000)
    .split(/[\s,]+/)
    .flatMap(one => readHash(one) ?? []);
}

const ofSomethingElse = new Set<string>(['SwiftURL', 'GitHub Actions', 'ConanCenter', 'CRAN', 'Go', 'CocoaPods']);

const lengths: Readonly<Record<number, BomHash['algorithm']>> = {
  40: 'SHA-1',
  64: 'SHA-256',
  96: 'SHA-384',
  128: 'SHA-512',
};

function readHash(text: string): BomHash | undefined {
  const [, , value = ''] = /^(?:(md5|sha-?(?:1|256|384|512))[-:=])?([A-Za-z0-9+/=_-]+)$/i.exec(text) ?? [];
  const hex = /^[0-9a-f]+$/i.test(value) && lengths[value.length] ? value.toLowerCase() : hexOf(value);
  const algorithm = hex === undefined ? undefined : lengths[hex.length];
  return hex !== undefined && algorithm ? { algorithm, hex } : undefined;
}

function hexOf(base64: string): string | undefined {
  if (base64.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return undefined;
  return Array.from(atob(base64), letter => letter.charCodeAt(0).toString(16).padStart(2, '0')).join('');
}

import { createHash } from 'node:crypto';
import type { DocumentStamp } from '../core/cycloneDx';
import type { Bom } from '../supply/sbom/bom';
import { toCycloneDx } from '../supply/sbom/cyclonedx';
import { toSpdx } from '../supply/sbom/spdx';

export const sbomFormats = ['cyclonedx-json', 'cyclonedx-1.7', 'spdx-json'] as const;
export type SbomFormat = (typeof sbomFormats)[number];

/** Writes a bill in one of the formats. */
export function exportBom(bom: Bom, stamp: DocumentStamp, format: SbomFormat): string {
  if (format === 'spdx-json') return toSpdx(bom, stamp);
  return toCycloneDx(bom, stamp, format === 'cyclonedx-1.7' ? '1.7' : '1.6');
}

/** A document that is named by what it says: the same packages give the same bytes, but for the time. */
export function stamped(make: (stamp: DocumentStamp) => string, version: string): string {
  const id = uuidOf(make({ time: '', id: '', version }));
  return make({ time: timeOf(process.env.SOURCE_DATE_EPOCH), id, version });
}

/** Now, or what a reproducible build says that it is. */
function timeOf(epoch: string | undefined): string {
  const now = epoch !== undefined && /^\d{1,11}$/.test(epoch) ? new Date(Number(epoch) * 1000) : new Date();
  return `${now.toISOString().slice(0, 19)}Z`;
}

/** A UUID of version 8 (RFC 9562): a hash of what it names. */
function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  const variant = ((Number.parseInt(hex[16]!, 16) & 3) | 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join('-');
}

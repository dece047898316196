import { isTable, textOf } from '../../core/untyped';
import { FormatFault } from '../formats/packageFile';
import type { Bom } from './bom';
import { readCycloneDx } from './readCycloneDx';
import { readCycloneDxXml } from './readCycloneDxXml';
import { readSpdx } from './readSpdx';

/** A bill that was read, or a sentence that says what is wrong with the text, without its contents. */
export type ReadBom = { readonly bom: Bom; readonly error?: undefined } | { readonly error: string };

/** Reads CycloneDX (JSON or XML, 1.2 and later) and SPDX 2.2 and 2.3 (JSON), by whoever it was written. Takes bounded time and memory. */
export function readBom(text: string): ReadBom {
  if (text.length > longest) return { error: `is longer than ${longest} characters` };
  const plain = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  try {
    const document = /^\s*</.test(plain) ? readCycloneDxXml(plain) : JSON.parse(plain);
    if (!isTable(document)) return { error: 'is no CycloneDX or SPDX document' };
    if (document.bomFormat === 'CycloneDX') return { bom: readCycloneDx(document) };
    const version = textOf(document.spdxVersion);
    if (version?.startsWith('SPDX-2.')) return { bom: readSpdx(document) };
    return { error: 'is no CycloneDX or SPDX 2 document: it has neither "bomFormat" nor "spdxVersion"' };
  } catch (error) {
    if (error instanceof FormatFault) return { error: error.message };
    if (error instanceof SyntaxError) return { error: 'is not valid JSON' };
    if (error instanceof RangeError) return { error: 'is nested too deeply' };
    throw error;
  }
}

const longest = 128 * 1024 * 1024;

import { crc32, marvin32 } from './checksum';
import type { Detector, Match, Verdict } from './detector';
import { looksRandom } from './looksRandom';
import { marked } from './marked';
import { judgeNear, near } from './near';

/**
 * Keys of Azure that carry the mark of their service and end in a checksum of the rest, as Microsoft's published
 * Security Utilities make them: Marvin over the bytes, with a seed of eight letters for each use.
 */
export const azureKeys: readonly Detector[] = [
  marked('azure-identifiable-key', 'Azure key', '{alnum:52}JQQJ9{alnum:27}'),
  identifiable('storage-account', 'storage account key', '{base64:76}+ASt{base64:6}==', 'Default0'),
  identifiable(
    'cosmos',
    'Cosmos DB key',
    '{base64:76}ACDb{base64:6}==',
    'MastRW00|MastRO00|SystRW00|SystRO00|SysAll00|Resour00|Encryp00',
  ),
  identifiable('batch', 'Batch key', '{base64:76}+ABa{base64:6}==', 'AbAcct00'),
  identifiable(
    'api-management',
    'API Management key',
    '{base64:76}APIM{base64:6}==',
    'Tenant00|IoTHub00|Gatewy00|GitKey00',
  ),
  identifiable('machine-learning', 'Machine Learning key', '{base64:76}+AMC{base64:6}==', 'Classic0'),
  identifiable('event-hub', 'Event Hubs key', '{base64:33}+AEh{base64:6}=', messaging()),
  identifiable('service-bus', 'Service Bus key', '{base64:33}+ASb{base64:6}=', messaging()),
  identifiable('relay', 'Relay key', '{base64:33}+ARm{base64:6}=', messaging()),
  identifiable('event-grid', 'Event Grid key', '{base64:33}AZEG{base64:6}=', ''),
  identifiable('iot', 'IoT key', '{base64:33}AIoT{base64:6}=', 'IoTHub00|DpsKey00|Device00'),
  identifiable('redis', 'Cache for Redis key', '{base64:33}AzCa{base64:6}=', 'Access00'),
  identifiable('function', 'Functions key', '{base64url:44}AzFu{base64url:6}==', 'Master00|System00|Functi00'),
  identifiable('search', 'AI Search key', '{alnum:42}AzSe{alnum:6}', 'PAdmin00|Query000'),
  identifiable('container-registry', 'container registry key', '{base64:42}+ACR{base64:6}', 'ACRDflt0'),
  near('azure-devops-token', 'Azure DevOps token', 'azure-devops|devops|vsts|ado-pat|azdo', '{lowernum:52}', {
    accept: confirmDevops,
  }),
];

function messaging(): string {
  return 'Send0000|Manage00|Listen00|System00|Unknown0';
}

/** An entry of one service; `seeds` are those of its checksum, empty where they are not published. */
function identifiable(name: string, title: string, facts: string, seeds: string): Detector {
  const known = seeds.split('|').filter(it => it !== '');
  return marked(`azure-${name}-key`, `Azure ${title}`, facts, {
    accept: ({ value }) => {
      if (!looksRandom(value)) return undefined;
      if (known.length === 0) return {};
      return known.some(seed => endsInChecksum(bytesOf(value), seed))
        ? { reason: `the mark and the checksum of an Azure ${title}` }
        : { tier: 'likely', reason: `the mark of an Azure ${title}; its checksum does not match` };
    },
  });
}

/** The last four bytes are the checksum of those before them, its lowest byte first. */
function endsInChecksum(bytes: readonly number[], seed: string): boolean {
  const checksum = marvin32(bytes.slice(0, -4), seed);
  return bytes.slice(-4).every((byte, at) => byte === ((checksum >>> (8 * at)) & 0xff));
}

const base64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const base32 = 'abcdefghijklmnopqrstuvwxyz234567';

function bytesOf(text: string): number[] {
  const units = text.replace(/=+$/, '').replace(/-/g, '+').replace(/_/g, '/');
  return decode(units, base64, 6);
}

/** Whole bytes of the units of an alphabet, each of so many bits. */
function decode(units: string, alphabet: string, size: number): number[] {
  const bytes: number[] = [];
  let held = 0;
  let bits = 0;
  for (const unit of units) {
    held = ((held << size) | alphabet.indexOf(unit)) & 0xffff;
    bits += size;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & 0xff);
  }
  return bytes;
}

/** A token of Azure DevOps hides the four bytes of its checksum among the others, and needs no name then. */
function confirmDevops(match: Match): Verdict | undefined {
  if (/^[a-z2-7]{52}$/.test(match.value) && isDevops(decode(match.value, base32, 5)))
    return { tier: 'certain', reason: 'the checksum of an Azure DevOps token' };
  return judgeNear(match, 'Azure DevOps token', true, false);
}

function isDevops(bytes: readonly number[]): boolean {
  const [a = 0, b = 0, c = 0, d = 0] = [2, 7, 8, 22].map(at => bytes[at] ?? 0);
  const rest = bytes.filter((_, at) => ![2, 7, 8, 22].includes(at));
  const found = ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
  const checksum = crc32(String.fromCharCode(...rest));
  // What tells the tokens of people and those of applications apart.
  return [0xe0b9692d, 0x1019f92e].some(magic => (checksum ^ magic) >>> 0 === found);
}

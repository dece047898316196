/** What an archive or a compressed file is, by its first bytes. The last five can't be opened here. */
export type ArchiveKind = 'zip' | 'gzip' | 'tar' | 'bzip2' | 'xz' | 'zstd' | '7z' | 'rar';

/** So many first bytes tell. */
export const archiveHead = 512;

/** The kind of archive that begins with these bytes; undefined for anything else. */
export function archiveKind(head: Uint8Array): ArchiveKind | undefined {
  const found = marks.find(([, mark]) => mark.every((byte, index) => byte === any || head[index] === byte));
  return found?.[0] ?? (isTar(head) ? 'tar' : undefined);
}

/** A tar begins with a header whose bytes sum up to the octal number in it, that number itself taken for spaces. */
function isTar(head: Uint8Array): boolean {
  if (head.length < archiveHead) return false;
  const digits = /^[ 0]*([0-7]{1,7})[ \0]*$/.exec(String.fromCharCode(...head.subarray(148, 156)))?.[1];
  if (digits === undefined) return false;
  const sum = head.subarray(0, archiveHead).reduce((total, byte) => total + byte, 0);
  const own = head.subarray(148, 156).reduce((total, byte) => total + byte, 0);
  return sum - own + 8 * 0x20 === Number.parseInt(digits, 8);
}

/** Whether a file is called as archives are, so that a walk needs to look into no other one. */
export function isArchiveName(name: string): boolean {
  return archiveNames.test(name);
}

const archiveNames =
  /\.(?:zip|jar|war|ear|aar|apk|ipa|whl|egg|nupkg|vsix|crx|epub|docx|docm|dotx|xlsx|xlsm|pptx|pptm|odt|ods|odp|tar|tgz|gz|crate|gem|bz2|tbz2?|xz|txz|zst|7z|rar)$/i;

const any = -1;

const marks: readonly (readonly [ArchiveKind, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['gzip', [0x1f, 0x8b, 0x08]],
  ['bzip2', [0x42, 0x5a, 0x68, any, 0x31, 0x41, 0x59, 0x26, 0x53, 0x59]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['rar', [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07]],
];

/** What an archive or a compressed file is, by its first bytes. The last five can't be opened here. */
export type ArchiveKind = 'zip' | 'gzip' | 'tar' | 'bzip2' | 'xz' | 'zstd' | '7z' | 'rar';

/** So many first bytes tell. */
export const archiveHead = 512;

/** The kind of archive that begins with these bytes; undefined for anything else. */
export function archiveKind(head: Uint8Array): ArchiveKind | undefined {
  const found = marks.find(([, at, mark]) => mark.every((byte, index) => head[at + index] === byte));
  return found?.[0];
}

/** Whether a file is called as archives are, so that a walk needs to look into no other one. */
export function isArchiveName(name: string): boolean {
  return archiveNames.test(name);
}

const archiveNames =
  /\.(?:zip|jar|war|ear|aar|apk|ipa|whl|egg|nupkg|vsix|crx|epub|docx|docm|dotx|xlsx|xlsm|pptx|pptm|odt|ods|odp|tar|tgz|gz|crate|gem|bz2|tbz2?|xz|txz|zst|7z|rar)$/i;

const marks: readonly (readonly [ArchiveKind, number, readonly number[]])[] = [
  ['zip', 0, [0x50, 0x4b, 0x03, 0x04]],
  ['zip', 0, [0x50, 0x4b, 0x05, 0x06]],
  ['gzip', 0, [0x1f, 0x8b, 0x08]],
  ['tar', 257, [...'ustar'].map(letter => letter.charCodeAt(0))],
  ['bzip2', 0, [0x42, 0x5a, 0x68]],
  ['xz', 0, [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
  ['zstd', 0, [0x28, 0xb5, 0x2f, 0xfd]],
  ['7z', 0, [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['rar', 0, [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07]],
];

import type { PackageEntry } from '../../core/packages';

type Origin = NonNullable<PackageEntry['source']>;

/**
 * Where a reference leads, by its form: `git+ssh://…`, `github:a/b`, `file:../a`, `./a`, `https://example.org/a.tgz`. Undefined where it
 * is none of these: a version, a range, a tag.
 */
export function sourceOf(reference: string): Origin | undefined {
  const text = reference.trim();
  if (/^(?:file|link|portal|workspace|path):|^\.{0,2}[/\\]|^\.{1,2}$|^~\/|^[A-Za-z]:[/\\]/.test(text))
    return { kind: 'path', url: text };
  if (isGit(text)) return { kind: 'git', url: text };
  if (/^https?:\/\//i.test(text)) return { kind: 'url', url: text };
  return undefined;
}

/** The source of an entry whose file gives the address that it was downloaded from: an archive of a registry unless it is git or a path. */
export function downloadedFrom(address: string | undefined): Origin | undefined {
  if (!address) return undefined;
  const origin = sourceOf(address);
  return origin?.kind === 'url' ? { kind: 'registry', url: address } : origin;
}

/** The source of an entry whose file has a field for each kind; nothing where none of them is given. */
export function sourceIn({
  git,
  url,
  path,
}: Readonly<Record<string, string | undefined>>): Pick<PackageEntry, 'source'> {
  if (git) return { source: { kind: 'git', url: git } };
  if (url) return { source: { kind: 'url', url } };
  return path ? { source: { kind: 'path', url: path } } : {};
}

function isGit(text: string): boolean {
  return (
    /^(?:git|hg|svn|bzr)(?:\+|:|@)|^(?:ssh|github|gitlab|bitbucket|gist):/i.test(text) ||
    /^https?:\/\/[^\s]+\.git(?:[#?@].*)?$/i.test(text) ||
    /^https?:\/\/codeload\.github\.com\//i.test(text)
  );
}

import type { Span } from '../../core/model';
import type { PackageEntry } from '../../core/packages';
import type { Draft } from './packageFile';

/** An image of a container: `registry/name:tag@digest`. */
export interface ImageReference {
  /** Without what Docker Hub's names may have before them: `docker.io/`, `library/`. */
  readonly name: string;
  readonly tag?: string;
  readonly digest?: string;
  /** Where the tag, or else the digest, begins in the reference. */
  readonly start?: number;
}

export function imageReference(text: string): ImageReference | undefined {
  const found =
    /^(?<name>(?:[\w.-]+(?::\d+)?\/)?[a-z\d][\w.-]*(?:\/[\w.-]+)*)(?::(?<tag>[\w][\w.-]{0,127}))?(?:@(?<digest>\w+:[\da-f]{32,128}))?$/i.exec(
      text,
    );
  const { name, tag, digest } = found?.groups ?? {};
  if (!name) return undefined;
  const start = tag ? name.length + 1 : digest ? text.length - digest.length : undefined;
  return { name: name.replace(/^(?:index\.)?docker\.io\//, '').replace(/^library\//, ''), tag, digest, start };
}

/**
 * Adds an image, if it is one. A tag such as `22.4-alpine` is its version, `latest` only asks; without a tag the digest is. `span` is where
 * the whole reference stands; `whole` says that it isn't written there as it is, but with variables.
 */
export function addImage(
  draft: Draft,
  text: string,
  span: Span | undefined,
  extra: Partial<PackageEntry>,
  whole = false,
): void {
  const reference = imageReference(text);
  if (!reference) return;
  const { name, tag, digest, start } = reference;
  const exact = tag !== undefined && /^v?\d/.test(tag) ? tag : tag === undefined ? digest : undefined;
  const at = span && start !== undefined && !whole ? span.start + start : undefined;
  draft.add(
    {
      ecosystem: 'Docker',
      name,
      direct: true,
      ...extra,
      ...(exact ? { version: exact } : {}),
      ...(tag ? { requirement: tag } : {}),
      ...(digest ? { integrity: digest } : {}),
    },
    at === undefined ? span : { start: at, end: at + (tag ?? digest ?? '').length },
  );
}

/** Puts in what variables stand for: `$NAME`, `${NAME}`, `${NAME:-default}`; undefined where one is unknown, or the result too long. */
export function withVariables(text: string, lookUp: (name: string) => string | undefined): string | undefined {
  let known = true;
  const value = text.replace(
    /\$(?:(\w+)|\{(\w+)(?::?([-+])([^{}]*))?\})/g,
    (_, bare?: string, name?: string, sign?: string, other = '') => {
      const found = lookUp(bare ?? name ?? '');
      if (sign === '+') return found ? other : '';
      const result = found || (sign === '-' ? other : found);
      if (result === undefined) known = false;
      return result ?? '';
    },
  );
  return known && value.length <= longest ? value : undefined;
}

/** Longer than any image's name: arguments may be made of arguments. */
const longest = 1000;

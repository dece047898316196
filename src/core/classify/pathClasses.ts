import { createGlob } from '../glob';
import type { DataClass, Layer } from '../model';
import { type ClassReason, rank } from './dataClass';

/** One entry of `lockside.classes`. Of one layer's entries the last that matches counts. */
export interface ClassRule {
  /** Globs over paths relative to the workspace; without a slash they match in any folder. */
  readonly paths: readonly string[];
  readonly class: DataClass;
  readonly reason?: string;
}

interface ClassLayer {
  readonly layer: Layer;
  /** It may only make a class stricter: "public" from there counts for nothing. */
  readonly tightenOnly: boolean;
  readonly classes?: readonly ClassRule[];
}

/** Finds the class that the settings give a path, the widest layer first. */
export function createPathClasses(layers: readonly ClassLayer[]): (path: string) => ClassReason | undefined {
  const compiled = layers.map(({ classes = [], ...layer }) => ({ ...layer, rules: classes.map(compile) }));
  return path => {
    let found: ClassReason | undefined;
    for (const { layer, tightenOnly, rules } of compiled) {
      const matched = rules.flatMap(rule => rule.matches(path) ?? []).at(-1);
      if (!matched || (tightenOnly && rank(matched.class) <= rank(found?.class ?? 'internal'))) continue;
      const { glob, reason } = matched;
      const why = `its path matches ${glob} in the ${layer} settings${reason ? `: ${reason}` : ''}`;
      found = { class: matched.class, by: 'path', why };
    }
    return found;
  };
}

function compile({ paths, ...rule }: ClassRule) {
  const globs = paths.map(glob => ({ glob, fits: createGlob(glob, true) }));
  return {
    matches(path: string) {
      const glob = globs.find(({ fits }) => fits(path))?.glob;
      return glob === undefined ? undefined : { ...rule, glob };
    },
  };
}

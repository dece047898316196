import { Minimatch } from 'minimatch';

/** The alternatives of a glob, each as the parts between its slashes: `{a,b}/*.ts` is `a`, `*.ts` and `b`, `*.ts`. */
export function globParts(glob: string): readonly (readonly string[])[] {
  return new Minimatch(glob, options).globParts;
}

const options = { dot: true, noext: true, nonegate: true, nocomment: true, braceExpandMax: 256 } as const;

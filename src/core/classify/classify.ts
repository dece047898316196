import type { CodePrints } from './codePrints';
import type { ClassReason } from './dataClass';
import { embeddedFiles } from './embeddedFiles';
import { labelsIn } from './labels';

/** What there is to classify with, besides the text itself. */
export interface Classifier {
  pathClass(path: string): ClassReason | undefined;
  /** The fingerprints of the team's code, where it has made some. */
  readonly prints?: CodePrints | undefined;
  /** A path as a prompt names it, relative to the workspace. */
  locate?(path: string): string;
}

/** All that a text's path, its labels and its code say about its class, and those of the files that stand in it. */
export function classReasons(text: string, path: string | undefined, classifier: Classifier): ClassReason[] {
  const own = path === undefined ? undefined : classifier.pathClass(path);
  return [
    ...(own ? [own] : []),
    ...labelsIn(text, path),
    ...embeddedReasons(text, classifier),
    ...codeReasons(text, classifier),
  ];
}

function embeddedReasons(text: string, { pathClass, locate = path => path }: Classifier): ClassReason[] {
  return embeddedFiles(text).flatMap(file => {
    const path = file.path && locate(file.path);
    const byPath = path === '' ? undefined : pathClass(path);
    const span = { start: file.start, end: file.end };
    const labels = labelsIn(text.slice(file.start, Math.min(file.end, file.start + longestHeader)), path);
    return [...(byPath ? [byPath] : []), ...labels].map(({ class: dataClass, by, why }) => {
      return { class: dataClass, by, why: path === '' ? why : `${path}: ${why}`, span };
    });
  });
}

const longestHeader = 8000;

function codeReasons(text: string, { prints }: Classifier): ClassReason[] {
  return (prints?.match(text).matches ?? []).slice(0, 20).map(({ path, class: dataClass, share, spans }) => {
    const why = `${Math.max(1, Math.round(100 * share))} % of it is code of ${path}`;
    return { class: dataClass, by: 'code', why, span: spans[0]!, origin: path };
  });
}

import { findNodeAtOffset, getNodePath, type Node, parseTree } from 'jsonc-parser';
import type { Decision } from '../core/model';

/** Says of each finding in a Jupyter notebook which cell it stands in, counted from 1, and whether in what the cell gave out. */
export function withCells(text: string, decisions: readonly Decision[]): readonly Decision[] {
  const tree = decisions.length > 0 ? parse(text) : undefined;
  if (!tree) return decisions;
  return decisions.map(decision => {
    const cell = cellOf(tree, decision.finding.start);
    if (cell === undefined) return decision;
    return { ...decision, finding: { ...decision.finding, reason: `${decision.finding.reason}; ${cell}` } };
  });
}

/** Whether a path is that of a Jupyter notebook. */
export function isNotebook(path: string): boolean {
  return path.endsWith('.ipynb');
}

/** A parser that recurses meets its end in a file that is nested on purpose: lines alone then have to do. */
function parse(text: string): Node | undefined {
  try {
    return parseTree(text);
  } catch {
    return undefined;
  }
}

function cellOf(tree: Node, offset: number): string | undefined {
  const node = findNodeAtOffset(tree, offset);
  const [cells, index, part] = node ? getNodePath(node) : [];
  if (cells !== 'cells' || typeof index !== 'number') return undefined;
  return `cell ${index + 1}${part === 'outputs' ? ', output' : ''}`;
}

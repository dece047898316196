import * as vscode from 'vscode';
import { createLineIndex } from '../../core/lineIndex';
import type { Span } from '../../core/model';
import type { FileFindings } from '../parts';

/** Places in a text as it was scanned, made when they are asked for; the text itself is not kept. */
export function textPlaces(text: string): Pick<FileFindings, 'range' | 'place'> {
  const index = createLineIndex(text);
  const position = (offset: number) => {
    const { line, column } = index(offset);
    return new vscode.Position(line - 1, column - 1);
  };
  position(0);
  const place = ({ start, end }: Span) => new vscode.Range(position(start), position(end));
  return { place, range: ({ finding }) => place(finding) };
}

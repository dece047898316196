import * as vscode from 'vscode';
import { applyForeignComments } from '../../core/foreignComments';
import { applyInline, type InlineResult } from '../../core/inlineSuppressions';
import type { Decision } from '../../core/model';
import { applyAcceptors } from '../../core/team/applyAcceptors';
import type { Parts } from '../parts';
import { today } from '../workspaceSettings';

/**
 * Lets go, for the editor alone, what the team has accepted in comments and in other scanners' files. In an untrusted workspace a
 * file can't let its own findings go.
 */
export function letGo(parts: Parts, text: string, path: string, decisions: readonly Decision[]): InlineResult {
  if (!vscode.workspace.isTrusted) return { decisions, faults: [] };
  const foreign = parts.settings.foreign();
  if (!foreign) return applyInline(text, decisions, today());
  const acceptors = foreign.flatMap(folder => folder.acceptors);
  return applyInline(text, applyForeignComments(text, applyAcceptors(text, path, decisions, acceptors)), today());
}

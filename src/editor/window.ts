import * as vscode from 'vscode';
import { registerAgents } from './agents/registerAgents';
import { registerClasses } from './classes';
import type { CodeClassifier } from './codeClassifier';
import { registerEditorFindings } from './findings/editorFindings';
import type { Pause } from './findings/pause';
import { registerPackages } from './packages/registerPackages';
import type { Parts } from './parts';
import { registerPolicy } from './policy/registerPolicy';
import { registerTrailCare } from './trailCare';
import { registerViews } from './views';

/** Everything that a person sees and does in the window. What stands on a way out is registered before it (`extension.ts`). */
export function registerWindow(parts: Parts, pause: Pause, code: CodeClassifier): vscode.Disposable {
  return vscode.Disposable.from(
    registerClasses(parts, code),
    registerEditorFindings(parts, pause),
    registerPackages(parts, pause),
    registerViews(parts, pause.isPaused),
    registerAgents(parts, pause),
    registerPolicy(parts),
    registerTrailCare(parts),
  );
}

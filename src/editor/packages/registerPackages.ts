import { join } from 'node:path';
import * as vscode from 'vscode';
import type { Pause } from '../findings/pause';
import type { Parts } from '../parts';
import { registerAdvisoryStatus } from './advisoryStatus';
import { createPackageChecks } from './createPackageChecks';
import { createThread } from './createThread';
import { registerPackageCommands } from './packageCommands';
import { registerPackageFixes } from './packageFixes';
import { registerPackageHover } from './packageHover';
import { registerPackageLenses } from './packageLenses';

/** What a person sees and does about packages beside the lines that name them. */
export function registerPackages(parts: Parts, pause: Pause): vscode.Disposable {
  const thread = createThread(join(parts.context.extensionPath, 'dist'));
  const checks = createPackageChecks(parts, pause, thread);
  return vscode.Disposable.from(
    thread,
    checks,
    registerPackageHover(pause, checks),
    registerPackageLenses(pause, checks),
    registerPackageFixes(pause, checks),
    registerAdvisoryStatus(parts, checks),
    registerPackageCommands(parts, checks, thread),
  );
}

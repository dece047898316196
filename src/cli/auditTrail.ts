import { basename } from 'node:path';
import { version } from '../../package.json';
import { tendTrail } from '../audit/otlp/tendTrail';
import { createLateTrail } from '../audit/trail/loadTrail';
import { trailFolder } from '../audit/trail/trailFolder';
import { settings as names } from '../contributes';
import type { Workspace } from '../io/openWorkspace';
import { withLock, withLockAtOnce } from '../io/withLock';

/** The trail as one command writes it; `brief` for a command that ends at once and may run a thousand times a day. */
export function auditTrail(workspace: Workspace, writer: string, { client = '', brief = false } = {}) {
  const { settings, stateFolder, root } = workspace;
  const surroundings = { writer, workspace: basename(root), ...(client ? { client } : {}) };
  const exclusively = brief ? withLockAtOnce : undefined;
  return createLateTrail({ folder: trailFolder(stateFolder), surroundings, exclusively }, () => ({
    kept: settings.value<boolean>(names.auditTrail),
    required: settings.value<boolean>(names.auditRequired),
    recipients: settings.value<string[]>(names.auditRecipients),
  }));
}

/** Keeps and exports this user's trail while a command lasts that stays: checkpoints, retention, the way to a collector. */
export function tendWorkspaceTrail({ settings, stateFolder }: Workspace, tell: (message: string) => void) {
  return tendTrail({
    ...{ stateFolder, version, env: process.env, exclusively: withLock, tell },
    care: () => ({
      endpoint: settings.value<{ endpoint?: string }>(names.telemetryOtlp).endpoint,
      every: settings.value<number>(names.auditCheckpointEvery),
      retentionDays: settings.value<number>(names.auditRetentionDays),
    }),
  });
}

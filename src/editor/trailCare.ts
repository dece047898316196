import * as vscode from 'vscode';
import { version } from '../../package.json';
import { tendTrail } from '../audit/otlp/tendTrail';
import { settings as names } from '../contributes';
import { stateFolder } from '../io/stateFolder';
import { withLock } from '../io/withLock';
import type { Parts } from './parts';

/** Signs checkpoints of the trail, lets old segments go and sends it to the person's collector, while the window is open. */
export function registerTrailCare({ settings, log }: Parts): vscode.Disposable {
  const tending = tendTrail({
    ...{ stateFolder: stateFolder(), version, env: process.env, exclusively: withLock },
    tell: message => log.warn(message),
    care: () => ({
      endpoint: settings.value<{ endpoint?: string }>(names.telemetryOtlp).endpoint,
      every: settings.value<number>(names.auditCheckpointEvery),
      retentionDays: settings.value<number>(names.auditRetentionDays),
    }),
  });
  return new vscode.Disposable(() => void tending.close());
}

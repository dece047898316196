import { basename } from 'node:path';
import { createLateTrail } from '../audit/trail/loadTrail';
import { trailFolder } from '../audit/trail/trailFolder';
import { settings as names } from '../contributes';
import type { Workspace } from '../io/openWorkspace';

/** The trail as one command writes it; `brief` for a command that ends at once and may run a thousand times a day. */
export function auditTrail(workspace: Workspace, writer: string, { client = '', brief = false } = {}) {
  const { settings, stateFolder, root } = workspace;
  const surroundings = { writer, workspace: basename(root), ...(client ? { client } : {}) };
  return createLateTrail({ folder: trailFolder(stateFolder), surroundings, brief }, () => ({
    kept: settings.value<boolean>(names.auditTrail),
    required: settings.value<boolean>(names.auditRequired),
    recipients: settings.value<string[]>(names.auditRecipients),
  }));
}

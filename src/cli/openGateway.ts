import { type Release, restoresOf, restoreToolInput, staysHere } from '../agents/restoreTool';
import { pathOfRead, showsTerminal } from '../agents/tools';
import { createVault } from '../core/placeholders';
import type { GatewayClient } from '../gateway/access';
import { createGateway } from '../gateway/gateway';
import type { Gateway } from '../gateway/loopback';
import type { Notice } from '../gateway/notices';
import type { Upstreams } from '../gateway/route';
import { warmUp } from '../gateway/warmUp';
import { openWorkspace, type Workspace } from '../io/openWorkspace';
import { openSharedVault, type SharedVault } from '../io/sharedVault';
import { findVaultPlace } from '../io/vaultPlace';
import { auditTrail, tendWorkspaceTrail } from './auditTrail';
import { createFilePlaces } from './filePlaces';
import { listenTo } from './judgeInstall';

export interface OpenGatewayOptions {
  /** The folder whose policy and map hold. */
  readonly cwd: string;
  readonly upstreams: Upstreams;
  readonly clients: readonly GatewayClient[];
  tell(notice: Notice): void;
}

export interface OpenedGateway {
  readonly gateway: Gateway;
  readonly workspace: Workspace;
  /** Why the map is in memory alone, where it is. */
  readonly unkept: string | undefined;
  /** Gets ready for the first request, while nobody waits. */
  warmUp(): void;
  /** Ends all connections, and waits until the map is written. */
  close(): Promise<void>;
}

/** A gateway with a workspace's policy and the map that its hooks and the command line use as well. */
export async function openGateway({ cwd, upstreams, clients, tell }: OpenGatewayOptions): Promise<OpenedGateway> {
  const workspace = openWorkspace({ cwd });
  const { shared, unkept } = await openMap(workspace);
  const trail = auditTrail(workspace, 'gateway');
  const tending = tendWorkspaceTrail(workspace, message => tell({ kind: 'trail', message }));
  const guard = workspace.guardWith(shared.vault, trail.record);
  const files = createFilePlaces(workspace);
  const gateway = createGateway({
    ...{ guard, upstreams, clients, tell, exclusively: shared.exclusively, measure: tending.observe },
    originOf: ({ tool, input }) => {
      const path = pathOfRead(tool, input);
      return { ...(path === undefined ? {} : { path: workspace.pathOf(path) }), terminal: showsTerminal(tool) };
    },
    listen: model => listenTo(workspace, message => tell({ kind: 'package', message: `${model} names ${message}` })),
    async restoreTool(tool, input) {
      const parts = {
        vault: shared.vault,
        policy: guard.policy(),
        files,
        ask: async (asked: readonly Release[]) => staysHere(asked),
      };
      const restored = await restoreToolInput(tool, input, parts);
      const unrecorded = guard.recordRestore(restoresOf('gateway', tool, restored));
      if (unrecorded) tell({ kind: 'trail', message: unrecorded.message });
      for (const { entry, outlet, reason } of restored.refused)
        tell({
          kind: 'kept-placeholder',
          message: `${entry.placeholder} stays a placeholder in ${tool} (${outlet.hosts?.join(', ') || outlet.sink}): ${reason}`,
        });
      return unrecorded ? input : restored.input;
    },
  });
  const closing = new AbortController();
  const close = async () => {
    closing.abort();
    await gateway.close();
    trail.close();
    await tending.close();
    await shared.written();
  };
  return { gateway, workspace, unkept, warmUp: () => void warmUp(guard, closing.signal, gateway.isIdle), close };
}

/** The map of a workspace that all its processes share, or one in memory and why. */
export async function openMap(workspace: Workspace): Promise<{ shared: SharedVault; unkept: string | undefined }> {
  const place = await findVaultPlace(workspace.stateFolder, workspace.root);
  if ('error' in place) return { shared: inMemory(), unkept: place.error };
  const opened = await openSharedVault(place.file, place.key);
  if ('error' in opened) throw new Error(opened.error);
  return { shared: opened.shared, unkept: undefined };
}

function inMemory(): SharedVault {
  return { vault: createVault(), exclusively: async work => work(), written: async () => undefined };
}

import { type Release, restoresOf, restoreToolInput, staysHere } from '../agents/restoreTool';
import { pathOfRead, showsTerminal } from '../agents/tools';
import { settings as names } from '../contributes';
import { createVault } from '../core/placeholders';
import type { GatewayClient } from '../gateway/access';
import { createGateway } from '../gateway/gateway';
import type { Gateway } from '../gateway/loopback';
import type { Notice } from '../gateway/notices';
import type { Upstreams } from '../gateway/route';
import { warmUp } from '../gateway/warmUp';
import { type KeptCleanTexts, openCleanTexts } from '../io/cleanTexts';
import { markOfCode } from '../io/markOfCode';
import { openWorkspace, type Workspace } from '../io/openWorkspace';
import { openSharedVault, type SharedVault } from '../io/sharedVault';
import { cleanTextsFile } from '../io/vaultFile';
import { findVaultPlace, type VaultPlace } from '../io/vaultPlace';
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
  const place = await findVaultPlace(workspace.stateFolder, workspace.root);
  const { shared, unkept } = await openMapAt(place);
  const clean = await openClean(workspace, place, shared);
  const trail = auditTrail(workspace, 'gateway');
  const tending = tendWorkspaceTrail(workspace, message => tell({ kind: 'trail', message }));
  const guard = workspace.guardWith(shared.vault, trail.record);
  const files = createFilePlaces(workspace);
  const gateway = createGateway({
    ...{ guard, upstreams, clients, tell, exclusively: shared.exclusively, measure: tending.observe },
    ...(clean ? { clean } : {}),
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
    await clean?.written();
  };
  return { gateway, workspace, unkept, warmUp: () => void warmUp(guard, closing.signal, gateway.isIdle), close };
}

/** The map of a workspace that all its processes share, or one in memory and why. */
export async function openMap(workspace: Workspace): Promise<{ shared: SharedVault; unkept: string | undefined }> {
  return openMapAt(await findVaultPlace(workspace.stateFolder, workspace.root));
}

async function openMapAt(place: VaultPlace): Promise<{ shared: SharedVault; unkept: string | undefined }> {
  if ('error' in place) return { shared: inMemory(), unkept: place.error };
  const opened = await openSharedVault(place.file, place.key);
  if ('error' in opened) throw new Error(opened.error);
  return { shared: opened.shared, unkept: undefined };
}

/**
 * What earlier runs know of texts, under the very code and rules of this one. Rules out of other scanners' files have parts that can't
 * be compared: with them nothing is kept.
 */
async function openClean(
  { settings, foreign, root, maximumFileSize }: Workspace,
  place: VaultPlace,
  { vault }: SharedVault,
): Promise<KeptCleanTexts | undefined> {
  const code = 'error' in place || (foreign?.rules.length ?? 0) > 0 ? undefined : await markOfCode(__dirname);
  if ('error' in place || code === undefined) return undefined;
  const scope = JSON.stringify([code, root, maximumFileSize, settings.every(names.detectors)]);
  return openCleanTexts({ ...{ key: place.key, scope, vault }, file: cleanTextsFile(place.file) });
}

function inMemory(): SharedVault {
  return { vault: createVault(), exclusively: async work => work(), written: async () => undefined };
}

import type { AgentItem } from '../../core/agents';
import type { ImageSpec } from './commands';
import { advice, fixOf, type Look } from './look';
import { nodeOfWord, type Server } from './server';
import { isWideFolder } from './wideFolders';

/** What a container is given of the machine that it runs on, and whether its image can change. */
export function checkContainer(look: Look, server: Server, item: AgentItem, image: ImageSpec): void {
  const { words } = server;
  const spanOf = (word: number) => nodeOfWord(server, word)?.span ?? server.at;
  if (!image.pinned) {
    const fix = fixOf(
      look,
      'Pin the image by its digest',
      spanOf(image.word),
      `${image.name.replace(/@.*$/, '')}@sha256:‹digest›`,
      'digest',
    );
    look.finding(
      'agent/container',
      spanOf(image.word),
      'the image has no digest: whatever its name points to next runs here',
      { item, fix },
    );
  }
  for (let at = image.from; at < image.word; at++) {
    const word = words[at] ?? '';
    const value = /=/.test(word) ? word.slice(word.indexOf('=') + 1) : (words[at + 1] ?? '');
    const why = rightOf(word.split('=')[0] ?? '', value);
    if (why)
      look.finding('agent/container', spanOf(at), why, {
        item,
        level: 'critical',
        fix: advice('Take it out; give the container the one folder or port that it needs'),
      });
    const mounted = mountOf(word.split('=')[0] ?? '', value);
    if (mounted === undefined || mounted === '/' || /docker\.sock|podman\.sock|containerd\.sock/.test(mounted))
      continue;
    if (isWideFolder(mounted))
      look.finding(
        'agent/wide-filesystem',
        spanOf(/=/.test(word) ? at : at + 1),
        'the container gets a whole home or a folder of the system',
        { item },
      );
  }
}

function rightOf(option: string, value: string): string | undefined {
  if (option === '--privileged' && value !== 'false') return 'a privileged container has all rights on this machine';
  const mounted = mountOf(option, value);
  if (mounted === '/' || (mounted !== undefined && /^[A-Za-z]:[\\/]*$/.test(mounted)))
    return 'the whole disk is mounted';
  if (mounted !== undefined && /(?:docker|podman|containerd)\.sock/.test(mounted))
    return "the runtime's socket is mounted: it gives all rights on this machine";
  if (/^--(?:pid|ipc|uts|userns|network|net)$/.test(option) && value === 'host')
    return `${option} host takes the wall to this machine away`;
  if (option === '--cap-add' && /^(?:ALL|SYS_ADMIN|SYS_PTRACE|SYS_MODULE|CAP_SYS_ADMIN)$/i.test(value))
    return `${value} gives it rights over this machine`;
  if (option === '--security-opt' && /unconfined|disable/.test(value)) return 'its confinement is turned off';
  return option === '--device' && /^\/dev\/(?:sd|nvme|mem|kmsg)/.test(value)
    ? 'it gets a disk or the memory of this machine'
    : undefined;
}

/** The folder of this machine that an option mounts. */
function mountOf(option: string, value: string): string | undefined {
  if (/^(?:-v|--volume)$/.test(option)) return /^([A-Za-z]:[\\/][^:]*|[^:]+):/.exec(value)?.[1];
  if (option !== '--mount') return undefined;
  return /(?:^|,)(?:source|src)=([^,]*)/.exec(value)?.[1];
}

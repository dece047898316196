import { readShell } from './readShell';
import { anyLetters, unknownText } from './shellWord';

/** What a command would do that nobody can take back, or gives others access: a clause, and which of the two. */
export interface Harm {
  readonly kind: 'destroys' | 'grants' | 'unguards';
  readonly why: string;
}

/** Statements that can't be taken back; as far as a text has one, its words. Also asked by the MCP proxy. */
export function destroyingStatement(text: string): string | undefined {
  const found = statement.exec(text.slice(0, 100_000));
  return found?.[0].replace(/\s+/g, ' ').slice(0, 40);
}

const statement =
  /\b(?:drop\s+(?:table|database|schema|view|index|collection|user|role|keyspace|tablespace)|truncate\s+(?:table\s+)?\w+|delete\s+from)\b|\b(?:flushall|flushdb)\b|\bdropDatabase\s*\(|\.drop\s*\(\s*\)|\bdeleteMany\s*\(\s*(?:\{\s*\})?\s*\)/i;

/** The program of a command line that would destroy something, as the line itself tells. */
export function destroyingCommand(line: string): string | undefined {
  for (const { words, input } of readShell(line).commands) {
    const [[name = ''] = [], ...args] = words;
    const program = (name.split(/[\\/]/).at(-1) ?? '').toLowerCase();
    if (harmIn(program, args.flat(), input)?.kind === 'destroys')
      return `${program} ${args[0]?.[0] ?? ''}`.trim().slice(0, 40);
  }
  return undefined;
}

/** Programs that take statements, by argument or on standard input. */
const databases =
  /^(?:psql|mysql|mariadb|sqlite3?|sqlcmd|mongosh?|clickhouse(?:-client)?|cqlsh|duckdb|bq|snowsql|redis-cli|valkey-cli|cockroach|usql|isql|osql|influx|turso|wrangler|supabase|prisma|pgcli|mycli|litecli|invoke-sqlcmd|neo4j|cypher-shell)$/;

/**
 * Judges a program with its arguments. `flat` are all texts that its words may be; `input` what is piped into it. Paths count as of
 * the workspace, where `~` is the home.
 */
export function harmIn(program: string, flat: readonly string[], input: string | undefined): Harm | undefined {
  const args = flat.flatMap(text =>
    /\s/.test(text) && /^(?:rm|git|dd|chmod|chown)$/.test(program) ? text.split(/\s+/) : [text],
  );
  const line = args.join(' ');
  const destroys = (why: string): Harm => ({ kind: 'destroys', why });
  const file = fileHarm(program, args);
  if (file) return destroys(file);
  if (databases.test(program)) {
    const found = destroyingStatement(`${line}\n${input ?? ''}`);
    if (found !== undefined && !/^delete from/i.test(found)) return destroys(`it runs "${found}"`);
    if (found !== undefined && !/\bwhere\b/i.test(`${line} ${input ?? ''}`))
      return destroys('it deletes all rows of a table');
  }
  for (const { programs, pattern, why, kind = 'destroys', unless } of table)
    if (programs.test(program) && pattern.test(line) && !unless?.test(line)) return { kind, why };
  return undefined;
}

interface Row {
  readonly programs: RegExp;
  readonly pattern: RegExp;
  readonly unless?: RegExp;
  readonly why: string;
  readonly kind?: Harm['kind'];
}

const cloudVerbs =
  /(?:^|\s)(?:delete|destroy|remove|terminate|purge|delete-[\w-]+|terminate-[\w-]+|deregister-[\w-]+|purge-[\w-]+|[\w-]*:(?:delete|destroy|remove|reset)|rm|rb|drop)(?=\s|$)/i;
const looks = /(?:^|\s)(?:--help|-h|--dry-run(?:=(?:client|server))?|--dryrun|--what-if|-WhatIf|help)(?=\s|$)/i;

const table: readonly Row[] = [
  {
    programs: /^git$/,
    pattern: /(?:^|\s)push\b.*(?:\s(?:--force|-f|-[a-z]*f[a-z]*|--mirror|--delete|-d)(?=\s|$)|\s\+\S+|\s:\S+)/,
    unless: looks,
    why: 'it overwrites or deletes what others may have',
  },
  {
    programs: /^git$/,
    pattern: /(?:^|\s)reset\b.*\s--(?:hard|merge)(?=\s|$)/,
    why: 'it throws away changes that are not committed',
  },
  {
    programs: /^git$/,
    pattern: /(?:^|\s)clean\b.*\s(?:-[a-zA-Z]*f|--force)/,
    unless: /\s(?:-n|--dry-run|-[a-zA-Z]*n[a-zA-Z]*)(?=\s|$)/,
    why: 'it deletes files that git does not know',
  },
  {
    programs: /^git$/,
    pattern: /(?:^|\s)(?:checkout|restore)\s(?:.*\s)?(?:--\s+)?(?:\.|:\/|\*|\uE001)(?=\s|$)/,
    unless: /--staged(?!.*--worktree)/,
    why: 'it throws away changes that are not committed',
  },
  {
    programs: /^git$/,
    pattern:
      /(?:^|\s)(?:filter-branch|filter-repo|stash\s+clear|reflog\s+(?:expire|delete)|update-ref\s+-d|gc\s.*--prune=(?:now|all))/,
    why: 'it rewrites or drops history for good',
  },
  {
    programs: /^(?:terraform|tofu|terragrunt|pulumi|cdk|cdktf|sst)$/,
    pattern:
      /(?:^|\s)(?:destroy|run-all\s+destroy|apply\s.*-destroy|state\s+rm|remove|down|stack\s+rm|workspace\s+delete)(?=\s|$)/,
    unless: looks,
    why: 'it tears infrastructure down',
  },
  {
    programs: /^(?:terraform|tofu|terragrunt)$/,
    pattern: /(?:^|\s)(?:apply|destroy)\s.*-destroy(?=\s|$)/,
    why: 'it tears infrastructure down',
  },
  {
    programs:
      /^(?:serverless|sls|sam|copilot|eb|amplify|firebase|netlify|vercel|railway|render|fly|flyctl|heroku|doctl|linode-cli|hcloud|scw|civo|wrangler|supabase|neonctl|planetscale|pscale|turso|aiven|ibmcloud|oci|aliyun|openstack|nomad|consul|vault|eksctl|kops|minikube|helm|helmfile|argocd|flux)$/,
    pattern:
      /(?:^|\s)(?:delete|destroy|remove|rm|uninstall|undeploy|terminate|purge|[\w-]+:(?:delete|destroy|reset|remove)|apps:destroy|pg:reset|db\s+reset|system\s+gc)(?=\s|$)/,
    unless: looks,
    why: 'it deletes what runs elsewhere',
  },
  {
    programs: /^(?:aws|az|gcloud|gsutil|bq|kubectl|oc|k9s|azcopy)$/,
    pattern: cloudVerbs,
    unless: looks,
    why: 'it deletes what runs or lies in the cloud',
  },
  {
    programs: /^(?:kubectl|oc)$/,
    pattern: /(?:^|\s)(?:drain|replace\s.*--force|scale\s.*--replicas[= ]0)(?=\s|$)/,
    unless: looks,
    why: 'it stops what runs in the cluster',
  },
  {
    programs: /^(?:aws)$/,
    pattern: /\bs3\s+sync\b.*--delete\b/,
    unless: looks,
    why: 'it deletes what lies in the cloud',
  },
  {
    programs: /^gh$/,
    pattern:
      /(?:^|\s)(?:repo|release|secret|variable|run|cache|codespace|gist|label|ssh-key|gpg-key|issue)\s+(?:delete|remove)(?=\s|$)|(?:^|\s)repo\s+archive|(?:^|\s)api\s.*(?:-X|--method)[\s=]*DELETE/i,
    unless: /--help/,
    why: 'it deletes what lies at GitHub',
  },
  {
    programs: /^glab$/,
    pattern: /(?:^|\s)(?:repo|release|variable|project)\s+delete|(?:^|\s)api\s.*(?:-X|--method)[\s=]*DELETE/i,
    why: 'it deletes what lies at GitLab',
  },
  {
    programs: /^(?:npm|pnpm|yarn)$/,
    pattern: /(?:^|\s)(?:unpublish|deprecate)(?=\s|$)/,
    why: 'it takes a published package away',
  },
  {
    programs: /^(?:curl|wget|http|https|xh|curlie|invoke-restmethod|invoke-webrequest|irm|iwr)$/,
    pattern:
      /(?:(?:-X|--request|--method|-Method|--method)[\s=]*["']?DELETE|^\s*DELETE\s)|\bmutation\b[\s\S]{0,400}\w*(?:delete|destroy|remove|purge)\w*\s*\(/i,
    unless: /\b(?:localhost|127\.0\.0\.1|\[::1\]|0\.0\.0\.0|host\.docker\.internal)\b/,
    why: 'it deletes what lies at another host',
  },
  {
    programs: /^(?:docker|podman|nerdctl)$/,
    pattern: /(?:^|\s)(?:system\s+prune\s.*(?:-\w*a|--all|--volumes)|volume\s+(?:rm|prune))/,
    why: 'it deletes images or volumes with their data',
  },
  {
    programs: /^(?:dropdb|dropuser|mysqladmin)$/,
    pattern: /^(?!.*--help)(?!.*\b(?:ping|status|version|create|extended-status|processlist)\b)/,
    why: 'it deletes a database',
  },
  {
    programs:
      /^(?:prisma|rails|rake|django-admin|alembic|knex|sequelize|sequelize-cli|typeorm|drizzle-kit|artisan|dbmate|goose|flyway|liquibase|mix|manage\.py)$/,
    pattern:
      /(?:^|\s)(?:migrate\s+reset|db\s+push\s.*--(?:force-reset|accept-data-loss)|db:(?:drop|reset|purge|wipe)|flush|reset_db|downgrade\s+base|migrate:(?:fresh|reset|wipe)|schema:drop|ecto\.(?:drop|reset)|dropAll|drop-all|clean|drop)(?=\s|$)/i,
    unless: looks,
    why: 'it empties a database',
  },
  {
    programs:
      /^(?:mkfs(?:\.\w+)?|mke2fs|wipefs|newfs|format-volume|clear-disk|initialize-disk|remove-partition|blkdiscard|sgdisk|mkswap|cryptsetup|hdparm|diskpart|fdisk|parted|lvremove|vgremove|pvremove|zpool|zfs|mdadm)$/,
    pattern: /^(?!.*(?:--help|-V\b|--version|^-l|\s-l\b|\slist\b|\sstatus\b|\sprint\b|^list|^status|^get))/,
    why: 'it erases a disk',
  },
  { programs: /^format$/, pattern: /^[a-z]:/i, why: 'it erases a disk' },
  {
    programs: /^diskutil$/,
    pattern: /(?:^|\s)(?:erase\w*|partitionDisk|zeroDisk|secureErase|apfs\s+delete\w+)/i,
    why: 'it erases a disk',
  },
  { programs: /^dd$/, pattern: /\bof=\/dev\/(?!null|zero|stdout|stderr|tty)/, why: 'it overwrites a disk' },
  {
    programs: /^(?:shutdown|reboot|halt|poweroff|stop-computer|restart-computer)$/,
    pattern: /^(?!.*--help)/,
    why: 'it turns the machine off',
  },
  {
    programs: /^(?:kill|killall)$/,
    pattern: /(?:^|\s)-(?:9|KILL|SIGKILL)\s+-1(?=\s|$)/,
    why: 'it ends everything that runs',
  },
  { programs: /^crontab$/, pattern: /(?:^|\s)-r(?=\s|$)/, why: 'it deletes all timed jobs' },
  { programs: /^(?:userdel|deluser|remove-localuser)$/, pattern: /./, why: 'it deletes an account' },
  {
    programs: /^(?:chmod|chown|chgrp|icacls|takeown)$/,
    pattern:
      /(?:^|\s)(?:-\w*R\w*|--recursive|\/t|\/r)\b[\s\S]*\s(?:\/|~|\/\*|\/\uE001|\/(?:etc|usr|bin|var|home|root|boot|lib|opt)|[A-Z]:[\\/]?)\/?(?=\s|$)/i,
    why: 'it changes who may use the whole system',
  },
  {
    programs: /^(?:gh)$/,
    pattern:
      /(?:^|\s)repo\s+edit\s.*--visibility[= ]public|(?:^|\s)api\s.*\b(?:collaborators|invitations|memberships|teams\/[^\s]*\/repos)\b.*(?:PUT|POST)|(?:^|\s)api\s.*(?:PUT|POST).*\b(?:collaborators|invitations|memberships)\b|(?:^|\s)(?:ssh-key|gpg-key|deploy-key)\s+add|repo\s+deploy-key\s+add/i,
    why: 'it gives others access',
    kind: 'grants',
  },
  {
    programs: /^aws$/,
    pattern:
      /(?:^|\s)(?:iam\s+(?:create-access-key|attach-\w+-policy|put-\w+-policy|add-user-to-group|create-login-profile|update-assume-role-policy)|s3api\s+put-(?:bucket-policy|bucket-acl|object-acl|public-access-block)|lambda\s+add-permission|kms\s+(?:create-grant|put-key-policy)|ec2\s+authorize-security-group-ingress|ec2\s+modify-(?:image|snapshot)-attribute|s3\s.*--acl[= ]public-read)/,
    unless: looks,
    why: 'it gives others access',
    kind: 'grants',
  },
  {
    programs: /^(?:gcloud|gsutil)$/,
    pattern:
      /(?:add-iam-policy-binding|set-iam-policy|\biam\s+ch\b|service-accounts\s+keys\s+create|\bacl\s+ch\b|AllUsers)/,
    why: 'it gives others access',
    kind: 'grants',
  },
  {
    programs: /^az$/,
    pattern:
      /(?:role\s+assignment\s+create|ad\s+sp\s+create-for-rbac|keyvault\s+set-policy|storage\s+container\s+set-permission|ad\s+app\s+credential\s+reset)/,
    why: 'it gives others access',
    kind: 'grants',
  },
  {
    programs: /^(?:kubectl|oc)$/,
    pattern: /create\s+(?:cluster)?rolebinding|adm\s+policy\s+add/,
    why: 'it gives others access',
    kind: 'grants',
  },
  { programs: /^(?:ssh-copy-id)$/, pattern: /./, why: 'it gives a key access to another machine', kind: 'grants' },
  {
    programs: /^(?:npm|pnpm)$/,
    pattern: /(?:^|\s)(?:owner\s+add|access\s+(?:grant|public|set)|token\s+create)/,
    why: 'it gives others access',
    kind: 'grants',
  },
  {
    programs: /^(?:ngrok|cloudflared|localtunnel|lt|bore|serveo)$/,
    pattern: /^(?!.*(?:--version|--help|\bversion\b))/,
    why: 'it opens this machine to the internet',
    kind: 'grants',
  },
  {
    programs: /^(?:useradd|adduser|usermod|visudo|new-localuser|add-localgroupmember)$/,
    pattern: /./,
    why: 'it changes accounts of this machine',
    kind: 'grants',
  },
  {
    programs: /^git$/,
    pattern:
      /(?:^|\s)(?:commit|push|merge|rebase|am)\b.*\s--no-verify(?=\s|$)|(?:^|\s)commit\b.*\s-[a-zA-Z]*n[a-zA-Z]*(?=\s|$)|core\.hookspath|(?:^|\s)config\s.*(?:gpg\.(?:program|ssh\.program|ssh\.allowedsignersfile)|commit\.gpgsign\s+false|core\.(?:fsmonitor|sshcommand|pager|editor)\s)/i,
    unless: /(?:^|\s)config\s+(?:--\w+\s+)*(?:--get|--list|-l|get|list)\b/,
    why: 'it turns checks of the repository off',
    kind: 'unguards',
  },
  {
    programs: /^(?:code|code-insiders|codium|cursor|windsurf)$/,
    pattern: /--uninstall-extension[= ]\S*lockside|--disable-extensions?\b|--disable-workspace-trust/i,
    why: 'it turns guards of the editor off',
    kind: 'unguards',
  },
  {
    programs: /^lockside$/,
    pattern: /(?:^|\s)(?:setup\s.*--undo|mcp\s+(?:setup|unwrap)?.*--undo)/,
    why: 'it takes Lockside out',
    kind: 'unguards',
  },
  {
    programs:
      /^(?:setenforce|csrutil|spctl|ufw|set-mppreference|auditctl|apparmor_parser|aa-disable|iptables|nft|netsh|set-executionpolicy)$/,
    pattern:
      /(?:^|\s)(?:0|disable|--master-disable|-DisableRealtimeMonitoring|-F|--flush|flush|-R|-D|reset|off|Unrestricted|Bypass)(?=\s|$)/i,
    why: 'it turns guards of the machine off',
    kind: 'unguards',
  },
];

/** Deleting that reaches beyond what a build makes. */
function fileHarm(program: string, args: readonly string[]): string | undefined {
  const rest = args.filter(arg => !/^-/.test(arg) && !/^\/[a-z]$/i.test(arg));
  const flags = args.filter(arg => /^(?:-|\/[a-z]$)/i.test(arg)).join(' ');
  const recursive = /(?:^|\s)-(?:[a-zA-Z]*[rR]|-recursive|recurse|rec)|\/s\b/i.test(flags);
  if (program === 'rm' || program === 'srm' || program === 'grm')
    return /--no-preserve-root/.test(flags) || (recursive && rest.some(reachesFar)) || rest.some(isWholeTop)
      ? `it deletes ${told(rest.find(reachesFar) ?? rest.find(isWholeTop) ?? 'everything')}`
      : undefined;
  if (
    /^(?:remove-item|ri|rd|rmdir|del|erase|trash|rimraf|shred)$/.test(program) &&
    (recursive || /^(?:rimraf|shred|trash)$/.test(program) || /\/q/i.test(flags))
  )
    return rest.some(reachesFar) ? `it deletes ${told(rest.find(reachesFar)!)}` : undefined;
  if (program === 'mv' && (rest.at(-1) === '/dev/null' || reachesTop(rest[0] ?? ''))) return 'it moves everything away';
  if (program === 'find' && /(?:^|\s)-delete\b|-exec(?:dir)?\s+(?:\S*\/)?(?:rm|shred|unlink)\b/.test(args.join(' ')))
    return rest.length > 0 && reachesTop(rest[0]!)
      ? `it deletes what lies in ${told(rest[0]!)}`
      : isUnfiltered(args)
        ? 'it deletes every file that it finds'
        : undefined;
  if (program === 'rsync' && /--delete/.test(flags) && rest.some(reachesTop))
    return 'it deletes whatever the source lacks';
  if (program === 'truncate' && rest.some(one => /^\/(?!tmp\/|dev\/null)/.test(one)))
    return 'it empties files of the system';
  return undefined;
}

function isUnfiltered(args: readonly string[]): boolean {
  return !args.some(arg =>
    /^-(?:i?name|i?path|i?regex|[acm](?:time|min)|newer\w*|size|empty|user|group|perm|wholename|iwholename)$/.test(arg),
  );
}

/** The root, a home, a drive, or all that lies in one of them. */
function reachesTop(path: string): boolean {
  const plain = path
    .replace(/[\\/]+/g, '/')
    .replace(/(.)\/+$/, '$1')
    .replace(/^(?:["'])|["']$/g, '');
  return /^(?:\/|~|~\w+|\/\uE001|~\/\uE001|~\/\.\uE001|[A-Za-z]:|[A-Za-z]:\/|[A-Za-z]:\/\uE001|\/(?:bin|boot|etc|home|lib|lib64|opt|root|sbin|srv|usr|var|Users|System|Library|Applications|mnt|media|data)(?:\/\uE001)?|\/(?:home|Users)\/[^/]+(?:\/\uE001)?|%USERPROFILE%|[A-Za-z]:\/(?:Users|Windows)(?:\/.*)?)$/i.test(
    plain.replaceAll('*', anyLetters),
  );
}

function isWholeTop(path: string): boolean {
  return /^(?:\/|~\/?|\/\uE001|~\/\uE001)$/.test(path.replaceAll('*', anyLetters));
}

/** What a build makes lies below the workspace and has a name; whatever else is deleted with its folders is asked about. */
function reachesFar(path: string): boolean {
  const plain = path
    .replace(/[\\/]+/g, '/')
    .replace(/(?!^)\/+$/, '')
    .replaceAll('*', anyLetters);
  if (plain === '' || reachesTop(plain)) return true;
  if (/^(?:\.\/?)?(?:\uE001|\.\uE001|\.\[\^?.*|\.|\.git(?:\/.*)?)$/.test(plain) || /^\.\/?$/.test(plain)) return true;
  if (/(?:^|\/)\.\.(?:\/|$)/.test(plain)) return true;
  if (/^(?:\/tmp|\/var\/tmp|\/private\/tmp|\/dev\/shm)\/./.test(plain))
    return /^\/(?:tmp|var\/tmp)\/\uE001$/.test(plain);
  if (/^(?:\/|~|[A-Za-z]:)/.test(plain)) return !/^~\/\.(?:cache|npm|gradle|m2)\/./.test(plain);
  return plain.startsWith(unknownText) || /^(?:\$|%)\w/.test(plain);
}

function told(path: string): string {
  const shown = path.replaceAll(anyLetters, '*').replaceAll(unknownText, '…').slice(0, 60);
  return shown === '~' ? 'your home' : shown === '/' ? 'the whole disk' : shown;
}

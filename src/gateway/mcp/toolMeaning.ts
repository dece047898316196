import type { Access } from '../../core/toolPermissions';

/** A leg of a toxic flow: what all three of in one session let an injected instruction carry private data away. */
export type Leg = 'private' | 'untrusted' | 'out';

/** What a tool's name says it does. A server's own hints count only where they make it stricter. */
export interface ToolMeaning {
  readonly access: Access;
  readonly legs: ReadonlySet<Leg>;
}

/** Reads a tool's name, and what its server says about it in a `tools/list`. */
export function toolMeaning(name: string, annotations: { readonly [hint: string]: unknown } = {}): ToolMeaning {
  const words = wordsOf(name);
  const legs = legsOf(words, name);
  if (annotations.openWorldHint === true) legs.add('untrusted');
  return { access: annotations.destructiveHint === true && destroys(words) ? 'delete' : accessOf(words), legs };
}

/** `deleteRepo`, `delete-repo` and `repo.delete` are the same words, in small letters. */
function wordsOf(name: string): readonly string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(word => word !== '')
    .map(word => word.replace(/^(un)(?=publish|share)/, ''));
}

const readers = set(
  'get list read search find fetch describe show view count status log diff lookup query check inspect',
);
const editors = set('edit update modify patch replace rename move set insert append add change put upsert');
const deleters = set(
  'delete drop remove destroy purge truncate wipe erase unlink rm terminate uninstall prune del rmdir decommission deprovision',
);
const sharers = set('share grant invite authorize publish promote permit');
const payers = set('pay transfer purchase buy refund charge withdraw payout');
/** These say what a tool is about; it is done where no verb says that it is only looked at. */
const shared = set('permission permissions collaborator collaborators acl invitation invitations role roles');
const paid = set('payment payments payout payouts transfer transfers order invoice');

function accessOf(words: readonly string[]): Access {
  const has = (all: ReadonlySet<string>) => words.some(word => all.has(word));
  if (destroys(words)) return 'delete';
  const looks = readers.has(words[0] ?? '');
  if (looks && !words.slice(1).some(word => sharers.has(word) || payers.has(word))) return 'read';
  if (has(sharers) || (!looks && has(shared))) return 'share';
  if (has(payers) || (!looks && has(paid))) return 'pay';
  if (looks) return 'read';
  return has(editors) ? 'edit' : 'write';
}

function destroys(words: readonly string[]): boolean {
  return words.some(word => deleters.has(word));
}

/** What only the person and those they trust can read. */
const privateThings = set(
  'file files directory repo repository code contents database db table sql mail email emails gmail inbox message messages calendar contact contacts drive document documents memory graph nodes secret secrets env clipboard notes entities customer customers record records rows profile',
);
const privateVerbs = set('read get search list open query find export dump select diff show log download fetch cat');

/** What strangers can write. */
const strangersThings = set(
  'issue issues comment comments web url page website browser browse http pr pull review reviews discussion discussions mail email emails gmail inbox tweet tweets post posts feed rss ticket tickets forum slack message messages snapshot navigate scrape crawl',
);
const strangersVerbs = set('fetch crawl scrape browse navigate');

const sendingVerbs = set(
  'send post publish upload push comment reply tweet email mail notify webhook submit share invite forward dispatch broadcast type fill evaluate',
);
const makingVerbs = set('create add update edit write make open merge');
/** Making one of these shows it to others. */
const sentThings = set(
  'issue issues comment comments pr pull gist review discussion message page post ticket branch release event',
);

function legsOf(words: readonly string[], name: string): Set<Leg> {
  const legs = new Set<Leg>();
  const has = (all: ReadonlySet<string>) => words.some(word => all.has(word));
  const looks = has(privateVerbs);
  if (looks && has(privateThings)) legs.add('private');
  if (has(strangersVerbs) || (looks && has(strangersThings)) || words.includes('browser')) legs.add('untrusted');
  const isLook = readers.has(words[0] ?? '');
  const makes = has(makingVerbs);
  if (!isLook && (has(sendingVerbs) || (makes && has(sentThings)))) legs.add('out');
  if (/^(?:create_or_update_file|push_files)$/.test(name)) legs.add('out');
  return legs;
}

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

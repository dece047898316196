import { printable } from '../../core/printable';
import type { Asker } from './ask';
import type { Handled } from './handled';
import { type Call, judgeCall, type Question } from './judgeCall';
import { errorText, type Id, idKey } from './message';
import type { McpParts, Wire } from './parts';
import { failureOf } from './redactMessage';
import { releasesOf, restoreArguments, restoresOf, type ValueRelease } from './restoreArguments';
import type { ToolList } from './toolList';

/** A call as the client has written it. */
export interface AskedCall {
  readonly raw: string;
  readonly value: unknown;
  readonly id: Id;
  readonly method: string;
  readonly call: Call;
  /** Sends it to the server, as it is or with values for its placeholders. */
  go(text: string): Promise<void>;
}

/** What stands before a server's tools: lets a call go, asks a person about it, or refuses it. */
export interface CallGate {
  pass(asked: AskedCall, wire: Wire): Promise<Handled>;
  /** The client gives up a call; false where it doesn't wait here. */
  cancel(id: Id): boolean;
}

export function createCallGate(parts: McpParts, asker: Asker, tools: ToolList): CallGate {
  const { server, tell } = parts;
  /** Calls that wait for a person, or for the list of tools; cancelled ones are taken out. */
  const held = new Set<string>();

  const hold = async ({ id, call }: AskedCall, wire: Wire, work: () => Promise<Handled>): Promise<void> => {
    const key = idKey(id);
    held.add(key);
    try {
      await (await work()).later;
    } catch (error) {
      if (held.has(key)) await wire.toClient(errorText(id, refusal(call, server, failureOf(error))));
    } finally {
      held.delete(key);
    }
  };

  const police = async (asked: AskedCall, wire: Wire): Promise<Handled> => {
    const { raw, value, id, method, call } = asked;
    const refuse = async (why: string): Promise<Handled> => {
      tell(refusal(call, server, unaddressed(why)));
      await wire.toClient(errorText(id, refusal(call, server, why)));
      return {};
    };
    const blocked = method === 'tools/call' ? tools.blocked(call.tool) : undefined;
    if (blocked !== undefined) return refuse(blocked);
    const verdict = judgeCall(call, parts);
    if (verdict.refused !== undefined) return refuse(verdict.refused);
    const releases = await releasesOf(raw, call, parts, tools.isClosed(), verdict.values);
    const record = (outcome: 'goes' | 'refused') => parts.guard.recordRestore(restoresOf(call.tool, releases, outcome));
    const keep = async (why: string): Promise<Handled> => {
      record('refused');
      return refuse(why);
    };
    const stopped = releases.find(({ action }) => action === 'block');
    if (stopped)
      return keep(`${stopped.entry.placeholder} stands for a value that may not go there (${stopped.reason})`);
    const questions = asker.open([...verdict.questions, ...valueQuestions(releases, call)]);
    const put = async (): Promise<Handled> => {
      const unrecorded = record('goes');
      if (unrecorded) return refuse(unrecorded.message);
      const released = new Set(releases.map(({ entry }) => entry));
      await asked.go(released.size === 0 ? raw : restoreArguments(raw, value, parts, released));
      return {};
    };
    if (questions.length === 0) return put();
    if (!asker.canAsk()) return keep(`${whyOf(questions)}. ${howToAllow}`);
    const later = hold(asked, wire, async () => {
      const granted = await asker.ask(questions, headOf(call, server), wire);
      if (!held.has(idKey(id))) return {};
      if (!granted) return keep(`${whyOf(questions)}, and it was not allowed`);
      return put();
    });
    return { later };
  };

  return {
    async pass(asked, wire) {
      const isUnknown = asked.method === 'tools/call' && tools.mustLookAgain(asked.call.tool);
      if (!isUnknown) return police(asked, wire);
      return { later: hold(asked, wire, () => tools.lookAgain(wire).then(() => police(asked, wire))) };
    },
    cancel: id => held.delete(idKey(id)),
  };
}

/** Without a rule that lets it, and without anybody to ask, this is what a person can do. */
const howToAllow =
  'This client can ask nobody. A person can allow it by a rule in "lockside.mcp.permissions" of the workspace\'s settings';

function headOf({ tool }: Call, server: string): string {
  return `${printable(tool.slice(0, 100))} of ${printable(server)}`;
}

function refusal(call: Call, server: string, why: string): string {
  return `Lockside refused ${headOf(call, server)}: ${printable(why)}.`;
}

/** A log is read by others than who was asked: whom something would have gone to is left out. */
function unaddressed(why: string): string {
  return why.replace(/[^\s,;@]{1,100}@/g, '…@');
}

function whyOf(questions: readonly Question[]): string {
  return questions.map(({ why }) => why).join('; ');
}

function valueQuestions(releases: readonly ValueRelease[], { tool }: Call): Question[] {
  return releases
    .filter(({ action }) => action === 'ask')
    .map(({ entry: { placeholder }, reason }) => ({
      key: `value ${placeholder} ${tool}`,
      why: `the real value of ${placeholder} would go into it (${reason})`,
    }));
}

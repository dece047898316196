/** A prompt of VS Code's chats with what went along. */
export interface Prompt {
  /** What the person wrote. */
  readonly words: string;
  readonly attachments: readonly Attachment[];
}

export interface Attachment {
  /** As it stands there: absolute, or a bare name. */
  readonly path: string;
  /**
   * `attached` by hand, or added by the editor itself: the `active` file, the file `around` a selection, or the `selection`.
   */
  readonly origin: 'attached' | 'active' | 'around' | 'selection';
  /** Set where it is a part of its file. */
  readonly excerpt: boolean;
  readonly text: string;
}

/**
 * Reads a message of the person as Copilot Chat writes it: `<attachment>`s, then `<userRequest>` (agents) or `<prompt>` (ask).
 * Undefined for any other message. Seen on the wire in VS Code 1.139.
 */
export function readPrompt(message: string): Prompt | undefined {
  const request = spoken(message, 'userRequest') ?? spoken(message, 'prompt');
  if (!request) return undefined;
  const opening = /<attachment\b([^>\n]{0,1000})>\n?/g;
  const opened = Array.from(message.slice(0, request.start).matchAll(opening)).slice(0, most);
  const attachments = opened.map((one, index) => {
    const start = one.index + one[0].length;
    const next = opened[index + 1]?.index ?? request.start;
    const closed = message.indexOf('</attachment>', start);
    return toAttachment(one[1] ?? '', message.slice(start, closed < 0 ? next : Math.min(next, closed)));
  });
  return { words: request.text, attachments };
}

const most = 200;

function spoken(message: string, tag: string): { readonly start: number; readonly text: string } | undefined {
  const start = message.lastIndexOf(`<${tag}>\n`);
  if (start < 0) return undefined;
  const from = start + tag.length + 2;
  const end = message.indexOf(`</${tag}>`, from);
  return { start, text: message.slice(from, end < 0 ? message.length : end).trim() };
}

/** The editor says in a line or two before the text itself what it is. */
function toAttachment(attributes: string, body: string): Attachment {
  const said = preamble.exec(body) as RegExpExecArray;
  const [all, automatic, excerpt, filepath] = said;
  const id = /\bfilePath="([^"]+)"/.exec(attributes)?.[1] ?? filepath ?? /\bid="([^"]+)"/.exec(attributes)?.[1] ?? '';
  return {
    path: id.replace(/^file:(?:\/\/)?/, ''),
    origin: automatic === undefined ? 'attached' : (origins[automatic] ?? 'active'),
    excerpt: excerpt !== undefined,
    text: body.slice(all.length),
  };
}

const preamble =
  /^(?:User's (active [^\n]{4,40}):\n)?(?:(Excerpt from) [^\n]{1,400}:\n)?(?:```[^\n]{0,40}\n)?(?:(?:\/\/|#|--|<!--|\/\*) ?filepath: ([^\n]{1,400}?)[ \t]*(?:-->|\*\/)?\r?\n)?/;

const origins: Readonly<Record<string, Attachment['origin']>> = {
  'active selection': 'selection',
  'active file for additional context': 'around',
};

import { StringDecoder } from 'node:string_decoder';
import { createSse } from '../framing/sse';
import { dataLines } from './reply';

/** One event of a stream. */
export interface ServerEvent {
  readonly raw: string;
  readonly name: string | undefined;
  /** Its data; undefined where it has none, such as a comment that keeps the connection open. */
  readonly data: string | undefined;
}

/** Reads a stream's events; one of more than `most` units is a RangeError. */
export async function* textsOfEvents(source: AsyncIterable<unknown>, most: number): AsyncGenerator<ServerEvent> {
  const sse = createSse();
  const decoder = new StringDecoder('utf8');
  for await (const chunk of source) {
    for (const { raw, data } of sse.push(decoder.write(chunk as Buffer))) yield { raw, data, name: nameOf(raw) };
    if (sse.rest().length > most) throw new RangeError('an event is too long');
  }
}

/** The same event with other data: its id, by which a stream is taken up again, its name and its time stay. */
export function rewriteEvent(raw: string, data: string): string {
  const lines = raw.split(/\r\n|\r|\n/).filter(line => line !== '' && !/^data(?::|$)/.test(line));
  return `${[...lines, dataLines(data)].join('\n')}\n\n`;
}

function nameOf(raw: string): string | undefined {
  return /(?:^|[\r\n])event: ?([^\r\n]*)/.exec(raw)?.[1];
}

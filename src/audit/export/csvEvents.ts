import type { EventWriter } from './eventWriter';

const columns = [
  ...['time', 'action', 'detector', 'destination', 'channel', 'client', 'writer', 'workspace', 'path', 'count'],
  ...['layer', 'reason', 'fingerprint', 'placeholder', 'id', 'restored'],
] as const;

/** RFC 4180 with a header line. */
export function csvEvents(): EventWriter {
  return {
    begin: () => `${columns.join(',')}\r\n`,
    event: ({ id, event }) => {
      const values: Readonly<Record<string, unknown>> = { ...event, id };
      return `${columns.map(column => cell(values[column])).join(',')}\r\n`;
    },
    end: () => '',
  };
}

/** What a spreadsheet would take for a formula gets an apostrophe before it, which spreadsheets read as "this is text". */
function cell(value: unknown): string {
  const text = value === undefined ? '' : String(value);
  const harmless = typeof value === 'string' && /^[\s\0]*[=+\-@\t\r|%]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) || harmless !== text ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

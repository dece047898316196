import { csvEvents } from './csvEvents';
import type { EventWriter } from './eventWriter';
import { ocsfEvents } from './ocsfEvents';
import { sarifEvents } from './sarifEvents';

/** The formats of files; OTLP goes to a collector, see `otlp/`. */
export const exportFormats = ['jsonl', 'csv', 'ocsf', 'sarif'] as const;

export type ExportFormat = (typeof exportFormats)[number];

/** What writes events in a format; `version` is Lockside's own. */
export function createEventWriter(format: ExportFormat, version: string): EventWriter {
  return { jsonl: jsonlEvents, csv: csvEvents, ocsf: () => ocsfEvents(version), sarif: () => sarifEvents(version) }[
    format
  ]();
}

/** The events as the trail has them, a line each, with what tells them apart. */
function jsonlEvents(): EventWriter {
  return {
    begin: () => '',
    event: ({ id, event }) => `${JSON.stringify({ id, ...event })}\n`,
    end: () => '',
  };
}

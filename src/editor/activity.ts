import * as vscode from 'vscode';
import type { AuditRecord, AuditSink } from '../core/model';
import type { Activity } from './parts';

const kept = 5000;

/** Starts the window's record of what went on. */
export function createActivity(trail: AuditSink): Activity {
  const records: AuditRecord[] = [];
  const emitter = new vscode.EventEmitter<void>();
  let telling = false;
  const tell = () => {
    if (!telling) queueMicrotask(flush);
    telling = true;
  };
  const flush = () => {
    telling = false;
    emitter.fire();
  };
  return {
    records,
    record(more) {
      records.push(...more);
      if (records.length > 2 * kept) records.splice(0, records.length - kept);
      tell();
      return trail(more);
    },
    guardedModels: [],
    lastPrompt: undefined,
    advice: [],
    hookCalls: 0,
    changed: () => emitter.fire(),
    onDidChange: emitter.event,
  };
}

import * as vscode from 'vscode';
import type { AuditRecord } from '../core/model';
import type { Activity } from './parts';

const kept = 5000;

/** Starts the window's record of what went on. */
export function createActivity(): Activity {
  const records: AuditRecord[] = [];
  const emitter = new vscode.EventEmitter<void>();
  return {
    records,
    record(record) {
      records.push(record);
      if (records.length > kept) records.splice(0, records.length - kept);
      emitter.fire();
    },
    guardedModels: [],
    lastPrompt: undefined,
    advice: [],
    hookCalls: 0,
    changed: () => emitter.fire(),
    onDidChange: emitter.event,
  };
}

import type * as vscode from 'vscode';

/** A task that runs some milliseconds after it was asked for. */
export interface Delayed extends vscode.Disposable {
  ask(): void;
}

/** Runs a task once nobody has asked for it for so long. */
export function debounce(task: () => void, milliseconds: number): Delayed {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    ask() {
      clearTimeout(timer);
      timer = setTimeout(task, milliseconds);
    },
    dispose: () => clearTimeout(timer),
  };
}

/** Runs a task so long after it was first asked for, once for all who asked meanwhile. */
export function throttle(task: () => void, milliseconds: number): Delayed {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    ask() {
      timer ??= setTimeout(() => {
        timer = undefined;
        task();
      }, milliseconds);
    },
    dispose: () => clearTimeout(timer),
  };
}

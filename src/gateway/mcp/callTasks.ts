import { type Json, objectOf } from '../json';
import type { Call } from './judgeCall';

/** The calls that have become tasks: they are answered under the tasks' ids. */
export interface CallTasks {
  /** The call whose result is asked for. */
  of(method: string, params: Json): Call | undefined;
  /** Looks whether a call's answer says that a task was made of it. */
  remember(result: unknown, call: Call): void;
}

export function createCallTasks(): CallTasks {
  const tasks = new Map<string, Call>();
  return {
    of: (method, { taskId }) =>
      method === 'tasks/result' && typeof taskId === 'string' ? tasks.get(taskId) : undefined,
    remember(result, call) {
      const { taskId } = objectOf(objectOf(result).task);
      if (typeof taskId !== 'string') return;
      tasks.set(taskId, call);
      if (tasks.size > mostTasks) tasks.delete(tasks.keys().next().value as string);
    },
  };
}

const mostTasks = 1000;

import { type Action, actions, type Destination } from './model';

/** Whether what goes there is only told to the person at this machine. */
export function isTold({ kind }: Destination): boolean {
  return kind === 'editor' || kind === 'report';
}

/** Whether the first action is stricter than the second. */
export function stricter(one: Action, other: Action): boolean {
  return actions.indexOf(one) > actions.indexOf(other);
}

/** Whether an action keeps a value from going out as it is: what is asked about stays until it is granted. */
export function holdsBack(action: Action): boolean {
  return action === 'redact' || action === 'ask' || action === 'block';
}

/** The strictest of some actions, `allow` for none. */
export function strictestOf(all: Iterable<Action>): Action {
  let result: Action = 'allow';
  for (const action of all) if (stricter(action, result)) result = action;
  return result;
}

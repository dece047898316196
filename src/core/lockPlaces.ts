/** Where the lock of a workspace lies relative to its root, and the texts that it was made of, each by its hash. */
export const lockPath = 'lockside.lock';
export const lockedFolder = '.lockside/locked';

/** CommonJS's own, the only way to read a module late and at once. */
declare function require(path: './index'): typeof import('./index');

/** All kinds that a column can have, by their detectors' ids. */
export function loadColumnKinds(): ReturnType<typeof import('./index').columnKinds> {
  return require('./index').columnKinds();
}

/** `findRecords` and its words, with names of people and columns, which the packages hold in a file of their own: read when a first text may hold records. */
export function loadRecords(): Pick<
  typeof import('./index'),
  'findRecords' | 'namesBeside' | 'personsInPairs' | 'recordWords'
> {
  return require('./index');
}

/** What the header of a table says, and how its rows are read; see there. */
export function loadTableReader(): Pick<typeof import('./index'), 'columnOf' | 'readRow'> {
  return require('./index');
}

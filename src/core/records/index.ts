export { namesBeside } from './beside';
export { columnKinds, columnOf } from './columns';
export { readRow } from './delimited';
export { findRecords, recordWords } from './findRecords';
export { personsInPairs } from './pairs';

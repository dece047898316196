export { columnKinds, columnOf } from './columns';
export { readRow } from './delimited';
export { findRecords } from './findRecords';

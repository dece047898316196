export { columnKinds } from './columns';
export { findRecords } from './findRecords';

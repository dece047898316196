export { findRecords } from './findRecords';

// The places until every importer names the new ones.
export * from '../project/advisoryBase';

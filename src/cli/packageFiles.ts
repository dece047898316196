export * from '../project/packageFiles';

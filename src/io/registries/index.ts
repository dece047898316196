export { createRegistries } from './askRegistries';

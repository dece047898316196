// What reads a team's rules stands in a file of its own in the packages, with the libraries that it takes: see `load.ts`.
export { readForeign } from './readForeign';
export { readSettingsRules } from './settingsRules';

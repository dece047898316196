/** What the packages hold in one file that is read at the first scan. */
export { findHiddenText } from './hidden/findHiddenText';
export { findHiddenMarkup } from './hidden/markup';
export { createLook, createLookFor } from './look';
export { type SampleTexts, sampleTexts } from './sampleTexts';
export { createScanner } from './scan';

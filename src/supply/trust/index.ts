export { createMentionWatcher } from '../mentions/createMentionWatcher';
export { guardInstall } from './guardInstall';
export { judgeImports } from './judgeImports';
export { judgeMentions } from './judgeMentions';
export { judgeTrust } from './judgeTrust';
export { type AnswerListener, listenForPackages } from './listenForPackages';
export { maliciousBy } from './maliciousBy';
export { judgeScripts } from './scriptSigns';

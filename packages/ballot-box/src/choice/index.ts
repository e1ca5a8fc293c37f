export { openChoice, type Opened } from './open';
export { sealChoice } from './seal';
export type { Choice } from './choice';

export { openChoice, type Opened } from './open';
export { sealChoice } from './seal';
export { isSealed, type Choice } from './choice';

export { evaluateAt, feelFunctions } from './evaluate';
export { plainText } from './plain-text';
export type { ElementRef, InstanceScope } from './evaluate';

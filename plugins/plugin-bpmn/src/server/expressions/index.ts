export { evaluateAt, feelFunctions } from './evaluate';
export type { ElementRef, InstanceScope } from './evaluate';

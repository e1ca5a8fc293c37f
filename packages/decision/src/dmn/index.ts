export { DmnError } from './errors';
export type { DmnCode, DmnData } from './errors';
export { evaluateDmn } from './evaluate';
export type { DmnProblem, DmnRequest, DmnResult } from './evaluate';
export type { DmnModel } from './model';
export { parseDmn } from './parse';

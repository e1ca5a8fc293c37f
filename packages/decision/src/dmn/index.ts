export { DmnError } from './errors';
export type { DmnCode, DmnData } from './errors';
export { evaluateDmn } from './evaluate';
export type { DmnProblem, DmnRequest, DmnResult } from './evaluate';
export type { DmnModel } from './model';
export { parseDmn } from './parse';
export { readDmnTables, type DmnTables } from './table-file';
export { writeDmnTable } from './write-table';

export { recordsWithFile } from './files';
export { lockFields, underCommand } from './guard';
export { readRecord, toJson } from './read';
export { rowOf, rowsOf } from './rows';

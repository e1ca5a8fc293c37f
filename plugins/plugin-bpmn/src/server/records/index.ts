export { lockFields, underCommand } from './guard';
export { readRecord, toJson } from './read';

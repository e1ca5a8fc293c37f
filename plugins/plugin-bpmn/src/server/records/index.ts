export { fieldsOf } from './fields';
export { recordsWithFile } from './files';
export { ownedCollectionsOf } from './owned';
export { keepFieldsInUse } from './keep-fields';
export { lockFields, underCommand } from './guard';
export { mustNotBeLocked, type RecordLock, recordLocksOf } from './locks';
export { readRecord, toJson } from './read';
export { recordsOf } from './records-of';
export { rowOf, rowsOf } from './rows';

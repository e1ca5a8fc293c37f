export { archiveActivity, INDEX_COLUMNS, readArchiveConfig } from './activity';
export { archiveUnchanged } from './audit';
export { frozenRecords } from './frozen';

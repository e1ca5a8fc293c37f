export { archiveActivity, INDEX_COLUMNS, readArchiveConfig } from './activity';
export { archiveUnchanged } from './audit';
export { digestFilesOfEarlierArchives } from './earlier-archives';
export { fileStoreOf, type FileStore } from './file-bytes';
export { frozenRecords } from './frozen';

export { keepActivity, readKeepConfig } from './activity';
export { addRowToRecord, clearRowsOfRecord, writeToRecord } from './write';

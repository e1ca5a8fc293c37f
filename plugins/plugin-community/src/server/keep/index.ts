export { keepActivity, readKeepConfig } from './activity';
export { replaceRowsOfRecord, writeToRecord } from './write';

export { keepActivity, readKeepConfig } from './activity';
export { writeToRecord } from './write';

export { keepInCallerActivity, readKeepInCallerConfig } from './activity';

export { holdersActivity, readHoldersConfig } from './activity';

export { ownCaseActivity, readOwnCaseConfig } from './activity';

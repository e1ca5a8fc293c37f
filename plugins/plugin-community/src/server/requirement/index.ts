export { readRequirements, requirementActivity } from './activity';

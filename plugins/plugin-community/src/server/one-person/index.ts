export { onePersonActivity, readOnePersonConfig } from './activity';

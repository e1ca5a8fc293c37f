export { deriveActivity, readDeriveConfig } from './activity';

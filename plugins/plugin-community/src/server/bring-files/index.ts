export { bringFilesActivity, readBringFilesConfig } from './activity';

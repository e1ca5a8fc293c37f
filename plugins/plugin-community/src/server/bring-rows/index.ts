export { bringRowsActivity, readBringRowsConfig } from './activity';

export type * from './rows';
export { tables } from './tables';

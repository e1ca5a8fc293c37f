export { insertMany } from './batches';
export type * from './rows';
export { tables } from './tables';
export { columnIn, places, readUnlogged, tableIn, writeUnlogged } from './unlogged';

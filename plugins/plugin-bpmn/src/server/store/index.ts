export type * from './rows';
export { InstanceSession } from './instance-session';
export { enclosingPlanes, MAIN_PLANE, planeOf } from './planes';
export { onConnection, prepareSqlite } from './sqlite';
export { isSqlite, type ReadTx, Table } from './table';
export { tables } from './tables';
export { inReadTransaction, inWriteTransaction } from './write-transaction';
export { visibleVariables } from './visible-variables';
export { type Due, mostUrgentCalled, mostUrgentTask } from './urgent';

/** Rows as they stand in our tables. Instants are milliseconds; a missing value is `null`. */
export type * from './definitions';
export type * from './instances';
export type * from './tasks';
export type * from './migrations';
export type * from './work';

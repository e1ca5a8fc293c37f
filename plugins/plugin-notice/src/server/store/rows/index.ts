/** Rows as they are stored. Times are milliseconds, days ISO days of the place. */
export type * from './notices';
export type * from './boards';
export type * from './objections';
export type * from './opinions';
export type * from './disclosures';
export type * from './wall';
export type * from './journal';

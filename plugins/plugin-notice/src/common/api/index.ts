/**
 * What the HTTP actions of plugin-notice take and give. Times are milliseconds, days ISO days of the place, ids text. A refusal answers with its
 * status and `errors: [{ code, message, data }]` in the reader's language.
 */
export type * from './check';
export type * from './content';
export type * from './disclosures';
export type * from './journal-line';
export type * from './kinds';
export type * from './notices';
export type * from './objections';
export type * from './opinions';
export type * from './wall';
export type * from './words';

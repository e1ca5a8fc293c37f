/**
 * What the HTTP actions of plugin-ballot take and give. Times are milliseconds, days ISO days of the place, ids text. A refusal answers with its
 * status and `errors: [{ code, message, data }]` in the reader's language.
 */
export type * from './attendance';
export type * from './counts';
export type * from './meetings';
export type * from './motions';
export type * from './rolls';
export type * from './rules';
export type * from './secret';
export type * from './words';

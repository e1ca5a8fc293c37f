/**
 * What the HTTP actions of plugin-bpmn take and give: the one description that the server answers with and the client
 * reads. Instants are milliseconds since 1970 (numbers); local dates are `YYYY-MM-DD`. Ids are strings.
 *
 * GET actions take their input as query parameters (`filterByTk` where a row is meant), POST actions as JSON body.
 */

// what the holder may read and write; compiled when the version was published, enforced by the server
export type { FormContract } from '../form';
export type * from './administration';
export type * from './calendars';
export type * from './comparison';
export type * from './data-starts';
export type * from './decisions';
export type * from './designer';
export type * from './home';
export type * from './incidents';
export type * from './instances';
export type * from './migration';
export type * from './packs';
export type * from './parameters';
export type * from './rights';
export type * from './setting-changes';
export type * from './stand-ins';
export type * from './tasks';
export type * from './try-outs';
export type * from './words';

export { GENERATED_ON, noticeOf } from './notices';
export { KINDS, measure } from './measure';
export type { Measurement } from './measure';

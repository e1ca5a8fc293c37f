export { check, DEFAULT_FIELD_CLASSES } from './check';
export type { CheckOptions } from './check';
export { redact, replacementsOf } from './redact';

export { builtInInvariants } from './invariants';
export { invariantsOf } from './registry';
export { auditText } from './report';
export type { AuditedCase, BrokenRow, CaseInvariant, DatabaseInvariant, Invariant } from './types';
export { type AuditReport, verifyDatabase } from './verify';

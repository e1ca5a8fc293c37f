export { isAdministrator } from '../runtime/administrators';
export { administratorKeys } from './administrators';
export { holdersOf } from './holders';
export { assigneeKindViews } from './kind-views';
export { assigneeKinds, type AssigneeKinds } from './registry';
export { findAssignmentProblems } from './check';
export { isBarred } from './keys';
export { labelsOf, peopleOf } from './people';
export { findPeople, findRolesOf } from './store';
export { resolveAssignment } from './resolve';
export { groupKeysOf } from './reader-keys';
export { mayAct, mayActWith } from './may-act';
export type {
  AssigneeChoice,
  AssigneeKind,
  AssignmentContext,
  AssignmentReason,
  AssignmentRequest,
  AssignmentSettings,
  GroupKey,
  HeldTask,
  MayAct,
  ReaderKeys,
  ResolvedAssignment,
  WhenNobody,
  WhenStarter,
} from './types';

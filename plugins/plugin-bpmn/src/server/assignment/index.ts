export { administratorKeys, isAdministrator } from './administrators';
export { assigneeKinds, type AssigneeKinds } from './registry';
export { labelsOf, peopleOf } from './people';
export { resolveAssignment } from './resolve';
export { groupKeysOf } from './reader-keys';
export { mayAct } from './may-act';
export type {
  AssigneeKind,
  AssignmentContext,
  AssignmentReason,
  AssignmentRequest,
  GroupKey,
  HeldTask,
  MayAct,
  ReaderKeys,
  ResolvedAssignment,
  WhenNobody,
  WhenStarter,
} from './types';

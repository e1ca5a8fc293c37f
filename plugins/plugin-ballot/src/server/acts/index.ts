export { act, actOnMotion, LockedMeeting } from './locked-meeting';
export { isFor, mayDo } from './may';
export { type ActName } from './table';

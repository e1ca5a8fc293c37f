export { staffOf } from './asked-staff';
export { act, assertMay, changeNotice, LockedNotice } from './locked-notice';
export { lockNotice } from './lock-notice';
export { mayDo } from './may';
export { mustSee, type SeenNotice } from './see';

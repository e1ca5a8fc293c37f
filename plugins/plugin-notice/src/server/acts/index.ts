export { act, assertMay, changeNotice, LockedNotice } from './locked-notice';
export { mayDo } from './may';
export { mustSee, type SeenNotice } from './see';

export { act, assertMay, changeNotice, LockedNotice, lockNotice } from './locked-notice';
export { mayDo } from './may';
export { mustSee, type SeenNotice } from './see';

export { confirmNumbers, saveMeetingType, saveRule } from './change';
export { isReady, meetingTypeOf, ruleOf, rulesOf, titleOf } from './find';
export { listMeetingTypes, listRules } from './list';
export { seedRules } from './seed';

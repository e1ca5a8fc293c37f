export { confirmNumbers, saveMeetingType, saveRule } from './change';
export { firstReady, isReady, meetingTypeOf, ordinaryRuleOf, ruleOf, rulesOf, titleOf } from './find';
export { listMeetingTypes, listRules } from './list';
export { seedRules } from './seed';

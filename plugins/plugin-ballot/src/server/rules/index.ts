export { confirmNumbers, createMeetingType, createRule, saveMeetingType, saveRule } from './change';
export { firstReady, isReady, meetingTypeOf, ordinaryRuleOf, ruleOf, rulesOf, titleOf } from './find';
export { givenKey } from './given-keys';
export { listMeetingTypes, listRules } from './list';
export { digestOf, seedRules } from './seed';

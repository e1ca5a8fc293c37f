export { MotionResult } from './MotionResult';
export { RuleWords } from './RuleWords';
export { RulesProvider, useRule, useRules } from './RulesProvider';

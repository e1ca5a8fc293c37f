import { refuseExpressions } from './no-expressions';
import { registerRules } from './rules';

export { type InvalidField, type Values } from './submission';
export { type SubmissionInput, validateSubmission } from './validate-submission';

// whoever reaches the validation through this door finds Formily without an expression compiler and with our rules
refuseExpressions();
registerRules();

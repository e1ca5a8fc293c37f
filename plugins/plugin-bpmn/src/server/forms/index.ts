export { readCollections } from './collections';
export { type CompiledForm, compileForm } from './compile';
export { type FreezeResult, freezeForm, type FrozenForm, isIntact, tryFreezeForm } from './freeze';
export { optionsFor, type OptionsQuery } from './options';
export type { FormProblem, FormReason } from './problems';
export { readForTask, type RecordRead } from './read-plan';
export { checkReferences, type ReferencesInput } from './references';
export { type InvalidField, type SubmissionInput, validateSubmission, type Values } from './validate';
export { planRecordWrite, type RecordWrite } from './write-plan';

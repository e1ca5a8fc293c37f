export type * from './contract';
export { CodedError } from './errors';
export { elementsOf, findElement, findFlow, findProcess, flowsOf } from './graph';
export type * from './graph';
export {
  parseDefinitions,
  ParseError,
  MAX_BYTES,
  MAX_DEPTH,
  MAX_ELEMENTS,
  type ModdleElement,
  type ParseErrorCode,
} from './parse';
/** The meta-model of the `wuxin:` extension, for whatever else reads or draws our files with bpmn-moddle. */
export { default as wuxinDescriptor } from './moddle/wuxin.json';
export { compile, type Compiled, type CompileOptions, type Problem, type ProblemCode, type ProblemSeverity } from './compile';
export {
  apply,
  CommandError,
  DEFAULT_MAX_STEPS,
  GraphMismatchError,
  MAX_INSTANCES,
  type CommandErrorCode,
  type IncidentCode,
} from './interpret';
export { rescheduleStart, scheduleStart, startTriggers, type StartTrigger } from './start';
export type { Schedule } from './time';
export { MemoryHost, type MemoryHostOptions } from './host';
export { StoredInstance, type Caller, type Incident, type Work } from './host';
export {
  checkMapping,
  migrate,
  planMigration,
  possibleTargets,
  proposeFlows,
  proposeMapping,
  type Migration,
  type MigrationMapping,
  type MigrationOptions,
  type MigrationPlan,
  type MigrationReason,
  type MigrationReasonCode,
  type MovedToken,
  type PairProblem,
  type PairProblemCode,
  type ProposedMapping,
} from './migration';
export { incidentMessage, messageFor, problemMessage, type Locale } from './messages';

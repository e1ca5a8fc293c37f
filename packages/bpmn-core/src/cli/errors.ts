import { CodedError } from '../errors';

export type ScenarioErrorCode =
  | 'folderMissing'
  | 'folderUnreadable'
  | 'scenariosMissing'
  | 'scenariosNotJson'
  | 'scenariosNotList'
  | 'scenarioInvalid'
  | 'stepUnknown';

/** A folder of scenarios that cannot be used; what goes wrong inside a scenario is a failure of that scenario. */
export class ScenarioError extends CodedError<ScenarioErrorCode> {}

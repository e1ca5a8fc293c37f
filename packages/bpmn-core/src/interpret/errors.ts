import type { Json } from '../contract';
import { CodedError } from '../errors';

export type CommandErrorCode =
  | 'instanceEnded'
  | 'instanceStarted'
  | 'processUnknown'
  | 'startEventUnknown'
  | 'startEventNeeded'
  | 'tokenUnknown'
  | 'tokenNotFailed'
  | 'activityNotWaiting'
  | 'subscriptionUnknown'
  | 'subscriptionOtherKind'
  | 'timerNotDue'
  | 'moveNothing'
  | 'moveAcrossScopes'
  | 'moveTargetUnknown'
  | 'moveTargetOutside'
  | 'moveTargetUnsuitable'
  | 'moveNotPossible'
  | 'notAnInstance'
  | 'loopOverNoList'
  | 'instancesTooMany'
  | 'lastInstance';

/** The command is not allowed in this state; nothing has changed. */
export class CommandError extends CodedError<CommandErrorCode> {}

export type IncidentCode =
  | 'expressionFailed'
  | 'scriptFailed'
  | 'conditionUnknown'
  | 'conditionNotBoolean'
  | 'noFlowChosen'
  | 'collectionNotList'
  | 'cardinalityInvalid'
  | 'tooManyInstances'
  | 'timerInvalid'
  | 'correlationKeyMissing'
  | 'nameInvalid'
  | 'errorUncaught'
  | 'tooManySteps'
  | 'joinStuck';

/** A step cannot be done now: its token fails, everything else goes on. Never leaves `apply`. */
export class StepFailure extends Error {
  constructor(
    readonly code: IncidentCode,
    readonly data: Readonly<Record<string, Json>> = {},
  ) {
    super(code);
  }
}

/** The graph does not fit the rows, e.g. an element that a token stands at is not in this version. A mistake of the host. */
export class GraphMismatchError extends CodedError<'elementMissing' | 'kindUnknown'> {}

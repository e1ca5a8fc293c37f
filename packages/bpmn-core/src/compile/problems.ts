export type ProblemSeverity = 'error' | 'warning';

/** Something that is wrong with a file, at one element. Texts in both languages: `problemMessage`. */
export interface Problem {
  readonly code: ProblemCode;
  readonly elementId: string | null;
  readonly elementName: string | null;
  readonly severity: ProblemSeverity;
  readonly data: Readonly<Record<string, string | number>>;
}

export type ProblemCode =
  | 'processMissing'
  | 'processEmpty'
  | 'idMissing'
  | 'idDuplicate'
  | 'elementUnsupported'
  | 'elementUnreachable'
  | 'flowDangling'
  | 'flowCrossesScope'
  | 'conditionMissing'
  | 'conditionIgnored'
  | 'defaultFlowHasCondition'
  | 'defaultFlowForeign'
  | 'noDefaultFlow'
  | 'expressionNotFeel'
  | 'expressionInvalid'
  | 'scopeWithoutStart'
  | 'startAmbiguous'
  | 'startHasIncoming'
  | 'startNotPlain'
  | 'endHasOutgoing'
  | 'scriptMissing'
  | 'messageMissing'
  | 'signalMissing'
  | 'codeMissing'
  | 'calledElementMissing'
  | 'timerMissing'
  | 'timerInvalid'
  | 'eventConditionMissing'
  | 'eventDefinitionMissing'
  | 'eventDefinitionUnsupported'
  | 'linkNameMissing'
  | 'linkTargetMissing'
  | 'linkTargetAmbiguous'
  | 'cancelOutsideTransaction'
  | 'cancelNotCaught'
  | 'compensationTargetMissing'
  | 'eventGatewayTooFewEvents'
  | 'eventGatewayTarget'
  | 'eventSubProcessConnected'
  | 'eventSubProcessStart'
  | 'boundaryDetached'
  | 'boundaryHasIncoming'
  | 'boundaryWithoutFlow'
  | 'boundaryMustInterrupt'
  | 'boundaryOnHandler'
  | 'compensationHandlerMissing'
  | 'compensationHandlerConnected'
  | 'compensationHandlerUnused'
  | 'loopEndless'
  | 'multiInstanceWithoutCount'
  | 'mappingIncomplete'
  | 'checkConditionMissing'
  | 'checkMessageMissing'
  | 'languageUnknown'
  | 'zoneUnknown'
  | 'graphTooComplex';

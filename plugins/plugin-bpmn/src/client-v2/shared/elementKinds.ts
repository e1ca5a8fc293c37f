import type { TextKey } from '../i18n';

/** Kinds of elements in plain words; by the name of the type without its prefix. */
export const ELEMENT_KIND_TEXT = {
  startEvent: 'kind.start',
  endEvent: 'kind.end',
  intermediateCatchEvent: 'kind.wait',
  intermediateThrowEvent: 'kind.event',
  boundaryEvent: 'kind.boundary',
  task: 'kind.task',
  userTask: 'kind.userTask',
  manualTask: 'kind.manualTask',
  serviceTask: 'kind.automatic',
  scriptTask: 'kind.automatic',
  businessRuleTask: 'kind.decision',
  sendTask: 'kind.automatic',
  receiveTask: 'kind.wait',
  callActivity: 'kind.call',
  subProcess: 'kind.subProcess',
  transaction: 'kind.subProcess',
  adHocSubProcess: 'kind.subProcess',
  exclusiveGateway: 'kind.choice',
  inclusiveGateway: 'kind.choice',
  parallelGateway: 'kind.parallel',
  eventBasedGateway: 'kind.wait',
  complexGateway: 'kind.choice',
} as const satisfies Readonly<Record<string, TextKey>>;

import type { TextKey } from '../i18n';
import type { ElementKind } from './outline';

/** Kinds of elements in plain words. */
export const KIND_TEXT: Record<ElementKind, TextKey> = {
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
};

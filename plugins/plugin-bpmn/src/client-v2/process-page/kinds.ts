import type { TextKey } from '../i18n';
import type { ElementKind } from './outline';

/** Kinds of elements in plain words. */
export const KIND_TEXT: Record<ElementKind, TextKey> = {
  startEvent: 'element.start',
  endEvent: 'element.end',
  intermediateCatchEvent: 'element.wait',
  intermediateThrowEvent: 'element.event',
  boundaryEvent: 'element.boundary',
  task: 'element.task',
  userTask: 'element.userTask',
  manualTask: 'element.manualTask',
  serviceTask: 'element.automatic',
  scriptTask: 'element.automatic',
  businessRuleTask: 'element.decision',
  sendTask: 'element.automatic',
  receiveTask: 'element.wait',
  callActivity: 'element.call',
  subProcess: 'element.subProcess',
  transaction: 'element.subProcess',
  adHocSubProcess: 'element.subProcess',
  exclusiveGateway: 'element.choice',
  inclusiveGateway: 'element.choice',
  parallelGateway: 'element.parallel',
  eventBasedGateway: 'element.wait',
  complexGateway: 'element.choice',
};

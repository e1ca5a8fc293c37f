import type { MenuWords } from '../contract';
import type { ElementFactory, Factory, Shape } from './services';

/** A step of people as most begin: with one way to end it, which can be renamed and added to. */
export function newUserTask(elementFactory: ElementFactory, bpmnFactory: Factory, words: MenuWords): Shape {
  const outcome = bpmnFactory.create('wuxin:Outcome', { key: 'complete', name: words.outcome, kind: 'primary' });
  const extensionElements = bpmnFactory.create('bpmn:ExtensionElements', { values: [outcome] });
  const businessObject = bpmnFactory.create('bpmn:UserTask', { extensionElements });
  Object.assign(outcome, { $parent: extensionElements });
  Object.assign(extensionElements, { $parent: businessObject });
  return elementFactory.createShape({ type: 'bpmn:UserTask', businessObject });
}

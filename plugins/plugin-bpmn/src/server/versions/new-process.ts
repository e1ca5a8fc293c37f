import { textOf, type Locale } from '../runtime/texts';

export interface NewProcess {
  readonly key: string;
  readonly name: string;
  readonly recordCollection?: string;
  /** Of the names of its first elements. */
  readonly locale: Locale;
}

const SPACES = [
  'xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"',
  'xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"',
  'xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"',
  'xmlns:di="http://www.omg.org/spec/DD/20100524/DI"',
  'xmlns:wuxin="urn:wuxin:bpmn:1"',
].join(' ');

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '');

/** The smallest drawing that runs: its starter does the one step there is, and the case ends. */
export function newProcessXml({ key, name, recordCollection, locale }: NewProcess): string {
  const word = (part: 'start' | 'step' | 'outcome' | 'end') => escaped(textOf(locale, `designer.new.${part}`));
  const record = recordCollection === undefined ? '' : ` wuxin:recordCollection="${escaped(recordCollection)}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions ${SPACES} id="definitions" targetNamespace="urn:wuxin:drawn">
  <bpmn:process id="${key}" name="${escaped(name)}" isExecutable="true"${record}>
    <bpmn:startEvent id="start" name="${word('start')}"><bpmn:outgoing>toStep</bpmn:outgoing></bpmn:startEvent>
    <bpmn:userTask id="step" name="${word('step')}">
      <bpmn:extensionElements><wuxin:assignment kind="starter" /><wuxin:outcome key="complete" name="${word('outcome')}" kind="primary" /></bpmn:extensionElements>
      <bpmn:incoming>toStep</bpmn:incoming>
      <bpmn:outgoing>toEnd</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:endEvent id="end" name="${word('end')}"><bpmn:incoming>toEnd</bpmn:incoming></bpmn:endEvent>
    <bpmn:sequenceFlow id="toStep" sourceRef="start" targetRef="step" />
    <bpmn:sequenceFlow id="toEnd" sourceRef="step" targetRef="end" />
  </bpmn:process>
  <bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="${key}">
    <bpmndi:BPMNShape id="start_di" bpmnElement="start"><dc:Bounds x="160" y="182" width="36" height="36" /></bpmndi:BPMNShape>
    <bpmndi:BPMNShape id="step_di" bpmnElement="step"><dc:Bounds x="260" y="160" width="100" height="80" /></bpmndi:BPMNShape>
    <bpmndi:BPMNShape id="end_di" bpmnElement="end"><dc:Bounds x="424" y="182" width="36" height="36" /></bpmndi:BPMNShape>
    <bpmndi:BPMNEdge id="toStep_di" bpmnElement="toStep"><di:waypoint x="196" y="200" /><di:waypoint x="260" y="200" /></bpmndi:BPMNEdge>
    <bpmndi:BPMNEdge id="toEnd_di" bpmnElement="toEnd"><di:waypoint x="360" y="200" /><di:waypoint x="424" y="200" /></bpmndi:BPMNEdge>
  </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>
`;
}

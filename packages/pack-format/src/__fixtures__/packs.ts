import type { Json } from '../json';
import type { Pack } from '../pack';

/** A drawing: each line of `inside` is an element, each of `drawn` what is drawn. */
export const drawing = (inside: readonly string[], drawn: readonly string[] = []): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:wuxin="urn:wuxin:bpmn:1" id="defs" targetNamespace="urn:test">
  <bpmn:process id="covenant" isExecutable="true">
    ${inside.join('\n    ')}
  </bpmn:process>
  <bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="covenant">
    ${drawn.join('\n    ')}
  </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>`;

export const task = (id: string, deadline = '5', name = id): string =>
  `<bpmn:userTask id="${id}" name="${name}"><bpmn:extensionElements><wuxin:deadline amount="${deadline}" unit="workingDays" /></bpmn:extensionElements></bpmn:userTask>`;
export const flow = (id: string, from: string, to: string): string =>
  `<bpmn:sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}" />`;
export const shape = (of: string, x = 0): string =>
  `<bpmndi:BPMNShape id="${of}_di" bpmnElement="${of}"><dc:Bounds x="${x}" y="0" width="100" height="80" /></bpmndi:BPMNShape>`;
export const edge = (of: string, ...points: number[]): string =>
  `<bpmndi:BPMNEdge id="${of}_di" bpmnElement="${of}">${points.map((x) => `<di:waypoint x="${x}" y="0" />`).join('')}</bpmndi:BPMNEdge>`;

export function packOf(over: Partial<Omit<Pack, 'manifest'>> & { readonly manifest?: Partial<Pack['manifest']> } = {}): Pack {
  return {
    process: drawing([task('draft'), task('review'), flow('f1', 'draft', 'review')]),
    parts: {},
    files: {},
    ...over,
    manifest: {
      schema: 1,
      key: 'covenant',
      name: '居民公约',
      nameEn: 'Covenant',
      recordCollection: 'covenants',
      calls: [],
      activityTypes: [],
      ...over.manifest,
    },
  };
}

export const withPart = (folder: string, name: string, value: Json): Pack => packOf({ parts: { [folder]: { [name]: value } } });

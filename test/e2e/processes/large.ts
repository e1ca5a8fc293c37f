const COLUMNS = 20;
const STEP = { x: 160, y: 140 } as const;
const SIZE = { width: 100, height: 80 } as const;

const placeOf = (index: number) => ({ x: 160 + (index % COLUMNS) * STEP.x, y: 100 + Math.floor(index / COLUMNS) * STEP.y });

/** A process of this many elements in a row that turns at the edge, each but first and last a step of people. */
export function largeProcess(key: string, count: number): string {
  const ids = Array.from({ length: count }, (_, index) => `n${index}`);
  const node = (id: string, index: number) => {
    if (index === 0) return `<bpmn:startEvent id="${id}" name="开始" />`;
    if (index === count - 1) return `<bpmn:endEvent id="${id}" name="结束" />`;
    return `<bpmn:userTask id="${id}" name="环节 ${index}"><bpmn:extensionElements><wuxin:assignment kind="starter" /><wuxin:outcome key="done" name="办结" kind="primary" /></bpmn:extensionElements></bpmn:userTask>`;
  };
  const flow = (index: number) => `<bpmn:sequenceFlow id="f${index}" sourceRef="n${index}" targetRef="n${index + 1}" />`;
  const shape = (id: string, index: number) => {
    const { x, y } = placeOf(index);
    const isEvent = index === 0 || index === count - 1;
    const box = isEvent
      ? `x="${x + 32}" y="${y + 22}" width="36" height="36"`
      : `x="${x}" y="${y}" width="${SIZE.width}" height="${SIZE.height}"`;
    return `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}"><dc:Bounds ${box} /></bpmndi:BPMNShape>`;
  };
  const edge = (index: number) => {
    const [from, to] = [placeOf(index), placeOf(index + 1)];
    const points = [from, to].map(({ x, y }) => `<di:waypoint x="${x + SIZE.width / 2}" y="${y + SIZE.height / 2}" />`);
    return `<bpmndi:BPMNEdge id="f${index}_di" bpmnElement="f${index}">${points.join('')}</bpmndi:BPMNEdge>`;
  };
  const flows = ids.slice(1).map((_, index) => index);
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:wuxin="urn:wuxin:bpmn:1" id="definitions" targetNamespace="urn:test">
<bpmn:process id="${key}" name="大流程 ${count}" isExecutable="true">${ids.map(node).join('')}${flows.map(flow).join('')}</bpmn:process>
<bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="${key}">${ids.map(shape).join('')}${flows.map(edge).join('')}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>`;
}

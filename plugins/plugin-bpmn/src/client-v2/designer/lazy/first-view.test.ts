import { Drawing } from '../__fixtures__/drawing';
import { firstView, roomOf } from './first-view';

const WINDOW = { width: 1000, height: 600 };

/** An event and a line that goes around below and to the left of it. */
const DRAWN = `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"
  xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" id="d" targetNamespace="urn:test">
  <bpmn:process id="p"><bpmn:startEvent id="begin" /><bpmn:task id="t" /><bpmn:sequenceFlow id="f" sourceRef="begin" targetRef="t" /></bpmn:process>
  <bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="p">
    <bpmndi:BPMNShape id="begin_di" bpmnElement="begin"><dc:Bounds x="200" y="80" width="36" height="36" /></bpmndi:BPMNShape>
    <bpmndi:BPMNShape id="t_di" bpmnElement="t"><dc:Bounds x="300" y="60" width="100" height="80" /></bpmndi:BPMNShape>
    <bpmndi:BPMNEdge id="f_di" bpmnElement="f"><di:waypoint x="160" y="98" /><di:waypoint x="350" y="400" /></bpmndi:BPMNEdge>
  </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>`;

it('knows the room of a drawing from its file, lines included', async () => {
  const room = roomOf((await Drawing.read(DRAWN)).definitions);

  expect(room).toEqual({ x: 160, y: 60, width: 240, height: 340 });
});

it('knows that nothing is drawn', async () => {
  const xml = '<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="urn:test" />';

  expect(roomOf((await Drawing.read(xml)).definitions)).toBeUndefined();
});

it('shows all of a process that can be read as a whole, in the middle and never blown up', () => {
  expect(firstView({ x: 100, y: 100, width: 200, height: 100 }, WINDOW)).toEqual({ x: -300, y: -150, width: 1000, height: 600 });
  expect(firstView({ x: 0, y: 0, width: 1250, height: 100 }, WINDOW)).toEqual({ x: 0, y: -325, width: 1250, height: 750 });
});

it('shows where a larger one begins, in readable size beside the palette', () => {
  const { x, y, width } = firstView({ x: 100, y: 50, width: 3230, height: 920 }, WINDOW);

  expect(width).toBeCloseTo(1000 / 0.72);
  expect([Math.round(x), Math.round(y)]).toEqual([-81, 22]);
});

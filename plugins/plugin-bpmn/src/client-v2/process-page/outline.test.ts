import { outlineOf } from './outline';

const wrap = (body: string) =>
  `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"><bpmn:process id="p">${body}</bpmn:process></bpmn:definitions>`;

const XML = wrap(`
  <bpmn:endEvent id="end" name="published"/>
  <bpmn:userTask id="review" name="review"/>
  <bpmn:exclusiveGateway id="fork"/>
  <bpmn:startEvent id="start" name="begin"/>
  <bpmn:subProcess id="vote" name="vote"><bpmn:userTask id="count" name="count"/></bpmn:subProcess>
  <bpmn:boundaryEvent id="late" name="late" attachedToRef="review"/>
  <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="review"/>
  <bpmn:sequenceFlow id="f2" sourceRef="review" targetRef="fork"/>
  <bpmn:sequenceFlow id="f3" sourceRef="fork" targetRef="vote"/>
  <bpmn:sequenceFlow id="f4" sourceRef="vote" targetRef="end"/>`);

describe('outlineOf', () => {
  it('lists named elements along the flows, inner ones deeper', () => {
    const items = outlineOf(XML, {
      passed: { start: 1, review: 2 },
      current: [{ elementId: 'count', count: 1, hasIncident: false }],
    });

    expect(items.map(({ elementId, state, depth, times }) => [elementId, state, depth, times])).toEqual([
      ['start', 'passed', 0, 1],
      ['review', 'passed', 0, 2],
      ['late', 'ahead', 0, 0],
      ['vote', 'ahead', 0, 0],
      ['count', 'current', 1, 0],
      ['end', 'ahead', 0, 0],
    ]);
  });

  it('names an unnamed connector when something is wrong there', () => {
    const items = outlineOf(XML, { passed: {}, current: [{ elementId: 'fork', count: 1, hasIncident: true }] });

    expect(items.find(({ elementId }) => elementId === 'fork')).toMatchObject({ state: 'incident', kind: 'exclusiveGateway' });
  });

  it('gives nothing for what is not XML', () => {
    expect(outlineOf('<oops', { passed: {}, current: [] })).toEqual([]);
  });
});

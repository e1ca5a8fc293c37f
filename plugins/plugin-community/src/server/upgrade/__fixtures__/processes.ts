/** Beside the procedures of the content: what a case can wait for that none of them has. Part of every stored database: change none, add new ones. */
export const PROCESSES: readonly string[] = [
  definitions(
    'someBranches',
    `<bpmn:startEvent id="begin" /><bpmn:inclusiveGateway id="fork" default="f4" /><bpmn:inclusiveGateway id="join" />
    ${user('left')}${user('right')}${user('never')}${user('after')}<bpmn:endEvent id="end" />
    ${flow(1, 'begin', 'fork')}${flow(2, 'fork', 'left', '=true')}${flow(3, 'fork', 'right', '=true')}${flow(4, 'fork', 'never')}
    ${flow(5, 'left', 'join')}${flow(6, 'right', 'join')}${flow(7, 'never', 'join')}${flow(8, 'join', 'after')}${flow(9, 'after', 'end')}`,
  ),
  definitions(
    'eitherEvent',
    `<bpmn:startEvent id="begin" /><bpmn:eventBasedGateway id="way" />
    <bpmn:intermediateCatchEvent id="answered"><bpmn:messageEventDefinition id="d1" messageRef="m_answer" wuxin:correlationKey="=&#34;A-1&#34;" /></bpmn:intermediateCatchEvent>
    <bpmn:intermediateCatchEvent id="late"><bpmn:timerEventDefinition id="d2"><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P30D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
    ${user('thank')}<bpmn:endEvent id="end" /><bpmn:endEvent id="gaveUp" />
    ${flow(1, 'begin', 'way')}${flow(2, 'way', 'answered')}${flow(3, 'way', 'late')}
    ${flow(4, 'answered', 'thank')}${flow(5, 'thank', 'end')}${flow(6, 'late', 'gaveUp')}`,
    '<bpmn:message id="m_answer" name="answer" />',
  ),
  definitions(
    'booking',
    `<bpmn:startEvent id="begin" />${user('book')}
    <bpmn:boundaryEvent id="undo" attachedToRef="book"><bpmn:compensateEventDefinition id="d1" /></bpmn:boundaryEvent>
    ${user('unbook', { attributes: 'isForCompensation="true"' })}
    <bpmn:association id="undoing" sourceRef="undo" targetRef="unbook" associationDirection="One" />
    ${user('decide')}<bpmn:intermediateThrowEvent id="takeBack"><bpmn:compensateEventDefinition id="d2" /></bpmn:intermediateThrowEvent>
    ${user('inform')}<bpmn:endEvent id="end" />
    ${flow(1, 'begin', 'book')}${flow(2, 'book', 'decide')}${flow(3, 'decide', 'takeBack')}${flow(4, 'takeBack', 'inform')}${flow(5, 'inform', 'end')}`,
  ),
  definitions(
    'opinions',
    `<bpmn:startEvent id="begin" />${user('say', {
      inside:
        '<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality xsi:type="bpmn:tFormalExpression">=3</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>',
    })}<bpmn:endEvent id="end" />
    ${flow(1, 'begin', 'say')}${flow(2, 'say', 'end')}`,
  ),
  definitions(
    'unknownWay',
    `<bpmn:startEvent id="begin" /><bpmn:exclusiveGateway id="way" default="f3" />${user('dear')}${user('cheap')}<bpmn:endEvent id="end" />
    ${flow(1, 'begin', 'way')}${flow(2, 'way', 'dear', '=amount &gt; 100')}${flow(3, 'way', 'cheap')}${flow(4, 'dear', 'end')}${flow(5, 'cheap', 'end')}`,
  ),
  definitions(
    'handsOver',
    `<bpmn:startEvent id="begin" /><bpmn:callActivity id="call" calledElement="opinions" /><bpmn:endEvent id="end" />
    ${flow(1, 'begin', 'call')}${flow(2, 'call', 'end')}`,
  ),
];

function definitions(id: string, content: string, beside = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:wuxin="urn:wuxin:bpmn:1" id="Definitions" targetNamespace="urn:test">
  <bpmn:process id="${id}" name="${id}" isExecutable="true">${content}</bpmn:process>${beside}
</bpmn:definitions>`;
}

/** Whoever started the case does it. */
function user(id: string, { attributes = '', inside = '' } = {}): string {
  return `<bpmn:userTask id="${id}" name="${id}" ${attributes}><bpmn:extensionElements><wuxin:assignment kind="starter" value="" /></bpmn:extensionElements>${inside}</bpmn:userTask>`;
}

function flow(number: number, from: string, to: string, condition?: string): string {
  const inside = condition
    ? `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${condition}</bpmn:conditionExpression>`
    : '';
  return `<bpmn:sequenceFlow id="f${number}" sourceRef="${from}" targetRef="${to}">${inside}</bpmn:sequenceFlow>`;
}

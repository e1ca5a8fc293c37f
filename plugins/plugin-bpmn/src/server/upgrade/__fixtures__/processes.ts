import { bpmn, timer, userTask } from '../../__fixtures__';

const BEGIN = '<bpmn:startEvent id="begin" />';
const END = '<bpmn:endEvent id="end" />';
const DEADLINE = `<wuxin:deadline amount="3" unit="calendarDays">
  <wuxin:deadlineStep amount="-1" unit="calendarDays" action="remind" kind="holder" /></wuxin:deadline>`;
const THREE =
  '<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>=3</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>';
const REPLY = '<bpmn:message id="m_reply" name="reply" />';
const awaitReply = '<bpmn:messageEventDefinition id="d" messageRef="m_reply" wuxin:correlationKey="=number" />';

/**
 * One process for each way in which a case can wait. They are part of every stored database: change none, add new ones and
 * store a new database.
 */
export const PROCESSES: Readonly<Record<string, string>> = {
  review: bpmn(
    'review',
    `${BEGIN}${userTask('write', { inside: DEADLINE })}${userTask('check', { kind: 'role', value: 'checker', inside: DEADLINE })}${END}
    begin -> write
    write -> check
    check -> end`,
  ),
  fork: bpmn(
    'fork',
    `${BEGIN}<bpmn:parallelGateway id="apart" /><bpmn:parallelGateway id="together" />${userTask('left')}${userTask('right')}
    <bpmn:boundaryEvent id="late" attachedToRef="right" cancelActivity="false">${timer('t', 'Duration', 'PT1H')}</bpmn:boundaryEvent>
    ${userTask('note')}${END}<bpmn:endEvent id="noted" />
    begin -> apart
    apart -> left
    apart -> right
    left -> together
    right -> together
    together -> end
    late -> note
    note -> noted`,
  ),
  vote: bpmn(
    'vote',
    `${BEGIN}${userTask('cast', { loop: THREE })}${END}
    begin -> cast
    cast -> end`,
  ),
  pause: bpmn(
    'pause',
    `${BEGIN}<bpmn:intermediateCatchEvent id="wait">${timer('t', 'Duration', 'P3D')}</bpmn:intermediateCatchEvent>${userTask('after')}${END}
    begin -> wait
    wait -> after
    after -> end`,
  ),
  listen: bpmn(
    'listen',
    `${REPLY}
    ${BEGIN}<bpmn:eventBasedGateway id="either" />
    <bpmn:intermediateCatchEvent id="answered">${awaitReply}</bpmn:intermediateCatchEvent>
    <bpmn:intermediateCatchEvent id="late">${timer('t', 'Duration', 'P30D')}</bpmn:intermediateCatchEvent>
    ${END}<bpmn:endEvent id="gaveUp" />
    begin -> either
    either -> answered
    either -> late
    answered -> end
    late -> gaveUp`,
  ),
  serve: bpmn(
    'serve',
    `${BEGIN}<bpmn:serviceTask id="send" name="send" wuxin:activityType="send" wuxin:retries="1" />${END}
    begin -> send
    send -> end`,
  ),
  inside: bpmn(
    'inside',
    `${BEGIN}<bpmn:subProcess id="part"><bpmn:startEvent id="pBegin" />${userTask('detail')}<bpmn:endEvent id="pEnd" /><bpmn:sequenceFlow id="p1" sourceRef="pBegin" targetRef="detail" /><bpmn:sequenceFlow id="p2" sourceRef="detail" targetRef="pEnd" /></bpmn:subProcess>${END}
    begin -> part
    part -> end`,
  ),
  call: bpmn(
    'call',
    `${BEGIN}<bpmn:callActivity id="delegate" calledElement="inside" />${END}
    begin -> delegate
    delegate -> end`,
  ),
};

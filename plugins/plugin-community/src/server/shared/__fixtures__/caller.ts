import type { Community } from '../../__fixtures__/community';
import { connect } from '../../connect';

interface Call {
  readonly key: string;
  readonly calledElement: string;
  /** FEEL without `=`, by the name of the input. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly recordCollection?: string;
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** A process that does one thing: calls a shared one, after a step that somebody prepares it in. */
const xmlOf = ({ key, calledElement, inputs, recordCollection = 'covenants' }: Call) => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:wuxin="urn:wuxin:bpmn:1" id="${key}Definitions" targetNamespace="urn:test">
  <bpmn:process id="${key}" name="${key}" isExecutable="true" wuxin:recordCollection="${recordCollection}">
    <bpmn:startEvent id="begin"><bpmn:outgoing>begin-prepare</bpmn:outgoing></bpmn:startEvent>
    <bpmn:userTask id="prepare" name="准备" wuxin:whenNobody="incident">
      <bpmn:extensionElements><wuxin:assignment kind="post" value="committeeDirector" /></bpmn:extensionElements>
      <bpmn:incoming>begin-prepare</bpmn:incoming><bpmn:outgoing>prepare-call</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:callActivity id="call" name="调用" calledElement="${calledElement}">
      <bpmn:extensionElements><wuxin:ioMapping>
        ${Object.entries(inputs)
          .map(([target, source]) => `<wuxin:input source="=${escaped(source)}" target="${target}" />`)
          .join('\n        ')}
      </wuxin:ioMapping></bpmn:extensionElements>
      <bpmn:incoming>prepare-call</bpmn:incoming><bpmn:outgoing>call-done</bpmn:outgoing>
    </bpmn:callActivity>
    <bpmn:endEvent id="done"><bpmn:incoming>call-done</bpmn:incoming></bpmn:endEvent>
    <bpmn:sequenceFlow id="begin-prepare" sourceRef="begin" targetRef="prepare" />
    <bpmn:sequenceFlow id="prepare-call" sourceRef="prepare" targetRef="call" />
    <bpmn:sequenceFlow id="call-done" sourceRef="call" targetRef="done" />
  </bpmn:process>
</bpmn:definitions>`;

/** Publishes a caller of a shared process. */
export async function publishCaller(community: Community, call: Call): Promise<void> {
  const { content, write } = connect(community.db);
  await write(async (tx) => {
    await content.deployProcess(tx, { xml: xmlOf(call), name: call.key, forms: new Map(), templates: [] });
    await content.publishProcess(tx, call.key);
  });
}

/** A case that has called the shared process; the secretary has started it and the director prepared it. */
export async function startCaller(community: Community, key: string, title: string): Promise<string> {
  const instanceId = await community.start(title, { processKey: key });
  await community.act(instanceId, ['director', 'prepare'], { outcome: 'complete' });
  return instanceId;
}

/** The case that the caller has called last. */
export async function calledBy(community: Community, instanceId: string): Promise<string> {
  const row = await community.row('bpmnInstances', { parentInstanceId: instanceId });
  return String(row.get('id'));
}

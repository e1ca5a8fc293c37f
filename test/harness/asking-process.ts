interface Asking {
  readonly key: string;
  /** Of the first step, whose name and settings follow. */
  readonly activityType: string;
  readonly name: string;
  readonly settings: object;
  /** Who does the only task, which comes after it. */
  readonly followers: string;
}

/** A drawing for tests of an activity: the step `activity`, then the task `follow` of a role, then the end. */
export const askingProcess = ({
  key,
  activityType,
  name,
  settings,
  followers,
}: Asking): string => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:wuxin="urn:wuxin:bpmn:1" id="d" targetNamespace="t">
  <bpmn:process id="${key}" name="${key}" isExecutable="true">
    <bpmn:startEvent id="begin"><bpmn:outgoing>f1</bpmn:outgoing></bpmn:startEvent>
    <bpmn:serviceTask id="activity" name="${name}" wuxin:activityType="${activityType}">
      <bpmn:extensionElements><wuxin:config>
        ${Object.entries(settings)
          .map(([name, value]) => `<wuxin:property name="${name}" value='${value}' />`)
          .join('\n        ')}
      </wuxin:config></bpmn:extensionElements>
      <bpmn:incoming>f1</bpmn:incoming><bpmn:outgoing>f2</bpmn:outgoing>
    </bpmn:serviceTask>
    <bpmn:userTask id="follow" name="落实" wuxin:formKey="none">
      <bpmn:extensionElements><wuxin:assignment kind="role" value="${followers}" /><wuxin:outcome key="done" name="完成" kind="primary" /></bpmn:extensionElements>
      <bpmn:incoming>f2</bpmn:incoming><bpmn:outgoing>f3</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:endEvent id="end"><bpmn:incoming>f3</bpmn:incoming></bpmn:endEvent>
    <bpmn:sequenceFlow id="f1" sourceRef="begin" targetRef="activity" />
    <bpmn:sequenceFlow id="f2" sourceRef="activity" targetRef="follow" />
    <bpmn:sequenceFlow id="f3" sourceRef="follow" targetRef="end" />
  </bpmn:process>
</bpmn:definitions>`;

// A process of letters that are written, checked, and sent after others were asked; it is tried out, not started.
import type { TryOutPath, TryOutStep, TryOutView } from '../../../common/api';
import { bpmn, Desk, NOON, timer, userTask } from '../../__fixtures__';
import { activityTypesOf } from '../../activity-types';
import { defineDecision } from '../../decisions';
import { serviceType } from '../../engine';
import { installDraftForm } from '../../forms';

export const OUTCOMES =
  '<wuxin:outcome key="agree" name="同意" /><wuxin:outcome key="return" name="退回" requiresOpinion="true" />';
const late = `<wuxin:deadline amount="3" unit="calendarDays">
  <wuxin:deadlineStep amount="-1" unit="calendarDays" action="remind" />
  <wuxin:deadlineStep amount="1" unit="calendarDays" action="escalate" kind="role" value="checker" /></wuxin:deadline>`.replace(
  /\n\s*/g,
  '',
);

export const LETTER = `@wuxin:recordCollection="notes"
  <bpmn:startEvent id="begin" />${userTask('write', { name: '起草' })}${userTask('check', { name: '审核', kind: 'role', value: 'checker', inside: OUTCOMES + late })}
  <bpmn:businessRuleTask id="route" name="去向" wuxin:decisionRef="letter-route" wuxin:resultVariable="routing" />
  <bpmn:exclusiveGateway id="way" name="去哪里" default="flow5" />
  <bpmn:callActivity id="ask" name="征求意见" calledElement="asked"><bpmn:extensionElements><wuxin:ioMapping><wuxin:input source="=record.pages" target="pages" /></wuxin:ioMapping></bpmn:extensionElements></bpmn:callActivity>
  <bpmn:serviceTask id="number" name="取文号" wuxin:activityType="numbering" />
  <bpmn:endEvent id="sent" name="发出" />
  begin -> write
  write -> check
  check -> route
  route -> way
  way -> write
  way -> ask : =routing.next = "ask"
  ask -> number
  number -> sent`;

const ASKED = `<bpmn:startEvent id="begin" />${userTask('answer', { name: '答复', kind: 'role', value: 'checker' })}
  <bpmn:intermediateCatchEvent id="pause" name="公示期满">${timer('t', 'Duration', 'P7D')}</bpmn:intermediateCatchEvent><bpmn:endEvent id="end" />
  begin -> answer
  answer -> pause
  pause -> end`;

/** With the letter as a draft, and what it needs. */
export async function openLetterDesk(): Promise<Desk> {
  const desk = await Desk.open(async ({ db }) => {
    const fields = [
      ['title', 'string', 'input'],
      ['text', 'text', 'textarea'],
      ['pages', 'integer', 'integer'],
    ].map(([name, type, face]) => ({ name, type, interface: face, uiSchema: { title: name } }));
    await db.getRepository('collections').create({ values: { name: 'notes', fields }, context: {} });
  });
  activityTypesOf(desk.db).registerOnce(serviceType('numbering'));
  await desk.write((tx) =>
    defineDecision(tx, {
      key: 'letter-route',
      name: '去向',
      hitPolicy: 'FIRST',
      inputs: [
        { label: '结论', expression: 'outcome' },
        { label: '页数', expression: 'record.pages' },
      ],
      outputs: [{ name: 'next', label: '下一步' }],
      rules: [
        { id: 'long', when: ['"agree"', '> 3'], then: ['"ask"'] },
        { id: 'again', when: ['-', '-'], then: ['"write"'] },
      ],
    }),
  );
  await desk.publishLines('asked', ASKED);
  await desk.write((tx) =>
    installDraftForm(tx, {
      processKey: 'letter',
      elementId: 'write',
      description: { collection: 'notes', rows: [[{ field: 'text', required: true }], [{ field: 'pages' }]] },
    }),
  );
  const deployed = await desk
    .as('root')
    .post<{ problems: unknown[] }>('bpmnProcesses:deploy', { data: { xml: bpmn('letter', LETTER) } });
  expect(deployed.data.problems).toEqual([]);
  return desk;
}

/** Paths through the letter, and where they lead. */
export function lettersOn(desk: () => Desk) {
  const setup = (more: Partial<TryOutPath['setup']> = {}): TryOutPath['setup'] => ({
    starterId: desk().id('clerk'),
    placeId: null,
    startAt: NOON,
    variables: {},
    record: {},
    ...more,
  });
  const ask = (steps: TryOutStep[], locale: 'zh-CN' | 'en-US' = 'zh-CN', of = setup()) =>
    desk()
      .as('root')
      .post<TryOutView>('bpmnProcesses:tryOut', {
        params: { filterByTk: 'letter' },
        data: { path: { setup: of, steps } },
        locale,
      });
  const tried = async (...steps: TryOutStep[]): Promise<TryOutView> => {
    const answer = await ask(steps);
    expect(answer.errors).toEqual([]);
    return answer.data;
  };
  const at = (elementId: string, caseId = 'main') => ({ caseId, elementId, nth: 0 });
  const write = (data: object = { text: '一封信', pages: 5 }): TryOutStep => ({
    ...at('write'),
    kind: 'complete',
    outcome: 'complete',
    opinion: '',
    data: { ...data },
    byId: desk().id('clerk'),
  });
  const check = (outcome = 'agree', opinion = ''): TryOutStep => ({
    ...at('check'),
    kind: 'complete',
    outcome,
    opinion,
    data: {},
    byId: desk().id('checker'),
  });
  const standing = ({ tasks }: TryOutView) => tasks.map(({ caseId, elementId }) => `${caseId} ${elementId}`);
  return { setup, ask, tried, at, write, check, standing };
}

import { expectRefused } from '@wuxin/test';
import { Desk, type Person, userTask } from '../../__fixtures__';
import { tables } from '../../store';

export const GROUP_TASK = { kind: 'role', value: 'checker' };

/** A desk with the process `holding`: the starter fills in, a group checks. */
export async function openHolding(): Promise<Desk> {
  const desk = await Desk.open();
  await desk.publishLines(
    'holding',
    `<bpmn:startEvent id="begin" />
    ${userTask('write', { name: '填写' })}
    ${userTask('check', { name: '审核', ...GROUP_TASK, inside: '<wuxin:outcome key="approve" name="同意" /><wuxin:outcome key="return" name="退回" requiresOpinion="true" />' })}
    <bpmn:endEvent id="end" />
    begin -> write
    write -> check
    check -> end`,
  );
  return desk;
}

/** What tests of that process do again and again. */
export function holdingIn(openDesk: () => Desk) {
  const rowOf = async (taskId: string) => (await tables.tasks.find(openDesk(), { id: taskId }))!;
  return {
    rowOf,

    /** A case whose group task `check` is open. */
    async aCase(title = '案件') {
      const desk = openDesk();
      const { instanceId } = await desk.start('holding', 'clerk', { title });
      await desk.complete('clerk', instanceId, 'write');
      return { instanceId, taskId: await desk.openTask(instanceId, 'check') };
    },

    /** A refusal with its code and status, a text in both languages, and nothing changed. */
    async refused(action: string, by: Person, taskId: string, data: object, expected: { code: string; status: number }) {
      const desk = openDesk();
      const { instanceId } = await rowOf(taskId);
      const before = await desk.fingerprint(instanceId);
      await expectRefused((locale) => desk.task(action, by, taskId, data, locale), expected);
      expect(await desk.fingerprint(instanceId)).toBe(before);
    },
  };
}

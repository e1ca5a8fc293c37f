import { type Desk, userTask } from '../../__fixtures__';

const BEGIN = '<bpmn:startEvent id="begin" />';
const END = '<bpmn:endEvent id="end" />';
const outcomes = '<wuxin:outcome key="agree" name="同意" /><wuxin:outcome key="refuse" name="不同意" />';
const checked = { kind: 'role', value: 'checker' };

/** So many calendar days, with a reminder a day before. */
export const deadline = (days: string, more = ''): string =>
  `<wuxin:deadline amount="${days}" unit="calendarDays"><wuxin:deadlineStep amount="-1" unit="calendarDays" action="remind" />${more}</wuxin:deadline>`;

/** Write, check; in the second version an adviser stands between, and the check has another time. */
export const permit = (days: string, isNew: boolean): string => `${BEGIN}${userTask('write', { name: '填写' })}
  ${isNew ? userTask('advise', { name: '法律顾问审查', ...checked }) : ''}
  ${userTask('check', { name: '审核', ...checked, inside: outcomes + deadline(days) })}${END}
  begin -> write
  write -> ${isNew ? 'advise' : 'check'}
  ${isNew ? 'advise -> check' : ''}
  check -> end`;

/** A process with two cases of its first version, one at each step, and a second version. */
export async function permitsAt(desk: Desk, key: string): Promise<{ writing: string; checking: string }> {
  await desk.publishLines(key, permit('10', false));
  const { instanceId: writing } = await desk.start(key, 'clerk', { title: '在写' });
  const { instanceId: checking } = await desk.start(key, 'clerk', { title: '在审' });
  await desk.complete('clerk', checking, 'write');
  await desk.publishLines(key, permit('5', true));
  return { writing, checking };
}

import { userTask, type Desk, type Person } from '../../__fixtures__';
import { installDraftForm } from '../../forms';
import { tables } from '../../store';
import { ratingTask, sumsTask } from './rating';

const NUMBERS = ['paperIssued', 'paperRecovered', 'paperValid', 'paperInvalid'];
const CHOICES = ['zqExcellent', 'zqMiddling', 'zqBad'].map((choice) => choice.replace('zq', 'Zq'));
export const COUNTED = [...NUMBERS, ...['work', 'style'].flatMap((item) => CHOICES.map((choice) => `${item}${choice}`))];

/** Fields that a count is entered by; no row ever holds what was. */
export async function defineCounts({ db }: Pick<Desk, 'db'>): Promise<void> {
  const appraisals = db.getCollection('appraisals');
  for (const name of COUNTED) appraisals.addField(name, { type: 'integer', interface: 'integer', uiSchema: { title: name } });
  await db.sync();
}

export const counting = (rule = { kind: 'expression', value: '=teller' }) =>
  userTask('count', {
    name: '计票',
    ...rule,
    attributes: 'wuxin:confidential="true"',
    inside: `<wuxin:subject kind="expression" value="=about" />
      <wuxin:config><wuxin:property name="counts" value="rate" /><wuxin:property name="raters" value="paperRaters" /></wuxin:config>`,
    loop: '<bpmn:multiInstanceLoopCharacteristics wuxin:collection="=tellers" wuxin:elementVariable="teller" />',
  });

const AGREE =
  '<bpmn:serviceTask id="agree" name="核对计票" wuxin:nameEn="Compare" wuxin:activityType="paperCount"><bpmn:extensionElements><wuxin:config><wuxin:property name="of" value="rate" /></wuxin:config></bpmn:extensionElements></bpmn:serviceTask>';

/** Two tellers count the paper sheets until they agree; then those who have none rate here. */
export const countingLines = (count = counting()) => `@wuxin:recordCollection="appraisals"
  <bpmn:startEvent id="begin" />${userTask('call')}${count}${AGREE}
  <bpmn:exclusiveGateway id="same" default="flow5" />
  ${ratingTask()}${sumsTask()}${userTask('study')}<bpmn:endEvent id="end" />
  begin -> call
  call -> count
  count -> agree
  agree -> same
  same -> rate
  same -> count : =not(countAgrees)
  rate -> sum
  sum -> study
  study -> end`;

export async function installCountForms(desk: Desk, processKey: string, fields: readonly string[] = COUNTED): Promise<void> {
  const rate = [[{ field: 'work', required: true }], [{ field: 'style', required: true }]];
  const count = fields.map((field) => [{ field, required: true }]);
  for (const [elementId, rows] of Object.entries({ rate, count })) {
    const description = { collection: 'appraisals', rows };
    await desk.write((tx) => installDraftForm(tx, { processKey, elementId, description }));
  }
}

interface Counted {
  readonly tellers?: readonly Person[];
  readonly raters?: readonly Person[];
  readonly paperRaters?: readonly number[];
  readonly about?: Person;
  readonly processKey?: string;
}

/** Of eight people who rate on paper, and of these who rate here. */
export async function startCounting(
  desk: Desk,
  { tellers = ['checker', 'checker2'], raters = [], about = 'clerk', processKey = 'counted', paperRaters = EIGHT }: Counted = {},
): Promise<string> {
  const ids = (people: readonly Person[]) => people.map((person) => desk.id(person));
  const variables = {
    tellers: ids(tellers),
    raters: ids(raters),
    about: desk.id(about),
    paperRaters: [...paperRaters],
    fewest: 3,
  };
  const { instanceId } = await desk.start(processKey, 'clerk', { variables, record: { title: '述职评议' } });
  await desk.complete('clerk', instanceId, 'call');
  return instanceId;
}

const EIGHT = [901, 902, 903, 904, 905, 906, 907, 908];

/** Eight sheets out, seven back, one of them invalid. */
export const COUNT = {
  paperIssued: 8,
  paperRecovered: 7,
  paperValid: 6,
  paperInvalid: 1,
  workZqExcellent: 4,
  workZqMiddling: 2,
  workZqBad: 0,
  styleZqExcellent: 0,
  styleZqMiddling: 1,
  styleZqBad: 5,
};

export async function countOfTeller(desk: Desk, instanceId: string, teller: Person): Promise<string> {
  const task = await tables.tasks.find(desk, { instanceId, elementId: 'count', status: 'open', assigneeId: desk.id(teller) });
  return task?.id ?? '';
}

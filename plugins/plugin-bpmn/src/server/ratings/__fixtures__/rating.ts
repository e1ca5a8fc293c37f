import type { Model } from '@nocobase/database';
import { QueryTypes } from 'sequelize';
import { type Desk, timer, userTask, type Person } from '../../__fixtures__';
import { installDraftForm } from '../../forms';

const CHOICES = [
  { value: 'zqExcellent', label: '好' },
  { value: 'zqMiddling', label: '一般' },
  { value: 'zqBad', label: '差' },
];
export const CHOSEN = /zqExcellent|zqMiddling|zqBad/;

/** The collection that the rated are recorded in. */
export async function defineAppraisals({ db }: Pick<Desk, 'db'>): Promise<void> {
  const choice = (name: string, title: string) => ({
    type: 'string',
    name,
    interface: 'select',
    uiSchema: { title, 'x-component': 'Select', 'enum': CHOICES },
  });
  db.collection({
    name: 'appraisals',
    fields: [
      { type: 'string', name: 'title', interface: 'input', uiSchema: { title: '名称' } },
      choice('work', '工作实绩'),
      choice('style', '工作作风'),
    ],
  });
  await db.sync();
}

const loop = '<bpmn:multiInstanceLoopCharacteristics wuxin:collection="=raters" wuxin:elementVariable="rater" />';
const about = '<wuxin:subject kind="expression" value="=about" />';
const confidential = 'wuxin:confidential="true"';

export const ratingTask = (inside = about, rule = { kind: 'expression', value: '=rater' }, loops = loop) =>
  userTask('rate', { name: '民主测评', ...rule, attributes: confidential, inside, loop: loops });

export const sumsTask = (config = '<wuxin:property name="of" value="rate" /><wuxin:property name="minimum" value="=fewest" />') =>
  `<bpmn:serviceTask id="sum" wuxin:activityType="ratingSums"><bpmn:extensionElements><wuxin:config>${config}</wuxin:config></bpmn:extensionElements></bpmn:serviceTask>`;

/** Opens ratings for two days, sums them up and has the clerk study them. */
export const ratingLines = (rate: string) => `@wuxin:recordCollection="appraisals"
  <bpmn:startEvent id="begin" />${userTask('call')}${rate}
  <bpmn:boundaryEvent id="over" attachedToRef="rate">${timer('end48', 'Duration', 'PT48H')}</bpmn:boundaryEvent>
  ${sumsTask()}${userTask('study')}<bpmn:endEvent id="end" />
  begin -> call
  call -> rate
  rate -> sum
  over -> sum
  sum -> study
  study -> end`;

export async function installRatingForm(desk: Desk, processKey: string, elementId = 'rate'): Promise<void> {
  const rows = [
    [{ field: 'title', pattern: 'readOnly' as const }],
    [{ field: 'work', required: true }],
    [{ field: 'style', required: true }],
  ];
  const description = { collection: 'appraisals', rows };
  await desk.write((tx) => installDraftForm(tx, { processKey, elementId, description }));
}

/** Starts a rating of the clerk by these people, who are asked by one task each. */
export async function startRating(desk: Desk, processKey: string, raters: readonly Person[], fewest = 3): Promise<string> {
  const variables = { raters: raters.map((person) => desk.id(person)), about: desk.id('clerk'), fewest };
  const { instanceId } = await desk.start(processKey, 'clerk', { variables, record: { title: '述职评议' } });
  await desk.complete('clerk', instanceId, 'call');
  return instanceId;
}

export async function sheetOfRater(desk: Desk, instanceId: string, rater: Person): Promise<string> {
  const task: Model | null = await desk.db
    .getRepository('bpmnTasks')
    .findOne({ filter: { instanceId, elementId: 'rate', assigneeId: desk.id(rater) }, sort: ['-id'] });
  return String(task?.get('id'));
}

/** Every row of every table, as text, by table. */
export async function everyRow({ db }: Pick<Desk, 'db'>): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const names = [...new Set([...db.collections.values()].flatMap(({ model }) => (model ? [model.getTableName()] : [])))];
  const rows = new Map<string, ReadonlySet<string>>();
  for (const name of names) {
    const table = typeof name === 'string' ? name : name.tableName;
    const quoted = db.sequelize.getQueryInterface().quoteIdentifier(table);
    const found = await db.sequelize.query<object>(`SELECT * FROM ${quoted}`, { type: QueryTypes.SELECT });
    rows.set(table, new Set(found.map((row) => JSON.stringify(row))));
  }
  return rows;
}

/** Tables with a row that was not there before and holds what a rater chose. */
export function tablesThatTell(
  before: ReadonlyMap<string, ReadonlySet<string>>,
  after: ReadonlyMap<string, ReadonlySet<string>>,
): string[] {
  return [...after].flatMap(([table, rows]) =>
    [...rows].some((row) => !before.get(table)?.has(row) && CHOSEN.test(row)) ? [table] : [],
  );
}

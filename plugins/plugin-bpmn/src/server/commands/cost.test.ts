import { countRowsRead, countStatements } from '@wuxin/test';
import { Desk, timer, userTask } from '../__fixtures__';
import { installDraftForm } from '../forms';
import { caseChangesOf } from '../runtime/case-changes';
import { isSqlite, tables } from '../store';
import { fireTimer } from './messages';

const BEGIN = '<bpmn:startEvent id="begin" />';
const END = '<bpmn:endEvent id="end" />';
const timesSize =
  '<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>=size</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>';

/** Counts, not times: they are the same on every machine, and what a person waits for follows them. */
describe('what a command costs', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open(async ({ db }) => {
      const fields = [
        { type: 'string', name: 'title', interface: 'input', uiSchema: { title: '标题' } },
        { type: 'text', name: 'opinion', interface: 'textarea', uiSchema: { title: '意见' } },
      ];
      db.collection({ name: 'costLetters', createdBy: true, fields });
      await db.sync();
    });
    // the task centre counts in the background and is not part of any command
    jest.spyOn(caseChangesOf(desk.db), 'tell').mockImplementation(() => undefined);
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await desk?.close();
  });

  const statementsOf = async (work: () => Promise<unknown>) => (await countStatements(desk.db, work)).length;
  const completing =
    (who: 'clerk' | 'checker', taskId: string, data: object = {}) =>
    async () =>
      expect((await desk.task('complete', who, taskId, { outcome: 'complete', ...data })).status).toBe(200);

  describe('in SQL statements of its transaction', () => {
    /** Write for the starter, check for a role, write again. */
    beforeAll(async () => {
      await desk.publishLines(
        'linear',
        `${BEGIN}${userTask('a')}${userTask('b', { kind: 'role', value: 'checker' })}${userTask('c')}${END}
        begin -> a
        a -> b
        b -> c
        c -> end`,
      );
      await desk.publishLines(
        'timed',
        `${BEGIN}${userTask('a')}<bpmn:boundaryEvent id="late" attachedToRef="a">${timer('after', 'Duration', 'PT1H')}</bpmn:boundaryEvent>${userTask('b')}${END}
        begin -> a
        a -> b
        late -> b
        b -> end`,
      );
      for (const key of ['linear', 'timed']) await desk.start(key); // versions are kept in memory after this
    });

    const atB = async () => {
      const { instanceId } = await desk.start('linear');
      await desk.complete('clerk', instanceId, 'a');
      return { instanceId, taskId: await desk.openTask(instanceId, 'b') };
    };

    it('a start takes at most 9', async () => {
      const count = await statementsOf(() => desk.start('linear'));

      expect(count).toBeLessThanOrEqual(9);
    });

    it('a claim takes at most 7', async () => {
      const { taskId } = await atB();

      const count = await statementsOf(async () => expect((await desk.task('claim', 'checker', taskId)).status).toBe(200));

      expect(count).toBeLessThanOrEqual(7);
    });

    it.each([
      ['with nothing written', {}, 10],
      ['with an opinion, whose text has a table of its own,', { opinion: '同意' }, 11],
    ])('a task that its holder completes %s takes at most 12', async (_, data, most) => {
      const { taskIds } = await desk.start('linear');

      const count = await statementsOf(completing('clerk', taskIds[0]!, data));

      expect(count).toBeLessThanOrEqual(most);
    });

    it('a task of a group that a member completes without claiming it takes at most 12', async () => {
      const { taskId } = await atB();

      const count = await statementsOf(completing('checker', taskId));

      expect(count).toBeLessThanOrEqual(12);
    });

    it('the last task of a case takes at most 7', async () => {
      const { instanceId } = await atB();
      await desk.complete('checker', instanceId, 'b');
      const last = await desk.openTask(instanceId, 'c');

      const count = await statementsOf(completing('clerk', last));

      expect(count).toBeLessThanOrEqual(7);
      expect(await desk.row(instanceId)).toMatchObject({ status: 'completed' });
    });

    describe('with a record and a form', () => {
      beforeAll(async () => {
        const description = { collection: 'costLetters', rows: [[{ field: 'title' }, { field: 'opinion' }]] };
        for (const elementId of ['a', 'b'])
          await desk.write((tx) => installDraftForm(tx, { processKey: 'formed', elementId, description }));
        await desk.publishLines(
          'formed',
          `@wuxin:recordCollection="costLetters"
          ${BEGIN}${userTask('a')}${userTask('b', { kind: 'role', value: 'checker' })}${END}
          begin -> a
          a -> b
          b -> end`,
        );
        await desk.start('formed', 'clerk', { title: '先' });
      });

      // NocoBase reads the row for its guard, writes it, and the engine reads it again: the formulas may look at it
      it.each([
        ['whose form changes the record, takes 15', { data: { opinion: '同意' } }, { sqlite: 15, postgres: 9 }],
        ['whose form changes nothing, takes 12', {}, { sqlite: 12, postgres: 7 }],
      ])(
        'a task that its holder completes, %s, of which PostgreSQL gets the last ones in one message',
        async (_, data, counts) => {
          const { taskIds } = await desk.start('formed', 'clerk', { title: '件' });

          const count = await statementsOf(completing('clerk', taskIds[0]!, data));

          expect(count).toBe(isSqlite(desk.db) ? counts.sqlite : counts.postgres);
        },
      );
    });

    it('a draft that somebody kept adds the one that deletes it', async () => {
      const [plain, drafted] = [await desk.start('linear'), await desk.start('linear')];
      const saved = await desk.task('saveDraft', 'clerk', drafted.taskIds[0]!, { data: {}, opinion: '草稿' });
      expect(saved.errors).toEqual([]);

      const without = await statementsOf(completing('clerk', plain.taskIds[0]!));
      const withDraft = await statementsOf(completing('clerk', drafted.taskIds[0]!));

      expect(withDraft).toBe(without + 1);
      expect(await tables.drafts.count(desk, { taskId: drafted.taskIds[0]! })).toBe(0);
    });

    it('a task with a boundary timer takes two more: the timer is read and deleted', async () => {
      const { taskIds } = await desk.start('timed');

      const count = await statementsOf(completing('clerk', taskIds[0]!));

      expect(count).toBeLessThanOrEqual(12);
    });

    it('a boundary timer that fires takes at most 15', async () => {
      const { instanceId } = await desk.start('timed');
      const { id } = (await tables.subscriptions.find(desk, { instanceId }))!;
      desk.now += 3_600_000;

      const count = await statementsOf(() => desk.write((tx) => fireTimer(tx, 'system', id)));

      expect(count).toBeLessThanOrEqual(15);
      expect(await desk.openElements(instanceId)).toEqual(['b']);
    });

    it('a completion is the same however many elements are passed on the way', async () => {
      const passing = (count: number) => {
        const names = Array.from({ length: count }, (_, index) => `p${index}`);
        const path = ['a', ...names, 'b'];
        const flows = path.slice(1).map((name, index) => `${path[index]} -> ${name}`);
        return `${BEGIN}${userTask('a')}${names.map((name) => `<bpmn:task id="${name}" />`).join('')}${userTask('b', { kind: 'role', value: 'checker' })}${END}
          begin -> a
          ${flows.join('\n')}
          b -> end`;
      };
      const cost = async (count: number) => {
        const key = await desk.publishLines(`passing${count}`, passing(count));
        const { taskIds } = await desk.start(key);
        return statementsOf(completing('clerk', taskIds[0]!));
      };

      const [none, forty] = [await cost(0), await cost(40)];

      expect(forty).toBe(none);
    });
  });

  describe('in rows that it reads', () => {
    const TABLES = ['bpmnInstances', 'bpmnTokens', 'bpmnTasks', 'bpmnSubscriptions', 'bpmnHistory', 'bpmnTaskCandidates'];

    it.each([20, 200, 2_000])('one vote among %i open ones', async (voters) => {
      await desk.publishLines(
        'poll',
        `${BEGIN}${userTask('vote', { loop: timesSize })}${END}
        begin -> vote
        vote -> end`,
      );
      const { instanceId, taskIds } = await desk.start('poll', 'clerk', { variables: { size: voters } });
      expect(taskIds).toHaveLength(voters);

      const rows = await countRowsRead(desk.db, TABLES, completing('clerk', taskIds[7]!));

      expect(rows).toEqual({
        bpmnInstances: 1,
        bpmnTasks: 1,
        // the token with those around it
        bpmnTokens: 1,
        bpmnSubscriptions: 0,
        bpmnHistory: 0,
        bpmnTaskCandidates: 0,
      });
      expect(await tables.tasks.count(desk, { instanceId, status: 'open' })).toBe(voters - 1);
    });

    it.each([20, 200, 2_000])('one vote with a deadline and a boundary timer among %i open ones', async (voters) => {
      const inside = '<wuxin:deadline amount="5" unit="calendarDays" />';
      await desk.publishLines(
        'timedPoll',
        `${BEGIN}${userTask('vote', { loop: timesSize, inside })}<bpmn:boundaryEvent id="late" attachedToRef="vote">${timer('after', 'Duration', 'P9D')}</bpmn:boundaryEvent>${END}
        begin -> vote
        vote -> end
        late -> end`,
      );
      const { taskIds } = await desk.start('timedPoll', 'clerk', { variables: { size: voters } });

      const rows = await countRowsRead(desk.db, TABLES, completing('clerk', taskIds[7]!));

      // the boundary timer is the loop's, which goes on; the most urgent task that is left gives the case its deadline
      expect(rows).toMatchObject({ bpmnInstances: 1, bpmnTasks: 2, bpmnTokens: 1, bpmnSubscriptions: 0 });
    });
  });

  it('of opening a task for everybody of a group asks once who is in it', async () => {
    const asking = async (voters: number) => {
      const key = await desk.publishLines(
        'hall',
        `${BEGIN}${userTask('vote', { kind: 'role', value: 'checker', loop: timesSize })}${END}
        begin -> vote
        vote -> end`,
      );
      const sql = await countStatements(desk.db, () => desk.start(key, 'clerk', { variables: { size: voters } }));
      return sql.filter((text) => /FROM .users./.test(text)).length;
    };

    expect(await asking(40)).toBe(await asking(4));
  });

  it('is at most 11 statements for a vote, among 200 and among 2,000', async () => {
    const counts = [];
    for (const size of [200, 2_000]) {
      const { taskIds } = await desk.start('poll', 'clerk', { variables: { size } });
      counts.push(await statementsOf(completing('clerk', taskIds[3]!)));
    }

    expect(counts[0]).toBe(counts[1]);
    expect(counts[0]).toBeLessThanOrEqual(11);
  });
});

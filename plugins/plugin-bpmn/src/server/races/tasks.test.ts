import { type HttpAnswer, RaceTrack } from '@wuxin/test';
import { DAY_MS, Desk, userTask } from '../__fixtures__';
import { localDateOf } from '../runtime/local-date';
import { tables } from '../store';
import { faultsOf, told } from './__fixtures__';
import { taskStatsOf } from '../task-stats';

const GROUP = { kind: 'role', value: 'checker' };

interface OneCase {
  readonly instanceId: string;
  readonly taskId: string;
}

/** Two people act on one task or case at once. Each pair runs in both orders: whoever is held before the commit comes first. */
describe('races for a task', () => {
  let desk: Desk;
  let track: RaceTrack;

  beforeAll(async () => {
    desk = await Desk.open();
    await desk.publishLines(
      'contested',
      `<bpmn:startEvent id="begin" />${userTask('write')}${userTask('check', GROUP)}${userTask('file', GROUP)}<bpmn:endEvent id="end" />
      begin -> write
      write -> check
      check -> file
      file -> end`,
    );
    track = RaceTrack.on(desk.db, () => taskStatsOf(desk.db).drain());
  });
  afterAll(() => desk?.close());

  /** A case that stands at `check`, which both checkers may do. */
  const aCase = async (): Promise<OneCase> => {
    const { instanceId } = await desk.start('contested');
    await desk.complete('clerk', instanceId, 'write');
    return { instanceId, taskId: await desk.openTask(instanceId, 'check') };
  };
  const complete = ({ taskId }: OneCase, by: 'checker' | 'checker2' = 'checker') =>
    desk.task('complete', by, taskId, { outcome: 'complete' });
  const statusOf = async ({ instanceId }: OneCase) => {
    const { status } = await desk.row(instanceId);
    return [status, ...(await desk.openElements(instanceId))].join(' ');
  };
  const race = async (first: () => Promise<HttpAnswer>, second: () => Promise<HttpAnswer>) => {
    const finish = await track.run({ first, second });
    expect(finish.secondWaited).toBe(true);
    return [told(finish.first), told(finish.second)];
  };

  /** `after` is what it is told when the completion came first, `completion` what the completion is told when it came second. */
  interface Rival {
    readonly act: (given: OneCase) => Promise<HttpAnswer>;
    readonly after: string;
    readonly completion: string;
    /** How the case stands when the completion came first, and when the rival did. */
    readonly ends: readonly [string, string];
  }
  const toOutsider = () => ({ to: desk.id('outsider'), reason: '出差' });
  const RIVALS: Record<string, Rival> = {
    'another completion': {
      act: (given) => complete(given, 'checker2'),
      after: '409 task.alreadyHandled',
      completion: '409 task.alreadyHandled',
      ends: ['running file', 'running file'],
    },
    'a claim': {
      act: ({ taskId }) => desk.task('claim', 'checker2', taskId),
      after: '409 task.alreadyHandled',
      completion: '409 task.heldByAnother',
      ends: ['running file', 'running check'],
    },
    'a transfer': {
      act: ({ taskId }) => desk.task('transfer', 'root', taskId, toOutsider()),
      after: '409 task.alreadyHandled',
      completion: '409 task.heldByAnother',
      ends: ['running file', 'running check'],
    },
    'a delegation': {
      act: ({ taskId }) => desk.task('delegate', 'checker2', taskId, toOutsider()),
      after: '409 task.alreadyHandled',
      completion: '409 task.heldByAnother',
      ends: ['running file', 'running check'],
    },
    'a return': {
      act: ({ taskId }) => desk.task('returnTo', 'checker2', taskId, { elementId: 'write', reason: '缺页' }),
      after: '409 task.alreadyHandled',
      completion: '409 task.alreadyHandled',
      ends: ['running file', 'running write'],
    },
    'a withdrawal of the step before': {
      act: ({ instanceId }) => desk.instance('withdraw', 'clerk', instanceId, { reason: '写错' }),
      after: '409 instance.cannotWithdraw',
      completion: '409 task.cancelled',
      ends: ['running file', 'running write'],
    },
    'a cancellation of the case': {
      act: ({ instanceId }) => desk.instance('cancel', 'clerk', instanceId, { reason: '撤销' }),
      after: 'done',
      completion: '409 task.cancelled',
      ends: ['cancelled', 'cancelled'],
    },
    'a suspension of the case': {
      act: ({ instanceId }) => desk.instance('suspend', 'root', instanceId, { reason: '核查' }),
      after: 'done',
      completion: '409 instance.suspended',
      ends: ['suspended file', 'suspended check'],
    },
    'a reminder': {
      act: ({ taskId }) => desk.task('remind', 'clerk', taskId),
      after: '409 task.alreadyHandled',
      completion: 'done',
      ends: ['running file', 'running file'],
    },
    'a draft of the other': {
      act: ({ taskId }) => desk.task('saveDraft', 'checker2', taskId, { data: {}, opinion: '拟同意' }),
      after: '409 task.alreadyHandled',
      completion: 'done',
      ends: ['running file', 'running file'],
    },
  };

  describe.each(Object.entries(RIVALS))('a completion and %s', (_, { act, after, completion, ends }) => {
    it('when the completion came first', async () => {
      const given = await aCase();

      const answers = await race(
        () => complete(given),
        () => act(given),
      );

      expect(answers).toEqual(['done', after]);
      expect(await statusOf(given)).toBe(ends[0]);
      expect(await faultsOf(desk, given.instanceId)).toEqual([]);
    });

    it('when the completion came second', async () => {
      const given = await aCase();

      const answers = await race(
        () => act(given),
        () => complete(given),
      );

      expect(answers).toEqual(['done', completion]);
      expect(await statusOf(given)).toBe(ends[1]);
      expect(await faultsOf(desk, given.instanceId)).toEqual([]);
    });
  });

  it('the last completion and a cancellation: a case that is over is not cancelled', async () => {
    const before = await aCase();
    await complete(before);
    const given = { ...before, taskId: await desk.openTask(before.instanceId, 'file') };

    const answers = await race(
      () => complete(given),
      () => desk.instance('cancel', 'clerk', given.instanceId, { reason: '撤销' }),
    );

    expect(answers).toEqual(['done', '409 instance.notRunning']);
    expect(await statusOf(given)).toBe('completed');
    expect(await faultsOf(desk, given.instanceId)).toEqual([]);
  });

  it('two cancellations: the case ends once', async () => {
    const given = await aCase();
    const cancel = (by: 'clerk' | 'root') => desk.instance('cancel', by, given.instanceId, { reason: '撤销' });

    const answers = await race(
      () => cancel('clerk'),
      () => cancel('root'),
    );

    expect(answers).toEqual(['done', '409 instance.notRunning']);
    expect((await desk.historyKinds(given.instanceId)).filter((kind) => kind === 'instanceCancelled')).toHaveLength(1);
  });

  it('two claims: one holds the task', async () => {
    const given = await aCase();

    const answers = await race(
      () => desk.task('claim', 'checker', given.taskId),
      () => desk.task('claim', 'checker2', given.taskId),
    );

    expect(answers).toEqual(['done', '409 task.heldByAnother']);
    expect(await tables.tasks.find(desk, { id: given.taskId })).toMatchObject({ assigneeName: '李强' });
  });

  it('a claim and a transfer: whoever comes second finds the task with the other', async () => {
    const [claimed, transferred] = [await aCase(), await aCase()];
    const claim = ({ taskId }: OneCase) => desk.task('claim', 'checker', taskId);
    const transfer = ({ taskId }: OneCase) => desk.task('transfer', 'checker2', taskId, toOutsider());

    const claimFirst = await race(
      () => claim(claimed),
      () => transfer(claimed),
    );
    const transferFirst = await race(
      () => transfer(transferred),
      () => claim(transferred),
    );

    expect([claimFirst, transferFirst]).toEqual([
      ['done', '409 task.heldByAnother'],
      ['done', '409 task.heldByAnother'],
    ]);
    expect(await tables.tasks.find(desk, { id: claimed.taskId })).toMatchObject({ assigneeName: '李强' });
    expect(await tables.tasks.find(desk, { id: transferred.taskId })).toMatchObject({ assigneeName: '孙伟' });
  });

  it('a resumption and a completion: the completion is done in the case that runs again', async () => {
    const given = await aCase();
    await desk.instance('suspend', 'root', given.instanceId, { reason: '核查' });

    const answers = await race(
      () => desk.instance('resume', 'root', given.instanceId, { reason: '查清' }),
      () => complete(given),
    );

    expect(answers).toEqual(['done', 'done']);
    expect(await statusOf(given)).toBe('running file');
    expect(await faultsOf(desk, given.instanceId)).toEqual([]);
  });

  it('two reminders at the limit: the holders get one', async () => {
    const given = await aCase();
    for (let day = 0; day < 2; day += 1) {
      expect(told(await desk.task('remind', 'clerk', given.taskId))).toBe('done');
      desk.now += DAY_MS;
    }

    const answers = await race(
      () => desk.task('remind', 'clerk', given.taskId),
      () => desk.task('remind', 'root', given.taskId),
    );

    expect(answers).toEqual(['done', '409 task.remindedTooOften']);
    expect(await tables.tasks.find(desk, { id: given.taskId })).toMatchObject({ reminders: 3 });
    expect(await tables.jobs.count(desk, { taskId: given.taskId, kind: 'notifyTask' })).toBe(4);
  });

  it('two drafts of one person: the later one is kept', async () => {
    const given = await aCase();
    const draft = (opinion: string) => desk.task('saveDraft', 'checker', given.taskId, { data: {}, opinion });

    const answers = await race(
      () => draft('手机上写的'),
      () => draft('电脑上写的'),
    );

    expect(answers).toEqual(['done', 'done']);
    expect(await tables.drafts.select(desk, { taskId: given.taskId })).toMatchObject([{ opinion: '电脑上写的' }]);
  });

  it('a look at the next step and its withdrawal: what somebody has seen is not taken back', async () => {
    const given = await aCase();

    const answers = await race(
      () => desk.open('checker', given.taskId),
      () => desk.instance('withdraw', 'clerk', given.instanceId, { reason: '写错' }),
    );

    expect(answers).toEqual(['done', '409 instance.cannotWithdraw']);
    expect(await statusOf(given)).toBe('running check');
  });

  it('a transfer and a look by who held the task: its new holder has not seen it', async () => {
    const given = await aCase();
    await desk.task('claim', 'checker', given.taskId);

    const answers = await race(
      () => desk.task('transfer', 'root', given.taskId, toOutsider()),
      () => desk.open('checker', given.taskId),
    );

    expect(answers).toEqual(['done', 'done']);
    expect(await tables.tasks.find(desk, { id: given.taskId })).toMatchObject({ assigneeName: '孙伟', firstReadAt: null });
  });

  describe('a stand-in', () => {
    /** The outsider stands in for the checker. */
    const standsIn = async () => {
      const stood = { absentId: desk.id('checker'), standInId: desk.id('outsider'), reason: '休假' };
      const dates = { fromOn: localDateOf(desk.now), untilOn: '2027-12-31' };
      return desk.as('root').post<{ id: string }>('bpmnStandIns:create', { data: { ...stood, ...dates } });
    };
    const ends = (id: string) => () => desk.as('root').post('bpmnStandIns:revoke', { data: { id, reason: '回来' } });
    const acts =
      ({ taskId }: OneCase) =>
      () =>
        desk.task('complete', 'outsider', taskId, { outcome: 'complete' });

    it('who acts while that ends is refused when the end came first', async () => {
      const [given, standIn] = [await aCase(), await standsIn()];

      const answers = await race(ends(standIn.data.id), acts(given));

      expect(answers).toEqual(['done', '403 task.notYours']);
      expect(await statusOf(given)).toBe('running check');
    });

    it('who acts while that ends has acted when the act came first', async () => {
      const [given, standIn] = [await aCase(), await standsIn()];

      const answers = await race(acts(given), ends(standIn.data.id));

      expect(answers).toEqual(['done', 'done']);
      expect(await tables.tasks.find(desk, { id: given.taskId })).toMatchObject({
        completedByName: '孙伟',
        onBehalfOfName: '李强',
      });
    });

    it('is one of two who are named for the same days', async () => {
      const answers = await race(standsIn, standsIn);

      expect(answers).toEqual(['done', '409 standIn.overlaps']);
      const { rows } = (await desk.as('checker').get<{ rows: { id: string }[] }>('bpmnStandIns:list')).data;
      expect(rows).toHaveLength(1);
      expect(told(await ends(rows[0]!.id)())).toBe('done');
    });
  });

  describe('a file', () => {
    const anUpload = async () => {
      const given = await aCase();
      const attachmentId = 1_000 + Number(given.taskId.slice(-6));
      const by = { uploadedById: desk.id('checker'), uploadedByName: '李强', uploadedAt: desk.now, submittedAt: null };
      await desk.write((tx) => tables.files.insert(tx, [{ instanceId: given.instanceId, taskId: null, attachmentId, ...by }]));
      const removes = () => desk.task('removeFile', 'checker', given.taskId, { fileId: attachmentId });
      const submits = () => desk.task('complete', 'checker', given.taskId, { outcome: 'complete', fileIds: [attachmentId] });
      return { given, removes, submits };
    };

    it('that is removed first is not submitted, and the task stays open', async () => {
      const { given, removes, submits } = await anUpload();

      expect(await race(removes, submits)).toEqual(['done', '400 task.unknownFile']);

      expect(await statusOf(given)).toBe('running check');
    });

    it('that is submitted first is not removed', async () => {
      const { given, removes, submits } = await anUpload();

      expect(await race(submits, removes)).toEqual(['done', '404 task.unknownFile']);

      expect(await tables.files.select(desk, { instanceId: given.instanceId })).toMatchObject([{ taskId: given.taskId }]);
    });
  });

  it('two who copy a case to the same person: it is copied once', async () => {
    const given = await aCase();
    const copies = (by: 'clerk' | 'root') => () => desk.instance('cc', by, given.instanceId, { userIds: [desk.id('outsider')] });

    expect(await race(copies('clerk'), copies('root'))).toEqual(['done', 'done']);

    expect(await tables.cc.count(desk, { instanceId: given.instanceId })).toBe(1);
    expect(await faultsOf(desk, given.instanceId)).toEqual([]);
  });
});

import { askingProcess } from '@wuxin/test';
import type { Model } from '@nocobase/database';
import type { Variables } from '@wuxin/bpmn-core';
import { cancelInstance, startInstance, verifyDatabase } from '@wuxin/plugin-bpmn';
import { DAY_MS, NOON, Notices, Office } from '../__fixtures__';
import { withdrawForCorrection } from '../notices';
import { tables } from '../store';

const SETTINGS = {
  kind: 'publicity',
  title: '=name',
  text: '=content',
  matter: '居民公约',
  drafter: 'role:drafters',
  approver: 'role:approvers',
  poster: 'role:posters',
  decider: 'role:deciders',
  days: '=days',
  boards: 'all',
  names: '=[{name: "张建国", fieldClass: "resident"}]',
  returnsUpheld: '=goesBack',
};

const ROLES = { drafter: 'drafters', approver: 'approvers', poster: 'posters', decider: 'deciders' } as const;

interface Tracked {
  readonly waiting: readonly {
    readonly kind: string;
    readonly elementId?: string;
    readonly text?: string;
    readonly address?: string;
    readonly code?: string;
  }[];
  readonly history: readonly { readonly text: string }[];
}

describe('a notice that a process asks for', () => {
  let office: Office;
  let notices: Notices;
  beforeAll(async () => {
    office = await Office.open();
    notices = new Notices(office);
    for (const [person, role] of Object.entries(ROLES)) await office.holdRole(person as keyof typeof ROLES, role); // keys of ROLES
    await publish('ask');
    await publish('vacant', { drafter: 'role:nobody' });
    await publish('short', { days: '3' });
    await publish('wrong', { title: '=missing.name' });
  });
  afterAll(() => office?.close());
  beforeEach(() => {
    office.now = NOON;
  });

  async function deploy(key: string, changes: object = {}): Promise<readonly { code: string; severity: string }[]> {
    const settings = { ...SETTINGS, ...changes };
    const xml = askingProcess({ key, activityType: 'notice', name: '公示', settings, followers: 'drafters' });
    return (
      await office.do<{ problems: { code: string; severity: string }[] }>('root', 'bpmnProcesses:deploy', undefined, { xml })
    ).problems;
  }

  async function publish(key: string, changes: object = {}): Promise<void> {
    expect((await deploy(key, changes)).filter(({ severity }) => severity === 'error')).toEqual([]);
    await office.do('root', 'bpmnProcesses:publish', key, { note: '' });
  }

  const root = () =>
    ({ userId: office.id('root'), name: 'root', isAdministrator: true, roles: ['root'], channel: 'web' }) as const;
  async function start(key = 'ask', variables: Variables = {}): Promise<string> {
    const given = { name: '居民公约公示', content: '第一行\n\n第二行', days: 8, goesBack: false, ...variables };
    return (await office.engine.write((tx) => startInstance(tx, root(), { processKey: key, title: key, variables: given })))
      .instanceId;
  }

  const track = async (instanceId: string, locale: 'zh-CN' | 'en-US' = 'zh-CN') =>
    (await office.read<Tracked>('root', 'bpmnInstances:track', { filterByTk: instanceId }, locale)).data;
  const noticeOf = async (instanceId: string) =>
    (await tables.notices.select(office, { instanceId }, { order: [['createdAt', 'DESC']] }))[0]!;
  const variablesOf = async (instanceId: string): Promise<Variables> => {
    const row = (await office.db.getRepository('bpmnInstances').findOne({ filterByTk: instanceId })) as Model; // untyped in NocoBase
    return JSON.parse(String(row.get('variables'))) as Variables; // as the engine writes them
  };
  async function post(id: string): Promise<void> {
    await notices.redact(id);
    await office.do('drafter', 'noticeNotices:submit', id);
    await office.do('approver', 'noticeNotices:approve', id);
    await office.do('poster', 'noticeNotices:publish', id);
  }
  const reach = async (days: number) => {
    office.now = Date.parse('2026-11-05T00:01:00+08:00') + days * DAY_MS;
    await office.drain();
  };

  it('is drafted at a desk by whoever holds the posts, with text, days and names of the case, and the case waits', async () => {
    const instanceId = await start();

    const { id } = await noticeOf(instanceId);
    const desk = await notices.desk(id);
    expect(desk).toMatchObject({ status: 'draft', title: '居民公约公示', matter: '居民公约', periodDays: 8, instanceId });
    expect(desk.body).toEqual([
      { kind: 'paragraph', text: '第一行' },
      { kind: 'paragraph', text: '第二行' },
    ]);
    expect(desk.staff.map(({ post: one, name }) => [one, name]).toSorted()).toEqual([
      ['approver', '王芳'],
      ['decider', '李强'],
      ['drafter', '赵敏'],
      ['poster', '周红'],
    ]);
    const [waiting] = (await track(instanceId)).waiting;
    expect(waiting).toMatchObject({ text: `公示 ${desk.number}：拟制中`, address: `/admin/wuxin/notices/${id}` });
    expect((await track(instanceId, 'en-US')).waiting[0]!.text).toBe(`Notice ${desk.number} is being drafted`);
  });

  it('looks for the people of the case, and forgets their names with its end', async () => {
    const instanceId = await start('ask', { content: '经核实张 建-国情况属实' });
    const { id } = await noticeOf(instanceId);
    expect((await notices.check(id)).findings.map(({ kind, found }) => [kind, found])).toEqual([['name', '张 建-国']]);
    await post(id);
    await reach(9);
    expect((await noticeOf(instanceId)).knownNames).toBeNull();
  });

  it('goes back to the case at its end with when it was posted and what of', async () => {
    const instanceId = await start();
    const { id } = await noticeOf(instanceId);
    await post(id);
    expect((await track(instanceId)).waiting[0]!.text).toContain('公示期至 2026-11-13');
    await reach(9);

    const { contentHash } = await noticeOf(instanceId);
    expect(await variablesOf(instanceId)).toMatchObject({
      noticeResult: 'undisputed',
      affectedStep: null,
      postedOn: '2026-11-05',
      endsOn: '2026-11-13',
      noticeId: id,
      contentHash,
    });
    const { waiting, history } = await track(instanceId);
    expect(waiting[0]!.elementId).toBe('follow');
    expect(history.map(({ text }) => text).join()).toContain('公示期满，无异议');
  });

  it('goes back at once with an objection that was upheld, if the process asks for that', async () => {
    const instanceId = await start('ask', { goesBack: true });
    const { id } = await noticeOf(instanceId);
    await post(id);
    const upheld = { noticeId: id, reason: '程序有误', affectedStep: 'vote' };
    const { nextId } = await office.engine.write((tx) => withdrawForCorrection(tx, 'system', upheld));

    expect(nextId).toBeNull();
    expect(await variablesOf(instanceId)).toMatchObject({ noticeResult: 'upheld', affectedStep: 'vote', noticeId: id });
    expect((await track(instanceId)).waiting[0]!.elementId).toBe('follow');
  });

  it('is corrected and posted anew at its desk, if the process does not: the case waits for the new one', async () => {
    const instanceId = await start();
    const first = await noticeOf(instanceId);
    await post(first.id);
    office.now = NOON + DAY_MS;
    const upheld = { noticeId: first.id, reason: '金额有误', affectedStep: null };
    const { nextId } = await office.engine.write((tx) => withdrawForCorrection(tx, 'system', upheld));
    expect((await track(instanceId)).waiting[0]!.address).toContain(nextId!);
    await post(nextId!);
    await reach(10);

    expect(await variablesOf(instanceId)).toMatchObject({ noticeResult: 'undisputed', postedOn: '2026-11-06', noticeId: nextId });
  });

  it('that was posted by mistake is drafted anew, and is not cancelled behind the back of its case', async () => {
    const instanceId = await start();
    const { id } = await noticeOf(instanceId);
    const { errors } = await office.send('drafter', 'noticeNotices:cancel', id, { reason: '不要了' });
    expect(errors.map(({ code }) => code)).toEqual(['notice.caseWaits']);
    await post(id);
    const { nextId } = await office.do<{ nextId: string }>('poster', 'noticeNotices:takeDown', id, { reason: '贴错了' });
    expect((await notices.desk(nextId)).status).toBe('draft');
    expect((await track(instanceId)).waiting[0]!.address).toContain(nextId);
  });

  it.each([
    ['a draft is cancelled', false, 'cancelled'],
    ['what is posted is taken down', true, 'withdrawn'],
  ])('ends with its case: %s', async (_, isPosted, status) => {
    const instanceId = await start();
    const { id } = await noticeOf(instanceId);
    if (isPosted) await post(id);
    await office.engine.write((tx) => cancelInstance(tx, root(), instanceId, '撤销'));
    expect((await notices.desk(id)).status).toBe(status);
  });

  it('that cannot begin is an incident which says why', async () => {
    const codeOf = async (key: string) => (await track(await start(key))).waiting.map(({ code }) => code);
    expect(await codeOf('vacant')).toEqual(['notice.drafterPostVacant']);
    expect(await codeOf('short')).toEqual(['notice.periodTooShort']);
    expect(await codeOf('wrong')).toEqual(['notice.activityValue']);
  });

  it('is checked in the drawing: settings that are missing or unknown are problems', async () => {
    const codes = async (changes: object) => (await deploy('odd', changes)).map(({ code }) => code);
    expect(await codes({ titel: 'x' })).toContain('notice.activityConfig');
    expect(await codes({ approver: '' })).toContain('notice.activityConfig');
  });

  it('leaves rows that hold together', async () => {
    const broken = (await verifyDatabase(office.engine)).invariants.flatMap(({ name, first }) =>
      first && name !== 'taskCentre.counts' ? [{ name, ...first }] : [],
    );
    expect(broken).toEqual([]);
  });
});

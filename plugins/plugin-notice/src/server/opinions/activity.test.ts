import { askingProcess } from '@wuxin/test';
import type { Model } from '@nocobase/database';
import { startInstance } from '@wuxin/plugin-bpmn';
import { DAY_MS, NOON, Petition, TEXT } from '../__fixtures__';
import { tables } from '../store';
import { announcementsOf, openCollectionsOf, receiveOpinionFromWall, type AskedAnnouncement } from './index';

const SETTINGS = {
  title: '公约征求意见',
  text: '第一条\n第二条',
  days: '=days',
  drafter: 'role:drafter',
  approver: 'role:receiver',
  decider: 'role:receiver',
};

const drawing = (key: string, settings: object) =>
  askingProcess({ key, activityType: 'collectOpinions', name: '征集意见', settings, followers: 'drafter' });

interface Tracked {
  readonly instance: { readonly status: string };
  readonly waiting: readonly { readonly kind: string; readonly text?: string; readonly code?: string }[];
}

describe('opinions that a process asks for', () => {
  let petition: Petition;
  const asked: AskedAnnouncement[] = [];
  const takenDown: string[] = [];
  beforeAll(async () => {
    petition = await Petition.open();
    announcementsOf(petition.office.db).register({
      draft: async (tx, announcement) => {
        asked.push(announcement);
        const draft = { status: 'draft', publishedAt: null, startsOn: null, endsOn: null, takesObjections: false } as const;
        const staff = [['receiver', 'decider']] as const;
        return (await petition.insertNotice(tx, { ...draft, instanceId: announcement.instanceId }, staff)).id;
      },
      draftFeedback: async (tx) => (await petition.insertNotice(tx, { status: 'draft' }, [])).id,
      takeDown: async (_tx, _by, { id }) => void takenDown.push(id),
    });
  });
  afterAll(() => petition?.close());
  beforeEach(() => {
    petition.office.now = NOON;
    asked.length = 0;
    takenDown.length = 0;
  });

  async function start(key: string, changes: object = {}): Promise<string> {
    const { office } = petition;
    const deployed = await office.do<{ problems: { severity: string }[] }>('root', 'bpmnProcesses:deploy', undefined, {
      xml: drawing(key, { ...SETTINGS, ...changes }),
    });
    expect(deployed.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    await office.do('root', 'bpmnProcesses:publish', key, { note: '' });
    const actor = { userId: office.id('root'), name: 'root', isAdministrator: true, roles: ['root'], channel: 'web' } as const;
    const request = { processKey: key, title: '公约', variables: { days: 5 } };
    return (await office.engine.write((tx) => startInstance(tx, actor, request))).instanceId;
  }
  const collectionOf = async (instanceId: string) =>
    (await petition.read((tx) => tables.collections.find(tx, { instanceId }, { order: [['createdAt', 'DESC']] })))!;
  const track = async (instanceId: string) =>
    (await petition.office.read<Tracked>('root', 'bpmnInstances:track', { filterByTk: instanceId })).data;
  /** What the core area does when a notice is published. */
  const publish = (noticeId: string) =>
    petition.write(async (tx) => {
      await tables.notices.update(tx, { id: noticeId }, { status: 'running', publishedAt: tx.now });
      await openCollectionsOf(tx, noticeId, 'system');
    });

  it('wait for their announcement, are open for the days that the process says, and come back counted', async () => {
    const instanceId = await start('opinions');
    expect(asked).toMatchObject([{ title: '公约征求意见', text: '第一条\n第二条', instanceId }]);
    expect(asked[0]!.staff).toContainEqual({ userId: petition.office.id('receiver'), post: 'decider' });
    const { id, noticeId, status, number } = await collectionOf(instanceId);
    expect(status).toBe('draft');
    expect((await track(instanceId)).waiting).toMatchObject([{ text: `意见征集 ${number} 待公告` }]);

    await publish(noticeId);
    expect(await collectionOf(instanceId)).toMatchObject({ status: 'open', opensOn: '2026-11-05', closesOn: '2026-11-10' });
    const { wallToken } = (await petition.noticeRow(noticeId))!;
    await petition.write((tx) => receiveOpinionFromWall(tx, { wallToken: wallToken ?? '', text: TEXT }));
    await petition.at(NOON + 6 * DAY_MS);
    const [opinion] = await petition.read((tx) => tables.opinions.select(tx, { collectionId: id }));
    await petition.office.do('receiver', 'noticeOpinions:decide', opinion!.id, { status: 'adopted', reason: '已写入。' });
    await petition.office.do('receiver', 'noticeCollections:close', id, { feedback: '收到一条，已采纳。' });

    expect(await variablesOf(instanceId)).toMatchObject({
      opinionsResult: 'closed',
      opinionsFrom: '2026-11-05',
      opinionsTo: '2026-11-10',
      opinionsTotal: 1,
      opinionsAdopted: 1,
      opinionsPartly: 0,
      opinionsDeclined: 0,
      opinionsFeedback: '收到一条，已采纳。',
    });
    expect((await track(instanceId)).waiting).toMatchObject([{ kind: 'task' }]);
  });

  it('that are called off let the process go on, which learns it', async () => {
    const instanceId = await start('calledOff');
    const { id } = await collectionOf(instanceId);

    await petition.office.do('receiver', 'noticeCollections:cancel', id, { reason: '文本要重拟。' });

    expect(await variablesOf(instanceId)).toMatchObject({
      opinionsResult: 'cancelled',
      opinionsFrom: null,
      opinionsTo: null,
      opinionsFeedback: null,
    });
  });

  it('of a case that ends are cancelled, and their announcement is taken down', async () => {
    const instanceId = await start('ended');
    const { noticeId } = await collectionOf(instanceId);

    await petition.office.do('root', 'bpmnInstances:cancel', instanceId, { reason: '不办了' });

    expect(await collectionOf(instanceId)).toMatchObject({ status: 'cancelled' });
    expect(takenDown).toEqual([noticeId]);
  });

  it.each([
    ['nobody decides', { decider: 'role:nobody' }, 'opinion.deciderPostVacant'],
    ['the days are no days', { days: 'soon' }, 'opinion.activityValue'],
  ])('are an incident where %s', async (_, changes, code) => {
    const instanceId = await start(`broken${code.length}`, changes);

    expect((await track(instanceId)).waiting).toMatchObject([{ kind: 'incident', code }]);
  });

  it('without a text are an error of the drawing', async () => {
    const { text: _, ...settings } = SETTINGS;

    const { problems } = await petition.office.do<{ problems: object[] }>('root', 'bpmnProcesses:deploy', undefined, {
      xml: drawing('noText', settings),
    });

    expect(problems).toContainEqual(expect.objectContaining({ code: 'opinion.activityConfig', severity: 'error' }));
  });

  /** What a case knows by now. */
  async function variablesOf(instanceId: string): Promise<unknown> {
    const repository = petition.office.db.getRepository('bpmnInstances');
    const row = (await repository.findOne({ filterByTk: instanceId })) as Model; // untyped in NocoBase
    return JSON.parse(String(row.get('variables'))) as unknown; // as the engine writes them
  }
});

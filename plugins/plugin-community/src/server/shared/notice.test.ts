import { engineOf, verifyDatabase } from '@wuxin/plugin-bpmn';
import { Community } from '../__fixtures__/community';
import { calledBy, publishCaller, startCaller } from './__fixtures__/caller';

const MINUTE = 60_000;
const DAYS = 7;

/** One notice was posted twice, each time for all of its days, and is concluded; another one is posted. */
describe('an audit of notices', () => {
  let community: Community;
  let over: string;
  let posted: string;

  beforeAll(async () => {
    community = await Community.open('2026-03-02');
    await publishCaller(community, {
      key: 'noticeCaller',
      calledElement: 'notice',
      inputs: {
        record: '{title: record.title + "：公示", subject: record.title, content: "公示内容"}',
        poster: '"committeeDirector"',
        decider: '"communitySecretary"',
        days: String(DAYS),
        answerDays: '5',
        townshipDays: '10',
        group: '10',
        notBefore: '""',
      },
    });
    const first = await startCaller(community, 'noticeCaller', '甲');
    over = await calledBy(community, first);
    await post(over);
    await community.act(over, ['director', 'watch'], {
      outcome: 'objection',
      data: { objectionOn: community.today, objectionChannel: 'visit', objectionText: '面积有误' },
    });
    await community.pass(DAYS + 1);
    const answer = { answer: '已更正。', answeredOn: community.today };
    await community.act(over, ['secretary', 'decide'], { outcome: 'correct', data: answer, opinion: '更正。' });
    await post(over);
    await community.pass(DAYS + 1);
    await community.act(over, ['witness', 'conclude'], { outcome: 'conforms', data: { supervisionOpinion: '合规。' } });
    posted = await calledBy(community, await startCaller(community, 'noticeCaller', '乙'));
    await post(posted);
  }, 5 * MINUTE);
  afterAll(() => community?.close());

  async function post(id: string): Promise<void> {
    const postPlaces = ['board'];
    const data = { content: '内容', redactionChecks: ['noIds'], postPlaces, contact: '张丽' };
    await community.act(id, ['director', 'prepare'], { outcome: 'ready', data });
    await community.act(id, ['witness', 'vet'], { outcome: 'agree', data: { vetOpinion: '可以。' } });
    await community.act(id, ['director', 'post'], { outcome: 'posted', data: { postedOn: community.today, postPlaces } });
  }

  const found = async () => {
    const { invariants } = await verifyDatabase(engineOf(community.db));
    return invariants.find(({ name }) => name === 'notice.period');
  };
  const sql = async (statement: string) => {
    const [rows] = await community.db.sequelize.query(statement);
    return rows as { id: string; value: unknown }[]; // as the statements below name their columns
  };
  /** Changes a column of a row for as long as `look` takes. */
  async function changed(table: string, id: string, [column, to]: [string, string | number], look: () => Promise<void>) {
    const set = (value: unknown) =>
      community.db.sequelize.query(`UPDATE "${table}" SET "${column}" = :value WHERE "id" = :id`, {
        replacements: { value, id },
      });
    const [was] = await sql(`SELECT "id", "${column}" AS "value" FROM "${table}" WHERE "id" = '${id}'`);
    await set(to);
    try {
      await look();
    } finally {
      await set(was?.value);
    }
  }
  const withVariables = async (id: string, variables: object, look: () => Promise<void>) => {
    const { variables: known } = await community.instance(id);
    await changed('bpmnInstances', id, ['variables', JSON.stringify({ ...known, ...variables })], look);
  };
  const historyOf = (kind: string, elementId: string) =>
    sql(
      `SELECT "id", "recordedAt" AS "value" FROM "bpmnHistory" WHERE "instanceId" = '${over}' AND "kind" = '${kind}'
      AND "elementId" = '${elementId}' ORDER BY "sequence"`,
    );

  it('finds nothing where each was posted for all of its days', async () => {
    expect(await community.brokenInvariants()).toEqual([]);
    expect(await historyOf('timerFired', 'periodOver')).toHaveLength(2);
    expect(await community.instance(over)).toMatchObject({ status: 'completed' });
  });

  it('finds an end that is a day too early', async () => {
    const endsOn = community.day(DAYS - 1);
    await withVariables(posted, { endsOn }, async () => {
      expect(await found()).toMatchObject({
        broken: 1,
        first: { table: 'bpmnInstances', rowId: posted, data: { fault: 'endsEarly', earliest: community.day(DAYS) } },
      });
    });
  });

  it('finds an end of a period that nobody knows', async () => {
    await withVariables(posted, { days: null }, async () => {
      expect(await found()).toMatchObject({ broken: 1, first: { rowId: posted, data: { fault: 'periodUnknown' } } });
    });
  });

  it('finds a timer that is due within the period', async () => {
    const [row] = await sql(
      `SELECT "id", 0 AS "value" FROM "bpmnSubscriptions" WHERE "instanceId" = '${posted}' AND "elementId" = 'periodOver'`,
    );
    const lastDay = Date.parse(`${community.day(DAYS)}T12:00:00+08:00`);
    await changed('bpmnSubscriptions', row!.id, ['dueAt', lastDay], async () => {
      expect(await found()).toMatchObject({
        broken: 1,
        first: { table: 'bpmnSubscriptions', rowId: row!.id, data: { fault: 'dueEarly' } },
      });
    });
  });

  it.each([
    ['that stands', 1],
    ['before it', 0],
  ])('finds that the period of the posting %s was over too early', async (_which, index) => {
    const row = (await historyOf('timerFired', 'periodOver'))[index]!;
    await changed('bpmnHistory', row.id, ['recordedAt', Number(row.value) - 2 * 24 * 60 * MINUTE], async () => {
      expect(await found()).toMatchObject({
        broken: 1,
        first: { table: 'bpmnHistory', rowId: row.id, instanceId: over, data: { fault: 'overEarly' } },
      });
    });
  });

  it('finds a conclusion without the end of the period', async () => {
    const fired = (await historyOf('timerFired', 'periodOver'))[1]!;
    const [concluding] = await historyOf('elementEntered', 'conclude');
    await changed('bpmnHistory', fired.id, ['kind', 'signalCaught'], async () => {
      expect(await found()).toMatchObject({ broken: 1, first: { rowId: concluding!.id, data: { fault: 'concludedEarly' } } });
    });
  });
});

import { readArchive, writeArchive, type Json, type Pack } from '@wuxin/pack-format';
import type {
  KeptTest,
  KeptTestResult,
  KeptTestRow,
  PackImported,
  PackPreview,
  TryOutPath,
  TryOutStep,
} from '../../../common/api';
import { bpmn, Desk, NO_PLACES, NOON, userTask } from '../../__fixtures__';
import { installDraftForm } from '../../forms';
import { placesOf } from '../../places';

const outcomes = '<wuxin:outcome key="agree" name="同意" /><wuxin:outcome key="return" name="退回" />';
const LETTER = `@wuxin:recordCollection="letters"
  <bpmn:startEvent id="begin" />${userTask('write', { name: '起草' })}${userTask('check', { name: '审核', kind: 'role', value: 'checker', inside: outcomes })}
  <bpmn:exclusiveGateway id="way" name="去向" default="flow5" /><bpmn:endEvent id="sent" name="发出" />
  begin -> write
  write -> check
  check -> way
  way -> sent : =outcome = "agree"
  way -> write`;

const CHAINS: Readonly<Record<string, readonly { id: string; name: string; level: string }[]>> = {
  '1': [{ id: '1', name: '云岭镇', level: 'township' }],
  '7': [
    { id: '1', name: '云岭镇', level: 'township' },
    { id: '7', name: '锦苑社区', level: 'community' },
  ],
};

describe('kept tests in a pack', () => {
  let desk: Desk;
  let pack: Pack;

  beforeAll(async () => {
    desk = await Desk.open(async ({ db }) => {
      const plain = [
        ['title', 'string', 'input'],
        ['text', 'text', 'textarea'],
      ].map(([name, type, face]) => ({ name, type, interface: face, uiSchema: { title: name } }));
      const picks = [
        ['reader', 'users'],
        ['office', 'roles'],
      ].map(([name, target]) => ({
        name,
        target,
        type: 'belongsTo',
        foreignKey: `${name}Id`,
        interface: 'm2o',
        uiSchema: { 'title': name, 'x-component': 'AssociationField' },
      }));
      await db.getRepository('collections').create({ values: { name: 'letters', fields: [...plain, ...picks] }, context: {} });
    });
    placesOf(desk.db).register({
      ...NO_PLACES,
      placesOf: async () => [],
      chainOf: async (_tx, id) => CHAINS[id] ?? [],
      search: async (_tx, { text = '' }) =>
        Object.values(CHAINS)
          .flatMap((chain) => chain.slice(-1))
          .filter(({ name }) => name === text),
    });
    await desk.write((tx) =>
      installDraftForm(tx, {
        processKey: 'letter',
        elementId: 'write',
        description: { collection: 'letters', rows: [[{ field: 'text' }], [{ field: 'reader' }], [{ field: 'office' }]] },
      }),
    );
    await desk.publish(bpmn('letter', LETTER));
    await keep('退回后重写', [write({ text: '一封信', reader: desk.id('outsider') }), check('return')]);
    pack = await exported();
  });
  afterAll(() => desk?.close());

  const at = (elementId: string) => ({ caseId: 'main', elementId, nth: 0 });
  const write = (data: Record<string, unknown> = {}): TryOutStep => ({
    ...at('write'),
    kind: 'complete',
    outcome: 'complete',
    opinion: '',
    data,
    byId: desk.id('clerk'),
  });
  const check = (outcome = 'agree'): TryOutStep => ({
    ...at('check'),
    kind: 'complete',
    outcome,
    opinion: '',
    data: {},
    byId: desk.id('checker'),
  });
  const pathOf = (steps: TryOutStep[]): TryOutPath => ({
    setup: { starterId: desk.id('clerk'), placeId: '7', startAt: NOON, variables: {}, record: {} },
    steps,
  });
  const of = (processKey: string) => ({ params: { filterByTk: processKey } });
  async function keep(name: string, steps: TryOutStep[], test?: string): Promise<void> {
    const kept = await desk
      .as('root')
      .post('bpmnProcesses:keepTest', { ...of('letter'), data: { name, path: pathOf(steps), test } });
    expect(kept.errors).toEqual([]);
  }
  const testsOf = async (key: string): Promise<KeptTestRow[]> =>
    (await desk.as('root').get<KeptTestRow[]>('bpmnProcesses:keptTests', of(key))).data;
  const pathKept = async (key: string, name: string): Promise<TryOutPath> => {
    const { id: test } = (await testsOf(key)).find((one) => one.name === name)!;
    return (await desk.as('root').get<KeptTest>('bpmnProcesses:keptTest', { params: { filterByTk: key, test } })).data.path;
  };
  async function exported(key = 'letter'): Promise<Pack> {
    const answer = await desk.as('root').file(`/api/bpmnProcesses:exportPack?filterByTk=${key}&state=draft`);
    return readArchive(answer.content)[0]!;
  }
  const send = <Data>(action: string, given: Pack, input: object) =>
    desk.as('root').upload<Data>(`bpmnPacks:${action}`, {
      file: { name: '来信.zip', content: Buffer.from(writeArchive([given])) },
      fields: { input: JSON.stringify(input) },
    });
  const preview = async (given: Pack): Promise<PackPreview> => {
    const seen = await send<PackPreview[]>('preview', given, {});
    expect(seen.errors).toEqual([]);
    return seen.data[0]!;
  };
  const take = async (given: Pack, fromPack: string[] = []) => {
    const { key, revision } = await preview(given);
    return send<PackImported[]>('import', given, { choices: [{ key, revision, fromPack }] });
  };
  const withTests = (given: Pack, tests: Readonly<Record<string, Json>>): Pack => ({
    ...given,
    parts: { ...given.parts, tests },
  });
  /** As if it came from an installation in which accounts are called like this. */
  const retold = (given: Pack, from: string, to: string): Pack =>
    withTests(given, JSON.parse(JSON.stringify(given.parts.tests).replaceAll(from, to)) as Record<string, Json>);
  /** The same procedure as if somebody had made it elsewhere, under another name. */
  const elsewhere = (given: Pack, key: string): Pack => {
    const { key: _letter, ...manifest } = given.manifest;
    return { ...given, manifest: { key, ...manifest }, process: given.process.replaceAll('"letter"', `"${key}"`) };
  };

  it('name people by their accounts and places by their names, and nobody by a number', () => {
    const test = pack.parts.tests!['退回后重写'] as unknown as { path: { setup: object; steps: object[] }; states: object[] };

    expect(test.path.setup).toMatchObject({ starter: 'clerk', place: '云岭镇/锦苑社区', startAt: NOON });
    expect(test.path.steps).toMatchObject([
      { by: 'clerk', data: { text: '一封信', reader: { $person: 'outsider' } } },
      { by: 'checker' },
    ]);
    expect(test.states).toMatchObject([
      { open: [{ elementId: 'write', groups: ['user:clerk'] }] },
      { open: [{ elementId: 'check', groups: ['role:checker'] }] },
      { open: [{ elementId: 'write', groups: ['user:clerk'] }] },
    ]);
    expect(JSON.stringify(test)).not.toMatch(/keptAt|keptBy|byId|starterId|placeId/);
  });

  it('are the same bytes each time', async () => {
    expect(writeArchive([await exported()])).toEqual(writeArchive([pack]));
  });

  it('come into an installation that has none, with its own people, and run there before the next publishing', async () => {
    const there = elsewhere(pack, 'mail');
    const seen = await preview(there);
    expect(seen.obstacles).toEqual([]);
    expect(seen.contents).toContainEqual({ name: '保留的测试', count: 1 });

    expect((await take(there)).errors).toEqual([]);
    expect(await testsOf('mail')).toMatchObject([{ name: '退回后重写', steps: 2 }]);
    expect(await pathKept('mail', '退回后重写')).toEqual(await pathKept('letter', '退回后重写'));
    const results = await desk.as('root').post<KeptTestResult[]>('bpmnProcesses:runTests', of('mail'));
    expect(results.data).toMatchObject([{ name: '退回后重写', difference: null }]);
    expect((await exported('mail')).parts.tests).toEqual(pack.parts.tests);
  });

  it('are taken over as a whole where only the pack changed them, and stay where only this side did', async () => {
    await take(pack); // from now on what both sides have in common
    await keep('一次通过', [write(), check()]);
    const newer = retold(pack, '一封信', '两封信');

    const seen = await preview(newer);
    expect(seen.findings.map(({ kind, change, part, name, where }) => [kind, change, part, name, where])).toEqual([
      ['kept', 'added', '保留的测试', '一次通过', ''],
      ['taken', 'changed', '保留的测试', '退回后重写', ''],
    ]);
    expect((await take(newer)).errors).toEqual([]);
    expect((await testsOf('letter')).map(({ name }) => name).sort()).toEqual(['一次通过', '退回后重写']);
    expect((await pathKept('letter', '退回后重写')).steps[0]).toMatchObject({
      data: { text: '两封信', reader: desk.id('outsider') },
    });
  });

  it('are asked about where both sides changed the same one', async () => {
    const { id } = (await testsOf('letter')).find(({ name }) => name === '退回后重写')!;
    await keep('退回后重写', [write({ text: '本地的信' }), check('return')], id);
    const newest = retold(pack, '一封信', '三封信');

    const seen = await preview(newest);
    const conflicts = seen.findings.filter(({ kind }) => kind === 'conflict');
    expect(conflicts).toMatchObject([{ part: '保留的测试', name: '退回后重写', here: null, pack: null }]);
    await take(newest);
    expect((await pathKept('letter', '退回后重写')).steps[0]).toMatchObject({ data: { text: '本地的信' } });

    const again = retold(pack, '一封信', '四封信');
    await take(again, [(await preview(again)).findings.find(({ kind }) => kind === 'conflict')!.id]);
    expect((await pathKept('letter', '退回后重写')).steps[0]).toMatchObject({ data: { text: '四封信' } });
  });

  it('are taken away by no pack: one without them says nothing about them', async () => {
    const { tests: _none, ...parts } = pack.parts;
    const before = await testsOf('letter');

    expect((await preview({ ...pack, parts })).findings.filter(({ change }) => change === 'removed')).toEqual([]);
    await take({ ...pack, parts });
    expect(await testsOf('letter')).toEqual(before);
  });

  it('of people or places whom nobody knows here are named and left out, and come in once they are here', async () => {
    const foreign = retold(retold(elsewhere(pack, 'note'), 'outsider', 'stranger'), '锦苑社区', '远方社区');
    const seen = await preview(foreign);

    expect(seen.obstacles).toEqual([
      { kind: 'leftOut', isWarning: true, text: expect.stringMatching(/“退回后重写”.*stranger、云岭镇\/远方社区/) },
    ]);
    expect((await take(foreign)).errors).toEqual([]);
    expect(await testsOf('note')).toEqual([]);

    await desk.test.createUser({ username: 'stranger' });
    const known = retold(foreign, '远方社区', '锦苑社区');
    expect((await preview(known)).findings).toMatchObject([{ kind: 'taken', change: 'added', part: '保留的测试' }]);
    await take(known);
    expect(await testsOf('note')).toMatchObject([{ name: '退回后重写' }]);
  });

  it('that use rows of one installation only say so, and stay where they are', async () => {
    await keep('选了科室', [write({ office: 'checker' }), check()]);
    const given = await exported();
    expect(given.parts.tests!['选了科室']).toEqual({ leftOut: 'rows' });

    const seen = await preview(elsewhere(given, 'memo'));
    expect(seen.obstacles).toEqual([{ kind: 'leftOut', isWarning: true, text: expect.stringContaining('“选了科室”') }]);
    expect((await take(elsewhere(given, 'memo'))).errors).toEqual([]);
    expect((await testsOf('memo')).map(({ name }) => name)).not.toContain('选了科室');
    expect((await preview(given)).obstacles).toEqual([]);
    expect((await testsOf('letter')).map(({ name }) => name)).toContain('选了科室');
  });

  it('say who returned a case, and what was taken back', async () => {
    const back: TryOutStep = { ...at('check'), kind: 'return', to: 'write', reason: '请重写', byId: desk.id('checker') };
    await keep('退回一步', [write(), back, write(), { kind: 'withdraw', caseId: 'main', reason: '写错了' }]);
    const given = await exported();
    const { path } = given.parts.tests!['退回一步'] as unknown as { path: { steps: object[] } };
    expect(path.steps.slice(1)).toMatchObject([
      { kind: 'return', to: 'write', by: 'checker' },
      { kind: 'complete', by: 'clerk' },
      { kind: 'withdraw', caseId: 'main' },
    ]);

    await take(elsewhere(given, 'reply'));
    expect(await pathKept('reply', '退回一步')).toEqual(await pathKept('letter', '退回一步'));
  });

  it.each<[string, Json]>([
    ['no path', { states: [] }],
    [
      'a person by a number',
      { path: { setup: { starter: 1, place: null, startAt: NOON, variables: {}, record: {} }, steps: [] }, states: [] },
    ],
    [
      'a step that nobody can do',
      {
        path: { setup: { starter: 'clerk', place: null, startAt: NOON, variables: {}, record: {} }, steps: [{ kind: 'jump' }] },
        states: [],
      },
    ],
  ])('with %s are refused by name, and nothing is kept', async (_, test) => {
    const answer = await send('preview', withTests(elsewhere(pack, 'bad'), { 坏的: test }), {});
    expect(answer).toMatchObject({
      status: 400,
      errors: [{ code: 'pack.badPart', message: expect.stringContaining('tests/坏的') }],
    });
  });

  it('of which there would be too many are refused', async () => {
    const one = pack.parts.tests!['退回后重写']!;
    const many = Object.fromEntries(Array.from({ length: 31 }, (_, index) => [`第 ${index} 个`, one]));
    const answer = await take(withTests(elsewhere(pack, 'crowd'), many));

    expect(answer).toMatchObject({ status: 400, errors: [{ code: 'pack.tooManyTests' }] });
    expect(await testsOf('crowd').catch(() => [])).toEqual([]);
  });
});

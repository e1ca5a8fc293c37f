import { expectRefused } from '@wuxin/test';
import type { Model } from '@nocobase/database';
import { Desk, userTask } from '../__fixtures__';
import type { Started } from '../../common/api';
import { activityTypesOf } from '../activity-types';
import { tables } from '../store';
import { underCommand } from './index';

const ONE_STEP = `<bpmn:startEvent id="begin" />${userTask('write', { name: '填写' })}<bpmn:endEvent id="end" />
  begin -> write
  write -> end`;

/** The business record of a case: who makes it, who works on it, and that nobody else changes it meanwhile. */
describe('the record of a case', () => {
  let desk: Desk;
  // NocoBase's repositories print what they roll back
  beforeAll(() => jest.spyOn(console, 'error').mockImplementation(() => undefined));
  afterAll(() => jest.restoreAllMocks());

  beforeAll(async () => {
    desk = await Desk.open(async ({ db }) => {
      db.collection({
        name: 'letters',
        createdBy: true,
        fields: [
          { type: 'string', name: 'title', interface: 'input' },
          { type: 'text', name: 'opinion', interface: 'textarea' },
          { type: 'belongsTo', name: 'drafter', target: 'users', foreignKey: 'drafterId', interface: 'm2o' },
          { type: 'hasMany', name: 'notes', target: 'letterNotes', foreignKey: 'letterId', interface: 'o2m' },
          {
            type: 'belongsToMany',
            name: 'readers',
            target: 'users',
            through: 'letterReaders',
            foreignKey: 'letterId',
            otherKey: 'readerId',
          },
        ],
      });
      db.collection({
        name: 'letterNotes',
        fields: [
          { type: 'string', name: 'text', interface: 'input' },
          { type: 'hasMany', name: 'replies', target: 'letterReplies', foreignKey: 'noteId', interface: 'o2m' },
        ],
      });
      db.collection({ name: 'letterReplies', fields: [{ type: 'string', name: 'text', interface: 'input' }] });
      await db.sync();
    });
    await desk.publishLines('letter', `@wuxin:recordCollection="letters"\n${ONE_STEP}`);
  });
  afterAll(() => desk?.close());

  const start = (data: object, by: Parameters<Desk['as']>[0] = 'clerk', locale?: 'zh-CN' | 'en-US') =>
    desk.as(by).post('bpmnInstances:start', { data, locale });
  const letters = () => desk.db.getRepository('letters');

  describe('about a record', () => {
    it('makes one with the case’s title and what the starter filled in', async () => {
      const { instanceId } = await desk.start('letter', 'clerk', {
        title: '来信一',
        record: { opinion: '见附件', drafter: desk.id('clerk') },
      });

      expect(await desk.record(instanceId)).toMatchObject({ title: '来信一', opinion: '见附件', drafterId: desk.id('clerk') });
    });

    it.each([
      ['a field that the collection does not have', { nothing: 1 }],
      ['its key', { id: 7 }],
      ['what the platform writes', { createdById: 1 }],
      ['a new row of another collection', { drafter: { username: 'intruder', roles: ['root'] } }],
    ])('refuses %s', async (_, record) => {
      const before = await desk.counts();
      const users = await desk.db.getRepository('users').count();

      const refusal = desk.start('letter', 'clerk', { record });

      await expect(refusal).rejects.toMatchObject({ code: 'record.fieldNotAllowed', status: 400 });

      expect(await desk.counts()).toEqual(before);
      expect(await desk.db.getRepository('users').count()).toBe(users);
    });

    it('has one open case for one record, also when two start at once', async () => {
      const row: Model = await letters().create({ values: { title: '旧信' } });
      const recordId = String(row.get('id'));

      const answers = await Promise.all([1, 2].map(() => start({ processKey: 'letter', recordId }, 'root')));

      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      expect(answers.find(({ status }) => status === 409)?.errors[0]?.code).toBe('record.hasOpenInstance');
    });

    it.each(['999999', 'abc', "1' OR '1'='1", '%'])('refuses %s, which is no record', async (recordId) => {
      await expectRefused((locale) => start({ processKey: 'letter', recordId }, 'root', locale), {
        code: 'record.notFound',
        status: 400,
      });
    });

    it('refuses an existing record to who may not read its collection: the form would show it', async () => {
      const row: Model = await letters().create({ values: { title: '他人的信' } });
      const recordId = String(row.get('id'));

      await expectRefused((locale) => start({ processKey: 'letter', recordId }, 'clerk', locale), {
        code: 'record.mayNotUse',
        status: 403,
      });
    });
  });

  describe('about one that exists, by who reads some rows of its collection', () => {
    // as NocoBase's "own records" of a role says it
    const own = { filter: { createdById: '{{ ctx.state.currentUser.id }}' } };
    beforeAll(() => desk.test.app.acl.getRole('member').grantAction('letters:view', own));
    afterAll(() => desk.test.app.acl.getRole('member').revokeResource('letters'));
    const letterOf = async (who: 'clerk' | 'checker') => {
      const row: Model = await letters().create({ values: { title: '一封' } });
      await row.update({ createdById: desk.id(who) });
      return String(row.get('id'));
    };

    it('is allowed for a row of theirs', async () => {
      expect(await start({ processKey: 'letter', recordId: await letterOf('clerk') })).toMatchObject({ status: 200 });
    });

    it('is refused for a row of somebody else', async () => {
      const recordId = await letterOf('checker');

      await expectRefused((locale) => start({ processKey: 'letter', recordId }, 'clerk', locale), {
        code: 'record.mayNotUse',
        status: 403,
      });
    });
  });

  describe('by a person', () => {
    const config = (...names: string[]) =>
      `<bpmn:extensionElements><wuxin:config>${names
        .map((name) => `<wuxin:property name="startField.${name}" value="" />`)
        .join('')}</wuxin:config></bpmn:extensionElements>`;
    beforeAll(() =>
      desk.publishLines('declared', `@wuxin:recordCollection="letters"\n${config('opinion', 'drafter')}\n${ONE_STEP}`),
    );

    it('is filled in the fields that the process declares', async () => {
      const answer = await start({ processKey: 'declared', record: { opinion: '见附件' } });

      expect(answer.errors).toEqual([]);
      expect(await desk.record((answer.data as Started).instanceId)).toMatchObject({ opinion: '见附件' });
    });

    it.each([
      ['any other field', 'declared', { opinion: '好', title: '假题' }, 'start.fieldNotDeclared'],
      ['any field where none is declared', 'letter', { opinion: '好' }, 'start.fieldNotDeclared'],
      ['a row of another collection', 'declared', { drafter: 1 }, 'record.fieldNotAllowed'],
    ])('is refused with %s', async (_, processKey, record, code) => {
      const before = await desk.counts();

      await expectRefused((locale) => start({ processKey, record }, 'root', locale), { code, status: 400 });

      expect(await desk.counts()).toEqual(before);
    });
  });

  it('has the title and the place of its case, whatever the starter wrote there', async () => {
    const { instanceId } = await desk.start('letter', 'clerk', { title: '真题', record: { title: '假题' } });

    expect(await desk.record(instanceId)).toMatchObject({ title: '真题' });
  });

  describe('and what works on its record', () => {
    it('a called case works on the record of its caller, which stays open', async () => {
      await desk.publishLines(
        'lettersCall',
        `@wuxin:recordCollection="letters"
        <bpmn:startEvent id="begin" /><bpmn:callActivity id="call" calledElement="letter" /><bpmn:endEvent id="end" />
        begin -> call
        call -> end`,
      );
      const { instanceId } = await desk.start('lettersCall', 'clerk', { title: '主件' });
      await desk.drain();
      const child = (await tables.instances.find(desk, { parentInstanceId: instanceId }))!;
      expect(child.recordId).toBe((await desk.row(instanceId)).recordId);

      await desk.complete('clerk', child.id, 'write');
      await desk.drain();

      expect(await desk.row(instanceId)).toMatchObject({ status: 'completed' });
    });

    it('a called case of another record collection makes a record of its own', async () => {
      await desk.publishLines(
        'plainCalls',
        `<bpmn:startEvent id="begin" /><bpmn:callActivity id="call" calledElement="letter" /><bpmn:endEvent id="end" />
        begin -> call
        call -> end`,
      );
      const { instanceId } = await desk.start('plainCalls', 'clerk', { title: '附件' });
      await desk.drain();
      const child = (await tables.instances.find(desk, { parentInstanceId: instanceId }))!;

      expect(await desk.record(child.id)).toMatchObject({ title: '附件' });
    });

    it('a gateway reads the record as the element before it has left it, in the same step', async () => {
      activityTypesOf(desk.db).registerOnce({
        type: 'stamp',
        async enter({ tx, instance }) {
          const change = { filterByTk: instance.recordId!, values: { opinion: '已盖章' }, transaction: tx.transaction };
          await underCommand(tx, () => tx.db.getRepository('letters').update(change));
          return { kind: 'completed', variables: {} };
        },
      });
      await desk.publishLines(
        'stamped',
        `@wuxin:recordCollection="letters"
        <bpmn:startEvent id="begin" /><bpmn:serviceTask id="stamp" wuxin:activityType="stamp" /><bpmn:exclusiveGateway id="way" default="flow3" />
        <bpmn:endEvent id="plain" /><bpmn:endEvent id="sealed" />
        begin -> stamp
        stamp -> way
        way -> plain
        way -> sealed : =record.opinion = "已盖章"`,
      );

      const { instanceId } = await desk.start('stamped', 'clerk', { record: { opinion: '未盖章' } });

      expect((await desk.track('clerk', instanceId)).data.passed).toMatchObject({ sealed: 1 });
    });
  });

  describe('while it is open', () => {
    const aLetter = async () => {
      const { instanceId } = await desk.start('letter', 'clerk', { title: '在办' });
      const recordId = (await desk.row(instanceId)).recordId!;
      return { instanceId, recordId, row: () => desk.record(instanceId) };
    };

    it('refuses every change of its record that is no command, the root user’s included', async () => {
      const { recordId, row } = await aLetter();
      const before = await row();

      await expectRefused(
        (locale) => desk.as('root').post('letters:update', { params: { filterByTk: recordId }, data: { title: '改' }, locale }),
        { code: 'record.underOpenInstance', status: 409 },
      );
      const destroyed = await desk.as('root').post('letters:destroy', { params: { filterByTk: recordId } });
      expect(destroyed).toMatchObject({ status: 409, errors: [{ code: 'record.underOpenInstance' }] });
      const changes = { filter: { id: recordId }, values: { title: '改' } };
      await expect(letters().update(changes)).rejects.toMatchObject({ code: 'record.underOpenInstance' });
      await expect(letters().destroy({ filterByTk: recordId })).rejects.toMatchObject({ code: 'record.underOpenInstance' });

      expect(await row()).toEqual(before);
    });

    it('refuses statements that change many rows at once and fire no hook of a row', async () => {
      const { recordId, row } = await aLetter();
      const model = desk.db.getModel('letters');
      const refusal = { code: 'record.underOpenInstance' };

      await expect(model.update({ title: '改' }, { where: { id: recordId } })).rejects.toMatchObject(refusal);
      await expect(model.update({ title: '改' }, { where: {} })).rejects.toMatchObject(refusal);
      await expect(model.destroy({ where: {} })).rejects.toMatchObject(refusal);
      await expect(
        letters().update({ filterByTk: recordId, values: { title: '改' }, individualHooks: false }),
      ).rejects.toMatchObject(refusal);
      await expect(model.update({ title: '改' }, { where: { id: 999_999 } })).resolves.toBeDefined();

      expect(await row()).toMatchObject({ title: '在办' });
    });

    describe('refuses every change of what its record owns', () => {
      let recordId: string;
      let note: Model;
      let reply: Model;
      let free: Model;
      const notes = () => desk.db.getRepository('letterNotes');
      const links = (id: string) =>
        desk.db.getRepository('letters.readers', id as never) as unknown as { add(id: number): Promise<unknown> }; // of a belongsToMany
      beforeAll(async () => {
        const people = { readers: [desk.id('clerk')] };
        const letter: Model = await letters().create({
          values: { title: '在办', notes: [{ text: '原话', replies: [{ text: '答' }] }], ...people },
        });
        free = await letters().create({ values: { title: '无案', notes: [{ text: '随意' }] } });
        recordId = String(letter.get('id'));
        await desk.as('root').post('bpmnInstances:start', { data: { processKey: 'letter', recordId } });
        note = await notes().findOne({ filter: { letterId: recordId } });
        reply = await desk.db.getRepository('letterReplies').findOne({ filter: { noteId: note.get('id') } });
      });

      const ways: [claim: string, change: () => Promise<unknown>][] = [
        ['a row of a sub-table', () => notes().update({ filterByTk: note.get('id') as number, values: { text: '改写' } })],
        ['the removal of such a row', () => notes().destroy({ filterByTk: note.get('id') as number })],
        ['a new row', () => notes().create({ values: { text: '添上', letterId: recordId } })],
        ['several new rows', () => desk.db.getModel('letterNotes').bulkCreate([{ text: '添上', letterId: recordId }])],
        [
          'a row that comes from another record',
          async () => {
            const other: Model = await notes().findOne({ filter: { letterId: free.get('id') } });
            return notes().update({ filterByTk: other.get('id') as number, values: { letterId: recordId } });
          },
        ],
        [
          'a row that goes to another record',
          () => notes().update({ filterByTk: note.get('id') as number, values: { letterId: free.get('id') } }),
        ],
        ['all rows in one statement', () => desk.db.getModel('letterNotes').update({ text: '改写' }, { where: {} })],
        [
          'a row of a row',
          () => desk.db.getRepository('letterReplies').update({ filterByTk: reply.get('id') as number, values: { text: '改' } }),
        ],
        ['a link', () => links(recordId).add(desk.id('checker'))],
      ];

      it.each(ways)('%s', async (_, change) => {
        const state = async () =>
          JSON.stringify([
            await notes().find({ sort: ['id'] }),
            await desk.db.getRepository('letterReplies').find({ sort: ['id'] }),
            await desk.db.getRepository('letterReaders').find(),
          ]);
        const before = await state();

        await expect(change()).rejects.toMatchObject({ code: 'record.underOpenInstance' });

        expect(await state()).toBe(before);
      });

      it('over HTTP, in both languages, and leaves rows of other records alone', async () => {
        const update = (id: unknown) => (locale: 'zh-CN' | 'en-US') =>
          desk.as('root').post('letterNotes:update', { params: { filterByTk: String(id) }, data: { text: '改写' }, locale });

        await expectRefused(update(note.get('id')), { code: 'record.underOpenInstance', status: 409 });
        const other: Model = await notes().findOne({ filter: { letterId: free.get('id') } });
        expect((await update(other.get('id'))('zh-CN')).status).toBe(200);
      });
    });

    it('leaves records without a case alone', async () => {
      const free: Model = await letters().create({ values: { title: '无案' } });

      const answer = await desk
        .as('root')
        .post('letters:update', { params: { filterByTk: String(free.get('id')) }, data: { title: '改' } });

      expect(answer.status).toBe(200);
    });

    it('opens its record again when it has ended', async () => {
      const { instanceId, recordId, row } = await aLetter();
      await desk.complete('clerk', instanceId, 'write');

      const answer = await desk.as('root').post('letters:update', { params: { filterByTk: recordId }, data: { title: '归档' } });

      expect(answer.status).toBe(200);
      expect(await row()).toMatchObject({ title: '归档' });
    });
  });
});

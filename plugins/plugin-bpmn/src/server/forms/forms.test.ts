import { BASE_PLUGINS, TestApp } from '@wuxin/test';
import { draftFormUid, type FormDescription, type FormNode, formTree } from '../../common/form';
import type { Tx } from '../runtime/tx';
import {
  checkReferences,
  freezeForm,
  type FrozenForm,
  isIntact,
  optionsFor,
  planRecordWrite,
  readCollections,
  readForTask,
  tryFreezeForm,
  validateSubmission,
} from '.';

interface FlowModels {
  insertModel(tree: FormNode, options: object): Promise<unknown>;
  patch(node: object, options: object): Promise<unknown>;
}

interface Row {
  get(name: string): unknown;
  toJSON(): Record<string, unknown>;
}
interface Rows {
  create(options: object): Promise<Row>;
  findOne(options: object): Promise<Row>;
  update(options: object): Promise<unknown>;
}

const DESCRIPTION: FormDescription = {
  collection: 'formCovenants',
  intro: '先看标题，再写意见。',
  rows: [
    [
      { field: 'title', pattern: 'readOnly' },
      { field: 'opinion', required: true },
    ],
    [{ field: 'drafter' }, { field: 'helpers' }],
    [{ field: 'files' }],
    [{ field: 'members', columns: [{ field: 'name', required: true }, { field: 'person' }] }],
  ],
};

describe('a form from draft to record', () => {
  let test: TestApp;
  let staff: { id: number };
  let covenantId: number;
  const uid = draftFormUid('covenant', 'Review');

  beforeAll(async () => {
    test = await TestApp.start({ plugins: [...BASE_PLUGINS, '@wuxin/plugin-bpmn'] });
    test.db.collection({
      name: 'formCovenants',
      createdBy: true,
      fields: [
        { type: 'string', name: 'title', interface: 'input', uiSchema: { title: '{{t("Title")}}' } },
        { type: 'text', name: 'opinion', interface: 'textarea', uiSchema: { title: '意见' } },
        { type: 'string', name: 'secret', interface: 'input' },
        {
          type: 'belongsTo',
          name: 'drafter',
          target: 'users',
          foreignKey: 'drafterId',
          interface: 'm2o',
          uiSchema: { 'x-component-props': { fieldNames: { value: 'id', label: 'nickname' } } },
        },
        { type: 'belongsToMany', name: 'helpers', target: 'users', through: 'formHelpers', interface: 'm2m' },
        { type: 'belongsToMany', name: 'files', target: 'attachments', through: 'formFiles', interface: 'attachment' },
        { type: 'hasMany', name: 'members', target: 'formMembers', foreignKey: 'covenantId', interface: 'o2m' },
      ],
    });
    test.db.collection({
      name: 'formMembers',
      titleField: 'name',
      fields: [
        { type: 'string', name: 'name', interface: 'input' },
        { type: 'string', name: 'note', interface: 'input' },
        { type: 'belongsTo', name: 'person', target: 'users', foreignKey: 'personId', interface: 'm2o' },
      ],
    });
    await test.db.sync();
    staff = await test.createUser({ username: 'wang', nickname: '王芳' });
    const row = await rows('formCovenants').create({
      values: {
        title: '公约',
        secret: '内部',
        drafter: staff.id,
        members: [{ name: '甲', note: '不在表单里', person: staff.id }],
        files: [
          { title: '扫描', filename: 'a.png', extname: '.png', mimetype: 'image/png', url: '/a.png', createdById: staff.id },
        ],
      },
    });
    covenantId = Number(row.get('id'));
    await inTx((tx) => insert(tx, formTree(DESCRIPTION, { uid, collections: readCollections(test.db) })));
  });
  afterAll(() => test.stop());

  const inTx = <Result>(run: (tx: Tx) => Promise<Result>) =>
    test.db.sequelize.transaction((transaction) => run({ db: test.db, transaction, now: 0 }));
  // NocoBase declares its repositories without types
  const rows = (name: string) => test.db.getRepository(name) as unknown as Rows;
  const flowModels = () => test.db.getRepository('flowModels') as unknown as FlowModels;
  const insert = ({ transaction }: Tx, tree: FormNode) => flowModels().insertModel(tree, { transaction });
  const freeze = () => inTx((tx) => freezeForm(tx, { draftUid: uid, elementId: 'Review' }));
  const read = async ({ contract }: FrozenForm) =>
    (await rows('formCovenants').findOne({ filterByTk: covenantId, ...readForTask(contract) })).toJSON();

  it('freezes to the same bytes as long as nobody changes the draft', async () => {
    const [first, second] = [await freeze(), await freeze()];
    expect(second.hash).toBe(first.hash);
    expect(isIntact(JSON.parse(JSON.stringify(first)) as FrozenForm)).toBe(true);
  });

  it('shows when a stored form was changed', async () => {
    const frozen = await freeze();
    frozen.contract.writable.push('secret');
    expect(isIntact(frozen)).toBe(false);
  });

  it('keeps the tree that the designer wrote, in order and without storage keys', async () => {
    const { tree } = await freeze();
    const [intro, form] = tree.subModels?.items as FormNode[];
    const grid = form?.subModels?.grid as FormNode;
    expect([tree.use, intro?.use, form?.use]).toEqual(['BpmnTaskGridModel', 'MarkdownBlockModel', 'BpmnTaskFormModel']);
    expect((grid.subModels?.items as FormNode[]).map((item) => item.stepParams?.fieldSettings?.init?.fieldPath)).toEqual([
      'title',
      'opinion',
      'drafter',
      'helpers',
      'files',
      'members',
    ]);
    expect(JSON.stringify(tree)).not.toContain('"parentId"');
  });

  it('switches off choosing from what the holder has no rights on', async () => {
    const { tree } = await freeze();
    expect(JSON.stringify(tree)).toContain('"uploadSettings":{"allowSelectExistingRecord":{"allowSelectExistingRecord":false}}');
  });

  it('reads the record with what the form shows and nothing else', async () => {
    const record = await read(await freeze());
    expect(
      Object.keys(record)
        .filter((name) => !name.endsWith('Id'))
        .sort(),
    ).toEqual(['drafter', 'files', 'helpers', 'id', 'members', 'opinion', 'title']);
    expect(record).not.toHaveProperty('secret');
    expect(Object.keys(record.drafter as object).sort()).toEqual(['id', 'nickname']);
    expect(record.members).toMatchObject([{ name: '甲', person: { nickname: '王芳' } }]);
    expect(JSON.stringify(record)).not.toContain('不在表单里');
    expect(JSON.stringify(record)).not.toContain('password');
  });

  it('reads what a file needs to be opened', async () => {
    const { files } = await read(await freeze());
    expect(files).toMatchObject([{ title: '扫描', filename: 'a.png', mimetype: 'image/png', url: expect.any(String) as string }]);
  });

  it('writes the validated values through the repository, rows with their columns and picks as keys', async () => {
    const { schema, contract } = await freeze();
    const record = await read({ schema, contract } as FrozenForm);
    const [member] = record.members as { id: number }[];
    const data = {
      opinion: '同意',
      drafter: { id: 1 },
      helpers: [staff.id, 1],
      members: [
        { id: member?.id, name: '甲改' },
        { name: '乙', person: staff.id },
      ],
    };
    const values = await validateSubmission({ schema, contract, data, record });
    await rows('formCovenants').update({ filterByTk: covenantId, ...planRecordWrite(contract, values) });
    const after = await rows('formCovenants').findOne({ filterByTk: covenantId, appends: ['helpers', 'members', 'drafter'] });
    expect(after.get('opinion')).toBe('同意');
    expect(after.get('secret')).toBe('内部');
    expect(after.toJSON()).toMatchObject({
      drafter: { id: 1, nickname: 'Super Admin' },
      members: [
        { name: '甲改', note: '不在表单里', personId: staff.id },
        { name: '乙', personId: staff.id },
      ],
    });
    expect((after.toJSON().helpers as { id: number }[]).map(({ id }) => id).sort()).toEqual([1, staff.id].sort());
  });

  it('offers key and title of the targets, and searches titles only', async () => {
    const { contract } = await freeze();
    const offer = (field: string, search?: string) => inTx((tx) => optionsFor(tx, { contract, field, search }));
    expect(await offer('drafter', '王')).toEqual([{ value: staff.id, label: '王芳' }]);
    expect(await offer('members.person')).toHaveLength(2);
    expect(await offer('drafter', 'wang')).toEqual([]);
  });

  it.each(['title', 'files', 'secret', 'members'])('offers nothing for %s', async (field) => {
    const { contract } = await freeze();
    await expect(inTx((tx) => optionsFor(tx, { contract, field }))).rejects.toMatchObject({
      code: 'task.noSuchPicker',
      status: 403,
    });
  });

  it('refuses to pick what does not exist', async () => {
    const frozen = await freeze();
    const check = inTx(async (tx) =>
      checkReferences(tx, { contract: frozen.contract, values: { drafter: 999 }, record: await read(frozen), userId: staff.id }),
    );
    await expect(check).rejects.toMatchObject({ code: 'task.noSuchOption' });
  });

  it("refuses somebody else's file and takes one's own and those that hang there already", async () => {
    const frozen = await freeze();
    const record = await read(frozen);
    const [there] = record.files as { id: number }[];
    const create = async (createdById: number) => {
      const row = await rows('attachments').create({
        values: { title: 'x' },
        context: { state: { currentUser: { id: createdById } } },
      });
      return Number(row.get('id'));
    };
    const [own, foreign] = [await create(staff.id), await create(1)];
    const check = (files: unknown[]) =>
      inTx((tx) => checkReferences(tx, { contract: frozen.contract, values: { files }, record, userId: staff.id }));
    await expect(check([there?.id, own])).resolves.toBeUndefined();
    await expect(check([foreign])).rejects.toMatchObject({ code: 'task.foreignFile' });
  });

  it('names a draft that is missing', async () => {
    await expect(inTx((tx) => freezeForm(tx, { draftUid: 'nowhere', elementId: 'Review' }))).rejects.toMatchObject({
      code: 'form.cannotCompile',
      data: { elementId: 'Review', reason: 'missing' },
    });
  });

  describe('with a field template', () => {
    const referenced = (targetUid: string): FormNode => ({
      uid: `${targetUid}_root`,
      use: 'BpmnTaskGridModel',
      subModels: {
        items: [
          {
            uid: `${targetUid}_form`,
            use: 'BpmnTaskFormModel',
            stepParams: { resourceSettings: { init: { dataSourceKey: 'main', collectionName: 'formCovenants' } } },
            subModels: {
              grid: {
                uid: `${targetUid}_grid`,
                use: 'ReferenceFormGridModel',
                stepParams: { referenceSettings: { useTemplate: { templateUid: 't', targetUid, templateName: '模板' } } },
              },
            },
          },
        ],
      },
    });

    it('freezes what the template stands for', async () => {
      const tree = formTree(
        { collection: 'formCovenants', rows: [[{ field: 'opinion' }]] },
        { uid: 'tpl', collections: readCollections(test.db) },
      );
      const [template] = tree.subModels?.items as FormNode[];
      const result = await inTx(async (tx) => {
        await insert(tx, { ...(template as FormNode), use: 'EditFormModel' });
        await insert(tx, referenced('tpl_form'));
        return tryFreezeForm(tx, 'tpl_form_root');
      });
      expect(result).toMatchObject({ ok: true, form: { contract: { writable: ['opinion'] } } });
    });

    it('refuses one that is gone, by its name', async () => {
      const result = await inTx(async (tx) => {
        await insert(tx, referenced('gone'));
        return tryFreezeForm(tx, 'gone_root');
      });
      expect(result).toMatchObject({ ok: false, problems: [{ item: '模板', reason: 'reference' }] });
    });
  });
});

import { aForm, aRule, assign, compiled, form, itemOf, setState, setStep, withRules } from '../__fixtures__/forms';
import { type InvalidField, validateSubmission, type Values } from '.';
import { planRecordWrite } from '../write-plan';

type Tree = ReturnType<typeof aForm>;

const submit = (
  tree: Tree,
  data: Values,
  { record = {}, skipsRequired = false }: { record?: Values; skipsRequired?: boolean } = {},
) => {
  const { schema, contract } = compiled(tree);
  // as it comes out of the version row
  const stored = JSON.parse(JSON.stringify({ schema, contract })) as { schema: typeof schema; contract: typeof contract };
  return validateSubmission({ ...stored, data, record: { id: 1, ...record }, skipsRequired });
};

const refusal = async (...args: Parameters<typeof submit>): Promise<{ code: string; data: Record<string, unknown> }> =>
  submit(...args).then(
    (values) => Promise.reject(new Error(`accepted: ${JSON.stringify(values)}`)),
    (error: { code: string; data: Record<string, unknown> }) => error,
  );

const complaints = async (...args: Parameters<typeof submit>) => {
  const { code, data } = await refusal(...args);
  expect(code).toBe('task.invalidData');
  return (data.fields as InvalidField[]).map(({ path, code: what }) => [path, what]);
};

describe('a submission that fits the form', () => {
  it('gives back the values', async () => {
    const data = { opinion: '同意', votes: 20, status: 'passed', heldOn: '2026-11-22', isUrgent: true, channels: ['visit'] };
    await expect(submit(aForm('opinion', 'votes', 'status', 'heldOn', 'isUrgent', 'channels'), data)).resolves.toEqual(data);
  });

  it('may leave out what the record already has', async () => {
    await expect(submit(aForm({ field: 'opinion', required: true }), {}, { record: { opinion: '已有' } })).resolves.toEqual({});
  });

  it('may clear what is not required', async () => {
    await expect(submit(aForm('opinion'), { opinion: null }, { record: { opinion: '旧' } })).resolves.toEqual({ opinion: null });
  });

  it('may miss required fields when the outcome does not ask for them', async () => {
    await expect(
      submit(aForm({ field: 'opinion', required: true }, 'title'), { title: 'x' }, { skipsRequired: true }),
    ).resolves.toEqual({ title: 'x' });
  });

  it('takes numbers that travelled as text', async () => {
    await expect(submit(aForm('votes'), { votes: '20' })).resolves.toEqual({ votes: '20' });
  });
});

describe('a submission that does not fit', () => {
  it('is refused for a field outside the form', async () => {
    expect(await refusal(aForm('opinion'), { opinion: 'x', secret: 'y' })).toMatchObject({
      code: 'task.fieldNotInForm',
      data: { paths: ['secret'] },
    });
  });

  it.each(['__proto__', 'constructor', 'toString'])('is refused for a field called %s', async (name) => {
    const data = JSON.parse(`{"${name}": 1}`) as Values;
    expect(await refusal(aForm('opinion'), data)).toMatchObject({ code: 'task.fieldNotInForm', data: { paths: [name] } });
  });

  it('is refused for a field that the form only shows, by its label', async () => {
    const tree = aForm({ field: 'title', pattern: 'readOnly' }, 'opinion');
    expect(await refusal(tree, { title: 'x' })).toMatchObject({
      code: 'task.fieldReadOnly',
      data: { paths: ['title'], path: '标题' },
    });
  });

  it('is refused for the key of the record', async () => {
    expect(await refusal(aForm('opinion'), { id: 2 })).toMatchObject({ code: 'task.fieldNotInForm' });
  });

  it.each([[undefined], [null], ['']])('is refused for a required field that is %p', async (opinion) => {
    expect(await complaints(aForm({ field: 'opinion', required: true }), { opinion }, { record: {} })).toEqual([
      ['opinion', 'required'],
    ]);
  });

  it('names the label of what is wrong', async () => {
    const { data } = await refusal(aForm({ field: 'opinion', required: true }), {});
    expect(data).toMatchObject({ labels: '审查意见', fields: [{ path: 'opinion', label: '审查意见', code: 'required' }] });
  });

  it.each([
    ['opinion', 1],
    ['opinion', { toString: 'x' }],
    ['votes', 'many'],
    ['votes', 1.5],
    ['isUrgent', 'yes'],
    ['heldOn', '2026-02-31'],
    ['heldOn', 'soon'],
    ['heldOn', '9999-12-31'],
    ['heldOn', '0226-11-22'],
    ['channels', 'visit'],
    ['drafter', [1]],
    ['helpers', 1],
  ])('is refused for the wrong type: %s %j', async (name, value) => {
    expect(await complaints(aForm(name), { [name]: value })).toEqual([[name, 'type']]);
  });

  it.each([
    ['status', 'invented'],
    ['channels', ['visit', 'invented']],
  ])('is refused for a value that is not offered: %s %j', async (name, value) => {
    expect(await complaints(aForm(name), { [name]: value })).toEqual([[name, 'choice']]);
  });

  it('is refused for a text that the column cannot hold', async () => {
    expect(await complaints(aForm('title'), { title: 'x'.repeat(256) })).toEqual([['title', 'maxLength']]);
  });

  it('is refused for a malformed address', async () => {
    expect(await complaints(aForm('email'), { email: 'nobody' })).toEqual([['email', 'format']]);
  });

  it("is refused by the field's own validation", async () => {
    expect(await complaints(aForm('votes'), { votes: -1 })).toEqual([['votes', 'number.min']]);
  });

  it("is refused by the form item's validation", async () => {
    const tree = aForm('title');
    setStep(itemOf(tree, 'title'), 'editItemSettings', 'validation', {
      validation: { type: 'string', rules: [{ name: 'max', args: { limit: 3 } }] },
    });
    expect(await complaints(tree, { title: 'long' })).toEqual([['title', 'string.max']]);
  });

  it('names everything that is wrong', async () => {
    const tree = aForm({ field: 'opinion', required: true }, 'votes');
    expect(await complaints(tree, { votes: -1 })).toEqual([
      ['opinion', 'required'],
      ['votes', 'number.min'],
    ]);
  });
});

describe('conditions', () => {
  const withReason = () => {
    const tree = aForm('status', { field: 'opinion', required: true }, 'title');
    return withRules(
      tree,
      aRule([{ path: form('status'), operator: '$ne', value: 'rejected' }], setState(tree, ['opinion'], 'hidden')),
    );
  };

  it('do not ask for what they hide', async () => {
    await expect(submit(withReason(), { status: 'passed' })).resolves.toEqual({ status: 'passed' });
  });

  it('drop the value of what they hide', async () => {
    await expect(submit(withReason(), { status: 'passed', opinion: '留下的文字' })).resolves.toEqual({ status: 'passed' });
  });

  it('ask for what they show', async () => {
    expect(await complaints(withReason(), { status: 'rejected' })).toEqual([['opinion', 'required']]);
  });

  it('read what the record has', async () => {
    expect(await complaints(withReason(), { title: 'x' }, { record: { status: 'rejected' } })).toEqual([['opinion', 'required']]);
  });

  it('require a field', async () => {
    const tree = aForm('status', 'opinion');
    withRules(
      tree,
      aRule([{ path: form('status'), operator: '$eq', value: 'rejected' }], setState(tree, ['opinion'], 'required')),
    );
    expect(await complaints(tree, { status: 'rejected' })).toEqual([['opinion', 'required']]);
    await expect(submit(tree, { status: 'passed' })).resolves.toEqual({ status: 'passed' });
  });

  it('keep the value of what they only conceal, and check it', async () => {
    const tree = aForm('status', { field: 'votes', required: true });
    withRules(tree, aRule([], setState(tree, ['votes'], 'hiddenReservedValue')));
    await expect(submit(tree, { votes: 3 })).resolves.toEqual({ votes: 3 });
    await expect(submit(tree, {})).resolves.toEqual({});
    expect(await complaints(tree, { votes: -1 })).toEqual([['votes', 'number.min']]);
  });

  it('drop what was sent for a field that they lock', async () => {
    const tree = aForm('status', 'opinion');
    withRules(tree, aRule([{ path: form('status'), operator: '$eq', value: 'passed' }], setState(tree, ['opinion'], 'disabled')));
    await expect(submit(tree, { status: 'passed', opinion: 'x' })).resolves.toEqual({ status: 'passed' });
    await expect(submit(tree, { status: 'draft', opinion: 'x' })).resolves.toEqual({ status: 'draft', opinion: 'x' });
  });

  it('open a disabled field', async () => {
    const tree = aForm('status', 'opinion');
    setStep(itemOf(tree, 'opinion'), 'editItemSettings', 'pattern', { pattern: 'disabled' });
    withRules(
      tree,
      aRule([{ path: form('status'), operator: '$eq', value: 'rejected' }], setState(tree, ['opinion'], 'enabled')),
    );
    await expect(submit(tree, { status: 'rejected', opinion: 'x' })).resolves.toEqual({ status: 'rejected', opinion: 'x' });
    await expect(submit(tree, { status: 'passed', opinion: 'x' })).resolves.toEqual({ status: 'passed' });
  });

  it('narrow the options', async () => {
    const tree = aForm('isUrgent', 'status');
    withRules(
      tree,
      aRule([{ path: form('isUrgent'), operator: '$isTruly', value: true }], {
        name: 'linkageSetFieldProps',
        value: { fields: [itemOf(tree, 'status').uid], state: 'limitOptions', selectedOptions: [{ value: 'draft' }] },
      }),
    );
    expect(await complaints(tree, { isUrgent: true, status: 'passed' })).toEqual([['status', 'choice']]);
    await expect(submit(tree, { isUrgent: false, status: 'passed' })).resolves.toBeDefined();
  });

  it('let the last rule win', async () => {
    const tree = aForm('status', { field: 'opinion', required: true });
    withRules(
      tree,
      aRule([], setState(tree, ['opinion'], 'hidden')),
      aRule([{ path: form('status'), operator: '$eq', value: 'rejected' }], setState(tree, ['opinion'], 'visible')),
    );
    expect(await complaints(tree, { status: 'rejected' })).toEqual([['opinion', 'required']]);
  });
});

describe('values that rules set', () => {
  it('win over what was sent', async () => {
    const tree = withRules(
      aForm('status', 'opinion'),
      aRule([{ path: form('status'), operator: '$eq', value: 'rejected' }], assign('opinion', '不同意')),
    );
    await expect(submit(tree, { status: 'rejected', opinion: 'x' })).resolves.toEqual({ status: 'rejected', opinion: '不同意' });
    await expect(submit(tree, { status: 'passed', opinion: 'x' })).resolves.toEqual({ status: 'passed', opinion: 'x' });
  });

  it('reach fields that people only see', async () => {
    const tree = withRules(
      aForm('status', { field: 'title', pattern: 'readOnly' }),
      aRule([{ path: form('status'), operator: '$eq', value: 'passed' }], assign('title', '通过')),
    );
    const values = await submit(tree, { status: 'passed' }, { record: { title: '旧' } });
    expect(planRecordWrite(compiled(tree).contract, values).values).toEqual({ status: 'passed', title: '通过' });
  });

  it('follow another field', async () => {
    const tree = withRules(
      aForm('title', { field: 'opinion', pattern: 'readOnly' }),
      aRule([], assign('opinion', form('title'))),
    );
    await expect(submit(tree, { title: '甲' })).resolves.toEqual({ title: '甲', opinion: '甲' });
  });

  it('are checked like any other', async () => {
    const tree = withRules(aForm('title', 'votes'), aRule([], assign('votes', -5)));
    expect(await complaints(tree, { title: 'x' })).toEqual([['votes', 'number.min']]);
  });

  it('do not write a default that nobody sent', async () => {
    const tree = withRules(aForm('status', 'opinion'), aRule([], assign('opinion', '无', 'default')));
    await expect(submit(tree, { status: 'draft' })).resolves.toEqual({ status: 'draft' });
  });
});

describe('picks and files', () => {
  it('are keys, whatever shape they come in', async () => {
    const tree = aForm('drafter', 'helpers', 'files');
    await expect(submit(tree, { drafter: { id: 3 }, helpers: [{ id: 1 }, 2], files: [{ id: 9 }] })).resolves.toEqual({
      drafter: 3,
      helpers: [1, 2],
      files: [9],
    });
  });

  it('bring no values of their target along', async () => {
    await expect(submit(aForm('drafter'), { drafter: { id: 3, nickname: '改名' } })).resolves.toEqual({ drafter: 3 });
    expect(await refusal(aForm('drafter'), { drafter: { id: 3, phone: '0' } })).toMatchObject({
      code: 'task.fieldNotInForm',
      data: { paths: ['drafter.phone'] },
    });
  });

  it('may be cleared', async () => {
    await expect(submit(aForm('drafter'), { drafter: null }, { record: { drafter: { id: 1, nickname: 'x' } } })).resolves.toEqual(
      { drafter: null },
    );
  });

  it('may be required', async () => {
    expect(await complaints(aForm({ field: 'files', required: true }), { files: [] })).toEqual([['files', 'required']]);
    await expect(submit(aForm({ field: 'files', required: true }), {}, { record: { files: [{ id: 1 }] } })).resolves.toEqual({});
  });
});

describe('rows', () => {
  const members = (rest: object = {}) =>
    aForm({
      field: 'members',
      columns: [
        { field: 'name', required: true },
        { field: 'age' },
        { field: 'reason', pattern: 'readOnly' },
        { field: 'person' },
      ],
      ...rest,
    });
  const record = { members: [{ id: 7, name: '王芳', age: 40, reason: '旧', person: { id: 2, nickname: '甲' } }] };

  it('are checked column by column', async () => {
    expect(await complaints(members(), { members: [{ name: '李', age: 30 }, { age: 'x' }] })).toEqual([
      ['members.1.name', 'required'],
      ['members.1.age', 'type'],
    ]);
  });

  it('keep their keys and what was not sent', async () => {
    await expect(
      submit(
        members(),
        {
          members: [
            { id: 7, age: 41 },
            { name: '新', person: { id: 3 } },
          ],
        },
        { record },
      ),
    ).resolves.toEqual({
      members: [
        { id: 7, age: 41 },
        { name: '新', person: 3 },
      ],
    });
  });

  it.each([
    [{ id: 7, secret: 1 }, 'task.fieldNotInForm', 'members.0.secret'],
    [{ id: 7, covenantId: 2 }, 'task.fieldNotInForm', 'members.0.covenantId'],
    [{ id: 7, reason: 'x' }, 'task.fieldReadOnly', 'members.0.reason'],
    [{ id: 7, person: { id: 1, phone: '0' } }, 'task.fieldNotInForm', 'members.0.person.phone'],
  ])('refuse %j', async (row, code, path) => {
    expect(await refusal(members(), { members: [row] }, { record })).toMatchObject({ code, data: { paths: [path] } });
  });

  it('of another record are refused', async () => {
    expect(await complaints(members(), { members: [{ id: 8, name: 'x' }] }, { record })).toEqual([
      ['members.0', 'rowNotInRecord'],
    ]);
  });

  it('may not come twice', async () => {
    expect(await complaints(members(), { members: [{ id: 7 }, { id: 7 }] }, { record })).toEqual([
      ['members.1', 'rowNotInRecord'],
    ]);
  });

  it('may be removed', async () => {
    await expect(submit(members(), { members: [] }, { record })).resolves.toEqual({ members: [] });
  });

  it.each([
    ['allowAddNew', { members: [{ id: 7 }, { name: 'x' }] }, ['members.1', 'rowAdded']],
    ['allowDisassociation', { members: [] }, ['members', 'rowMissing']],
  ])('without %s', async (step, data, complaint) => {
    const tree = members();
    const [component] = [itemOf(tree, 'members').subModels?.field] as Parameters<typeof setStep>[0][];
    setStep(component!, 'subTableColumnSettings', step, { [step]: false });
    expect(await complaints(tree, data, { record })).toEqual([complaint]);
  });

  it.each([['x'], [{ 0: { name: 'x' } }], [['x']]])('that are no rows are refused: %j', async (value) => {
    expect((await complaints(members(), { members: value }))[0]?.[1]).toBe('type');
  });
});

describe('hostile schemas', () => {
  const pwned = () => (globalThis as Record<string, unknown>).pwned;
  const code = '{{ (function(){ globalThis.pwned = true; return true })() }}';

  afterEach(() => void delete (globalThis as Record<string, unknown>).pwned);

  it('do not run what looks like an expression', async () => {
    const { schema, contract } = compiled(aForm('title', 'opinion'));
    Object.assign(schema.properties.title ?? {}, {
      'title': code,
      'default': code,
      'pattern': code,
      'x-visible': code,
      'x-component-props': { onChange: code },
      'x-data': { a: code },
      'enum': code,
    });
    Object.assign(schema.properties.opinion ?? {}, {
      'x-reactions': [code, { when: code, fulfill: { state: { value: code }, run: 'globalThis.pwned = true' }, target: 'title' }],
    });
    await validateSubmission({ schema, contract, data: { title: 'x', opinion: 'y' }, record: { id: 1 } }).catch(() => undefined);
    expect(pwned()).toBeUndefined();
  });

  it('do not run what people type', async () => {
    await expect(submit(aForm('title'), { title: code })).resolves.toEqual({ title: code });
    expect(pwned()).toBeUndefined();
  });
});

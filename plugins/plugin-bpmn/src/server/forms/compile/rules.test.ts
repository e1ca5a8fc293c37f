import { aForm, aRule, assign, compile, compiled, form, itemOf, setState, setStep, withRules } from '../__fixtures__/forms';

const refusals = (tree: Parameters<typeof compile>[0]) => {
  const result = compile(tree);
  return result.ok ? [] : result.problems.map(({ reason, detail }) => [reason, detail]);
};
const isRejected = [{ path: form('status'), operator: '$eq', value: 'rejected' }];

describe('rules of a form that become reactions', () => {
  it.each([
    ['hidden', { kind: 'visible', isVisible: false }],
    ['visible', { kind: 'visible', isVisible: true }],
    ['hiddenReservedValue', { kind: 'concealed' }],
    ['required', { kind: 'required', isRequired: true }],
    ['notRequired', { kind: 'required', isRequired: false }],
    ['disabled', { kind: 'editable', isEditable: false }],
    ['enabled', { kind: 'editable', isEditable: true }],
  ])('state %s', (state, effect) => {
    const tree = aForm('status', 'opinion');
    withRules(tree, aRule(isRejected, setState(tree, ['opinion'], state)));
    expect(compiled(tree).schema.properties.opinion?.['x-reactions']).toEqual([
      {
        when: {
          kind: 'all',
          items: [{ kind: 'compare', left: { scope: 'form', path: 'status' }, operator: '$eq', right: { constant: 'rejected' } }],
        },
        effect,
      },
    ]);
  });

  it('narrowed options', () => {
    const tree = aForm('isUrgent', 'status');
    withRules(
      tree,
      aRule([], {
        name: 'linkageSetFieldProps',
        value: { fields: [itemOf(tree, 'status').uid], state: 'limitOptions', selectedOptions: [{ value: 'draft' }] },
      }),
    );
    expect(compiled(tree).schema.properties.status?.['x-reactions']?.[0]?.effect).toEqual({ kind: 'choice', choice: ['draft'] });
  });

  it('a constant or another field as a value', () => {
    const tree = withRules(
      aForm('status', 'opinion', 'title'),
      aRule(isRejected, assign('opinion', '不同意'), assign('title', form('status'))),
    );
    const { properties } = compiled(tree).schema;
    expect(properties.opinion?.['x-reactions']?.[0]?.effect).toEqual({
      kind: 'value',
      value: { constant: '不同意' },
      whenEmpty: false,
    });
    expect(properties.title?.['x-reactions']?.[0]?.effect).toMatchObject({ value: { scope: 'form', path: 'status' } });
  });

  it('values set for the whole form', () => {
    const tree = aForm('opinion');
    const [node] = tree.subModels?.items as Parameters<typeof setStep>[0][];
    setStep(node!, 'formModelSettings', 'assignRules', {
      value: [{ key: 'k', enable: true, targetPath: 'opinion', mode: 'default', value: '无' }],
    });
    expect(compiled(tree).schema.properties.opinion?.['x-reactions']?.[0]?.effect).toMatchObject({ whenEmpty: true });
  });

  it('a rule that is switched off is no rule', () => {
    const tree = aForm('status');
    withRules(tree, { ...aRule([], { name: 'linkageRunjs', value: {} }), enable: false });
    expect(compiled(tree).schema.properties.status?.['x-reactions']).toBeUndefined();
  });

  it('a field that a rule may hide is not required whatever the conditions say', () => {
    const tree = aForm('status', { field: 'opinion', required: true });
    withRules(tree, aRule(isRejected, setState(tree, ['opinion'], 'hidden')));
    expect(compiled(tree).contract.required).toEqual([]);
  });

  it('a disabled field that a rule enables is writable', () => {
    const tree = aForm('status', 'opinion');
    setStep(itemOf(tree, 'opinion'), 'editItemSettings', 'pattern', { pattern: 'disabled' });
    withRules(tree, aRule(isRejected, setState(tree, ['opinion'], 'enabled')));
    expect(compiled(tree).contract.writable).toContain('opinion');
  });
});

describe('rules that cannot be enforced are refused', () => {
  it('scripts', () => {
    expect(refusals(withRules(aForm('status'), aRule([], { name: 'linkageRunjs', value: { script: 'alert(1)' } })))).toEqual([
      ['script', 'linkageRunjs'],
    ]);
  });

  it('a value from a script', () => {
    expect(refusals(withRules(aForm('status'), aRule([], assign('status', { code: 'return 1', version: 'v1' }))))).toEqual([
      ['script', 'status'],
    ]);
  });

  it('unknown actions', () => {
    expect(refusals(withRules(aForm('status'), aRule([], { name: 'linkageMagic', value: {} })))).toEqual([
      ['ruleAction', 'linkageMagic'],
    ]);
  });

  it.each([
    '{{ ctx.user.id }}',
    '{{ ctx.record.secret }}',
    '{{ ctx.formValues.secret }}',
    '{{ ctx.formValues.drafter.phone }}',
    '{{ ctx.item.value.name }}',
    '{{ ctx.formValues.status + 1 }}',
  ])('a condition that reads %s', (path) => {
    const tree = aForm('status', 'drafter');
    withRules(tree, aRule([{ path, operator: '$eq', value: 1 }], setState(tree, ['status'], 'hidden')));
    expect(refusals(tree)).toEqual([['ruleVariable', path]]);
  });

  it('a right side that reads something unknown', () => {
    const tree = aForm('status', 'title');
    withRules(
      tree,
      aRule([{ path: form('status'), operator: '$eq', value: '{{ ctx.user.nickname }}' }], setState(tree, ['title'], 'hidden')),
    );
    expect(refusals(tree)).toEqual([['ruleVariable', '{{ ctx.user.nickname }}']]);
  });

  it('an unknown comparison', () => {
    const tree = aForm('status', 'title');
    withRules(tree, aRule([{ path: form('status'), operator: '$sounds', value: 1 }], setState(tree, ['title'], 'hidden')));
    expect(refusals(tree)).toEqual([['ruleOperator', '$sounds']]);
  });

  it('a relative date', () => {
    const tree = aForm('heldOn', 'title');
    withRules(
      tree,
      aRule([{ path: form('heldOn'), operator: '$dateBefore', value: { type: 'today' } }], setState(tree, ['title'], 'hidden')),
    );
    expect(refusals(tree)).toEqual([['ruleOperator', '$dateBefore']]);
  });

  it('a target outside the form', () => {
    expect(refusals(withRules(aForm('status'), aRule([], assign('secret', 'x'))))).toEqual([['ruleTarget', 'secret']]);
  });

  it('a picked row set by a rule', () => {
    expect(refusals(withRules(aForm('drafter'), aRule([], assign('drafter', { id: 1 }))))).toEqual([['ruleTarget', 'drafter']]);
  });

  it('rules that go round in a circle', () => {
    const tree = aForm('status', 'title');
    withRules(
      tree,
      aRule([{ path: form('status'), operator: '$eq', value: 'draft' }], assign('title', 'a')),
      aRule([{ path: form('title'), operator: '$eq', value: 'a' }], assign('status', 'passed')),
    );
    expect(refusals(tree)).toEqual([['ruleCycle', 'status']]);
  });
});

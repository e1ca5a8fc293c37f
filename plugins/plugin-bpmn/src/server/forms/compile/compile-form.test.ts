import { aForm, compile, compiled, componentOf, gridOf, itemOf, setStep } from '../__fixtures__/forms';

const reasons = (tree: Parameters<typeof compile>[0]) => {
  const result = compile(tree);
  return result.ok ? [] : result.problems.map(({ item, reason }) => [item, reason]);
};

describe('a form that can be compiled', () => {
  it('reads what it shows and writes what it edits', () => {
    const { contract } = compiled(aForm({ field: 'title', pattern: 'readOnly' }, 'opinion'));
    expect(contract).toMatchObject({
      collection: 'covenants',
      keyField: 'id',
      readable: ['title', 'opinion'],
      writable: ['opinion'],
      required: [],
    });
  });

  it('requires what the form requires', () => {
    const { contract, schema } = compiled(aForm({ field: 'opinion', required: true }));
    expect(contract.required).toEqual(['opinion']);
    expect(schema.properties.opinion).toMatchObject({ type: 'string', title: '审查意见', required: true });
  });

  it('requires what the field itself requires', () => {
    const tree = aForm('votes');
    setStep(itemOf(tree, 'votes'), 'editItemSettings', 'validation', {
      validation: { type: 'number', rules: [{ name: 'required' }] },
    });
    expect(compiled(tree).contract.required).toEqual(['votes']);
  });

  it('asks of a value what its column and its field ask', () => {
    const { schema } = compiled(aForm('title', 'status', 'votes'));
    expect(schema.properties.title?.['x-validator']).toEqual([{ valueType: 'text' }, { maxLength: 255 }]);
    expect(schema.properties.status?.['x-validator']).toContainEqual({ choice: ['draft', 'passed', 'rejected'] });
    expect(schema.properties.votes?.['x-validator']).toContainEqual({
      joi: { type: 'number', rules: [{ key: 'r1', name: 'min', args: { limit: 0 } }] },
    });
  });

  it('never writes what the platform fills in', () => {
    const tree = aForm({ field: 'createdAt', pattern: 'readOnly' });
    setStep(itemOf(tree, 'createdAt'), 'editItemSettings', 'pattern', { pattern: 'editable' });
    expect(compiled(tree).contract.writable).toEqual([]);
  });

  it('picks by key and shows the title', () => {
    const { contract } = compiled(aForm('drafter'));
    expect(contract.fields).toMatchObject([
      { kind: 'pick', target: 'users', keyField: 'id', titleField: 'nickname', isMany: false },
    ]);
  });

  it('knows the writable columns of rows', () => {
    const { contract } = compiled(
      aForm({
        field: 'members',
        columns: [{ field: 'name', required: true }, { field: 'age', pattern: 'readOnly' }, { field: 'person' }],
      }),
    );
    expect(contract.writable).toEqual(['members', 'members.name', 'members.person']);
    expect(contract.required).toEqual(['members.name']);
    expect(contract.readable).toContain('members.age');
  });

  it('lets nothing of disabled rows be written', () => {
    const { contract } = compiled(aForm({ field: 'members', pattern: 'readOnly', columns: [{ field: 'name' }] }));
    expect(contract.writable).toEqual([]);
  });

  it('keeps the data scope of a picker when it is constant', () => {
    const tree = aForm('drafter');
    setStep(componentOf(tree, 'drafter'), 'selectSettings', 'dataScope', {
      filter: { logic: '$and', items: [{ path: 'nickname', operator: '$includes', value: '王' }] },
    });
    expect(compiled(tree).contract.fields).toMatchObject([{ scope: { $and: [{ nickname: { $includes: '王' } }] } }]);
  });

  it('shows columns of an associated row without writing them', () => {
    const tree = aForm();
    gridOf(tree).subModels = { items: [associationItem('drafter.phone')] };
    const { contract } = compiled(tree);
    expect(contract).toMatchObject({ readable: ['drafter', 'drafter.phone'], writable: [] });
  });
});

describe('what cannot be compiled is refused by name', () => {
  it.each([
    ['JSItemModel', 'script'],
    ['JSEditableFieldModel', 'script'],
    ['ReferenceFormGridModel', 'reference'],
    ['CustomButtonModel', 'model'],
  ])('an item %s: %s', (use, reason) => {
    const tree = aForm('title');
    gridOf(tree).subModels = { items: [{ uid: 'x', use }] };
    expect(reasons(tree)).toEqual([[use, reason]]);
  });

  it('a field component that runs a script', () => {
    const tree = aForm('title');
    componentOf(tree, 'title').use = 'JSEditableFieldModel';
    expect(reasons(tree)).toEqual([['标题', 'script']]);
  });

  it('a component that was bound later', () => {
    const tree = aForm('drafter');
    componentOf(tree, 'drafter').stepParams = { fieldBinding: { use: 'RecordPickerFieldModel' } } as never; // here NocoBase stores a name
    expect(reasons(tree)).toEqual([['起草人', 'model']]);
  });

  it('an event flow on any node', () => {
    const tree = aForm('title');
    itemOf(tree, 'title').flowRegistry = { onClick: { steps: {} } };
    expect(reasons(tree)).toEqual([['FormItemModel', 'eventFlow']]);
  });

  it('a block of code beside the form', () => {
    const tree = aForm('title');
    tree.subModels = { items: [...(tree.subModels?.items as []), { uid: 'js', use: 'JSBlockModel' }] };
    expect(reasons(tree)).toEqual([['JSBlockModel', 'script']]);
  });

  it('a tree without a form', () => {
    expect(reasons({ uid: 'x', use: 'BpmnTaskGridModel' })).toEqual([['BpmnTaskGridModel', 'noForm']]);
  });

  it('two forms', () => {
    const tree = aForm('title');
    const items = tree.subModels?.items as never[];
    tree.subModels = { items: [...items, ...items] };
    expect(reasons(tree)).toEqual([['BpmnTaskFormModel', 'severalForms']]);
  });

  it('a field that the collection does not have', () => {
    const tree = aForm('title');
    setStep(itemOf(tree, 'title'), 'fieldSettings', 'init', { fieldPath: 'gone' });
    expect(reasons(tree)).toEqual([['gone', 'unknownField']]);
  });

  it('a collection that does not exist', () => {
    const tree = aForm('title');
    setStep((tree.subModels?.items as never[])[0]!, 'resourceSettings', 'init', { collectionName: 'gone' });
    expect(reasons(tree)).toEqual([['BpmnTaskFormModel', 'collection']]);
  });

  it('the same field twice', () => {
    const tree = aForm('title');
    gridOf(tree).subModels = { items: [itemOf(tree, 'title'), { ...itemOf(tree, 'title'), uid: 'again' }] };
    expect(reasons(tree)).toEqual([['标题', 'duplicate']]);
  });

  it('an editable field of an associated row', () => {
    const tree = aForm();
    gridOf(tree).subModels = { items: [{ ...associationItem('drafter.phone'), use: 'FormItemModel' }] };
    expect(reasons(tree)).toEqual([['drafter.phone', 'fieldOfAssociation']]);
  });

  it('editable rows that may belong to others', () => {
    const tree = aForm('helpers');
    Object.assign(componentOf(tree, 'helpers'), { use: 'SubTableFieldModel' });
    expect(reasons(tree)).toEqual([['协助人', 'sharedRows']]);
  });

  it('picking rows that belong to one record: it would take them away from another', () => {
    const tree = aForm('members');
    componentOf(tree, 'members').use = 'RecordSelectFieldModel';
    expect(reasons(tree)).toEqual([['成员', 'ownedRows']]);
  });

  it('uploads into a file collection with rights of its own', () => {
    const tree = aForm('scans');
    componentOf(tree, 'scans').use = 'UploadFieldModel';
    expect(reasons(tree)).toEqual([['扫描件', 'fileCollection']]);
  });

  it('creating rows of the target from a picker', () => {
    const tree = aForm('drafter');
    setStep(componentOf(tree, 'drafter'), 'selectSettings', 'quickCreate', { quickCreate: 'modalAdd' });
    expect(reasons(tree)).toEqual([['起草人', 'quickCreate']]);
  });

  it('choosing from all files', () => {
    const tree = aForm('files');
    setStep(componentOf(tree, 'files'), 'uploadSettings', 'allowSelectExistingRecord', { allowSelectExistingRecord: true });
    expect(reasons(tree)).toEqual([['附件', 'selectExisting']]);
  });

  it('a data scope with a variable', () => {
    const tree = aForm('drafter');
    setStep(componentOf(tree, 'drafter'), 'selectSettings', 'dataScope', {
      filter: { logic: '$and', items: [{ path: 'id', operator: '$eq', value: '{{ ctx.user.id }}' }] },
    });
    expect(reasons(tree)).toEqual([['起草人', 'optionScope']]);
  });

  it('a value without a type that can be checked', () => {
    const tree = aForm({ field: 'settings', pattern: 'readOnly' });
    setStep(itemOf(tree, 'settings'), 'editItemSettings', 'pattern', { pattern: 'editable' });
    componentOf(tree, 'settings').use = 'TextareaFieldModel';
    expect(reasons(tree)).toEqual([['设置', 'validation']]);
  });

  it('a validation that Joi does not know', () => {
    const tree = aForm('title');
    setStep(itemOf(tree, 'title'), 'editItemSettings', 'validation', {
      validation: { type: 'string', rules: [{ name: 'evaluate', args: { code: '1' } }] },
    });
    expect(reasons(tree)).toEqual([['标题', 'validation']]);
  });

  it('a button of its own: outcomes are data of the process', () => {
    const tree = aForm('title');
    const [form] = tree.subModels?.items as { subModels: object }[];
    Object.assign(form!.subModels, { actions: [{ uid: 'b', use: 'FormSubmitActionModel' }] });
    expect(reasons(tree)).toEqual([['FormSubmitActionModel', 'model']]);
  });

  it('every item at once', () => {
    const tree = aForm('title', 'files', 'drafter');
    componentOf(tree, 'title').use = 'JSFieldModel';
    setStep(componentOf(tree, 'drafter'), 'selectSettings', 'quickCreate', { quickCreate: 'quickAdd' });
    expect(reasons(tree)).toEqual([
      ['标题', 'script'],
      ['起草人', 'quickCreate'],
    ]);
  });
});

const associationItem = (fieldPath: string) => ({
  uid: 'shown',
  use: 'FormAssociationItemModel',
  stepParams: { fieldSettings: { init: { fieldPath } } },
  subModels: { field: { uid: 'shown_field', use: 'DisplayTextFieldModel' } },
});

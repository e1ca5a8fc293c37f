import { childNodes, descendants, type FormNode } from '../../../common/form';
import { DRAFTER, FORM_TREE, MEMBERS, OPINION } from '../__fixtures__/forms';
import { readOnlyTree, stackedTree, withColumnWidths, withReadOnlyRows, withTypedCells } from '.';

const find = (tree: FormNode, uid: string) => descendants(tree).find((node) => node.uid === uid);

describe('a form on a phone', () => {
  it('shows rows as little forms with the same settings', () => {
    const rows = find(stackedTree(FORM_TREE), 'f3');
    const [grid] = rows ? childNodes(rows, 'grid') : [];
    expect(rows).toMatchObject({
      use: 'SubFormListFieldModel',
      stepParams: { subFormListSettings: { allowAddNew: { allowAddNew: true } } },
    });
    expect(grid && childNodes(grid, 'items')).toMatchObject([
      { use: 'FormItemModel', stepParams: { editItemSettings: { label: { label: '姓名' }, required: { required: true } } } },
    ]);
  });

  it('leaves everything else as it is', () => {
    expect(find(stackedTree(FORM_TREE), 'item_opinion')).toEqual(find(FORM_TREE, 'item_opinion'));
  });
});

describe('a form for readers', () => {
  const tree = readOnlyTree(FORM_TREE, [OPINION, DRAFTER, MEMBERS]);

  it('shows values as text', () => {
    expect(find(tree, 'item_opinion')).toMatchObject({
      stepParams: { editItemSettings: { pattern: { pattern: 'readPretty' }, required: { required: false } } },
      subModels: { field: { use: 'DisplayTextFieldModel' } },
    });
  });

  it('shows the title of what was picked', () => {
    expect(find(tree, 'f2')).toMatchObject({ use: 'DisplayTextFieldModel', props: { titleField: 'nickname' } });
  });

  it('offers no rows to add or remove', () => {
    expect(find(tree, 'f3')?.stepParams?.subTableColumnSettings).toEqual({
      allowAddNew: { allowAddNew: false },
      allowDisassociation: { allowDisassociation: false },
    });
    expect(find(tree, 'f4')?.use).toBe('DisplayTextFieldModel');
  });

  it('does not change the form that it was made from', () => {
    expect(find(FORM_TREE, 'f2')?.use).toBe('RecordSelectFieldModel');
  });
});

describe('rows that nobody may write', () => {
  it('are text in a form that is otherwise filled in', () => {
    const tree = withReadOnlyRows(FORM_TREE, [OPINION, { ...MEMBERS, isWritable: false }]);
    expect([find(tree, 'f1')?.use, find(tree, 'f4')?.use]).toEqual(['TextareaFieldModel', 'DisplayTextFieldModel']);
  });
});

describe('a table of a form that is filled in', () => {
  it('names its cells', () => {
    expect(find(withTypedCells(FORM_TREE, [MEMBERS]), 'f4')?.props).toEqual({ 'aria-label': '姓名' });
  });

  it('takes texts where they stand, and leaves those outside of tables alone', () => {
    const table = find(FORM_TREE, 'f3');
    const [column] = table ? childNodes(table, 'columns') : [];
    const tree = { ...column!, subModels: { field: { uid: 'f9', use: 'TextareaFieldModel' } } };
    expect(find(withTypedCells(tree, [MEMBERS]), 'f9')?.use).toBe('BpmnTaskCellModel');
    expect(find(withTypedCells(FORM_TREE, [OPINION, MEMBERS]), 'f1')?.use).toBe('TextareaFieldModel');
  });

  it('changes nothing where people may only look', () => {
    expect(withTypedCells(FORM_TREE, [])).toEqual(FORM_TREE);
  });
});

describe('the columns of a table', () => {
  const column = (fieldPath: string, use: string, settings?: FormNode['stepParams']): FormNode => ({
    uid: fieldPath,
    use: 'SubTableColumnModel',
    stepParams: { fieldSettings: { init: { fieldPath } }, ...settings },
    subModels: { field: { uid: `f_${fieldPath}`, use } },
  });
  const widthOf = (node: FormNode, labels: object = {}, language: 'zh-CN' | 'en-US' = 'zh-CN') => {
    const columns = MEMBERS.kind === 'rows' ? MEMBERS.columns.map((one) => ({ ...one, ...labels })) : [];
    const tree = withColumnWidths(node, { fields: [{ ...MEMBERS, columns } as typeof MEMBERS], language });
    return find(tree, node.uid)?.stepParams?.subTableColumnSettings?.width?.width;
  };

  it.each([
    ['members.age', 'DisplayNumberFieldModel', 110],
    ['members.age', 'NumberFieldModel', 150],
    ['members.age', 'DisplayEnumFieldModel', 110],
    ['members.age', 'DateOnlyFieldModel', 150],
    ['members.person', 'DisplayTextFieldModel', 130],
    ['members.person', 'RecordSelectFieldModel', 150],
    ['members.name', 'DisplayTextFieldModel', 140],
    ['members.name', 'TextareaFieldModel', undefined],
  ])('of %s as %s takes %s pixels, undefined being as many as NocoBase gives', (path, use, width) => {
    expect(widthOf(column(path, use))).toBe(width);
  });

  it('are as wide as their headings, in the language of the reader', () => {
    const labels = { label: '上级评价得分（分）', labelEn: 'Score that the superior gave' };
    expect(widthOf(column('members.age', 'DisplayNumberFieldModel'), labels)).toBe(9 * 14 + 46);
    expect(widthOf(column('members.age', 'DisplayNumberFieldModel'), labels, 'en-US')).toBe(28 * 8 + 46);
  });

  it('keep the width that somebody chose in the designer', () => {
    const chosen = { subTableColumnSettings: { width: { width: 300 } } };
    expect(widthOf(column('members.age', 'NumberFieldModel', chosen))).toBe(300);
  });
});

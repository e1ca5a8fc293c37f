import {
  childNodes,
  type CollectionInfo,
  descendants,
  draftFormUid,
  type FieldInfo,
  type FormDescription,
  type FormNode,
  formTree,
} from '.';

const field = (name: string, fieldInterface: string, rest: Partial<FieldInfo> = {}): FieldInfo => ({
  name,
  type: 'string',
  interface: fieldInterface,
  title: name,
  target: null,
  targetKey: null,
  labelField: null,
  options: null,
  validation: null,
  validators: null,
  maxLength: null,
  isRequired: false,
  isReadOnly: false,
  englishField: null,
  ...rest,
});
const collection = (name: string, ...fields: FieldInfo[]): CollectionInfo => ({
  name,
  title: name,
  keyField: 'id',
  titleField: 'name',
  isFileCollection: false,
  fields: new Map(fields.map((info) => [info.name, info])),
});
const known: Record<string, CollectionInfo> = {
  covenants: collection(
    'covenants',
    field('title', 'input'),
    field('place', 'm2o', { type: 'belongsTo', target: 'places' }),
    field('scans', 'attachment', { type: 'belongsToMany', target: 'attachments' }),
    field('rows', 'o2m', { type: 'hasMany', target: 'places' }),
    field('odd', 'point'),
  ),
  places: collection('places', field('name', 'input')),
};
const tree = (description: Omit<FormDescription, 'collection'>): FormNode =>
  formTree(
    { collection: 'covenants', ...description },
    { uid: draftFormUid('covenant', 'Review'), collections: (name) => known[name] },
  );
const node = (root: FormNode, uid: string) => descendants(root).find((candidate) => candidate.uid === uid);

describe('a described form', () => {
  it('is the same tree every time', () => {
    const description = { title: '审查', intro: '说明', rows: [[{ field: 'title' }]] };
    expect(tree(description)).toEqual(tree(description));
    expect(tree(description).uid).toBe('bpmnForm_covenant_Review');
  });

  it('stands beside its introduction', () => {
    expect(childNodes(tree({ intro: '说明', rows: [] }), 'items').map(({ use }) => use)).toEqual([
      'MarkdownBlockModel',
      'BpmnTaskFormModel',
    ]);
  });

  it('lays fields out in rows and shares the width', () => {
    const grid = node(
      tree({ rows: [[{ field: 'title', width: 16 }, { field: 'place' }], [{ field: 'scans' }]] }),
      'bpmnForm_covenant_Review_grid',
    );
    expect(grid?.stepParams?.gridSettings?.grid).toEqual({
      rows: {
        row1: [['bpmnForm_covenant_Review_grid_title'], ['bpmnForm_covenant_Review_grid_place']],
        row2: [['bpmnForm_covenant_Review_grid_scans']],
      },
      sizes: { row1: [16, 8], row2: [24] },
      rowOrder: ['row1', 'row2'],
    });
  });

  it('sets label, help and required', () => {
    const root = tree({ rows: [[{ field: 'title', label: '名称', help: '不超过 50 字', required: true }]] });
    expect(node(root, 'bpmnForm_covenant_Review_grid_title')?.stepParams?.editItemSettings).toEqual({
      label: { label: '名称' },
      description: { description: '不超过 50 字' },
      required: { required: true },
    });
  });

  it('shows what is read-only, associations by their title', () => {
    const root = tree({ rows: [[{ field: 'place', pattern: 'readOnly' }]] });
    expect(node(root, 'bpmnForm_covenant_Review_grid_place_field')).toMatchObject({
      use: 'DisplayTextFieldModel',
      props: { titleField: 'name' },
    });
  });

  it('never lets holders choose from all files or rows', () => {
    const root = tree({ rows: [[{ field: 'scans' }, { field: 'rows', columns: [{ field: 'name' }] }]] });
    const off = { allowSelectExistingRecord: { allowSelectExistingRecord: false } };
    expect(node(root, 'bpmnForm_covenant_Review_grid_scans_field')?.stepParams?.uploadSettings).toEqual(off);
    expect(node(root, 'bpmnForm_covenant_Review_grid_rows_field')?.stepParams?.subTableColumnSettings).toEqual(off);
  });

  it('offers no new and no removed row where the rows are fixed', () => {
    const rows = (fixedRows: boolean) => tree({ rows: [[{ field: 'rows', columns: [{ field: 'name' }], fixedRows }]] });
    const settings = (fixedRows: boolean) => JSON.stringify(rows(fixedRows));

    expect(settings(true)).toContain('"allowAddNew":{"allowAddNew":false},"allowDisassociation":{"allowDisassociation":false}');
    expect(settings(false)).not.toContain('allowDisassociation');
  });

  it('has the columns of rows under the path of the rows', () => {
    const root = tree({ rows: [[{ field: 'rows', columns: [{ field: 'name', required: true }] }]] });
    expect(node(root, 'bpmnForm_covenant_Review_grid_rows_field_name')).toMatchObject({
      use: 'SubTableColumnModel',
      stepParams: {
        fieldSettings: { init: { collectionName: 'covenants', fieldPath: 'rows.name' } },
        subTableColumnSettings: { required: { required: true } },
      },
    });
  });

  it.each([['odd'], ['gone']])('says so when there is no component for a field: %s', (name) => {
    expect(() => tree({ rows: [[{ field: name }]] })).toThrow(`no component for covenants.${name}`);
  });
});

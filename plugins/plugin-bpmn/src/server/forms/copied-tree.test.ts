import { descendants, draftFormUid, formTree, type FormNode } from '../../common/form';
import { copiedTree } from './copied-tree';

const from = draftFormUid('covenant', 'review');
const to = draftFormUid('covenant', 'legal');
const collection = {
  name: 'covenants',
  title: '公约',
  keyField: 'id',
  titleField: 'id',
  isFileCollection: false,
  fields: new Map(
    ['title', 'opinion'].map((name) => [
      name,
      {
        name,
        type: 'string',
        interface: 'input',
        title: name,
        target: null,
        targetKey: null,
        labelField: null,
        options: null,
        validation: null,
        validators: null,
        maxLength: 255,
        isRequired: false,
        isReadOnly: false,
        englishField: null,
      },
    ]),
  ),
};
const stored = (node: FormNode): FormNode => ({
  ...node,
  ...{ parentId: 'somewhere', subKey: 'items', subType: 'array' },
  ...(node.subModels
    ? {
        subModels: Object.fromEntries(
          Object.entries(node.subModels).map(([key, children]) => [
            key,
            Array.isArray(children) ? children.map(stored) : stored(children),
          ]),
        ),
      }
    : {}),
});

it('is the same form with uids of its own, also in the layout and of what was added by hand', () => {
  const tree = formTree(
    {
      collection: 'covenants',
      rows: [
        [
          { field: 'title', pattern: 'readOnly' },
          { field: 'opinion', required: true },
        ],
      ],
    },
    { uid: from, collections: () => collection },
  );
  const byHand: FormNode = { uid: 'x7f', use: 'FormItemModel', stepParams: { fieldSettings: { init: { fieldPath: 'title' } } } };
  const grid = descendants(tree).find(({ use }) => use === 'FormGridModel')!;
  (grid.subModels!.items as FormNode[]).push(byHand);
  Object.assign(grid.stepParams!.gridSettings!.grid!, { rows: { row1: [['x7f'], [`${from}_grid_title`]] } });
  let made = 0;

  const copy = copiedTree(stored(tree), { to, newUid: () => `new${(made += 1)}` });

  const before = new Set(descendants(tree).map(({ uid }) => uid));
  const after = descendants(copy).map(({ uid }) => uid);
  expect(copy.uid).toBe(to);
  expect(after).toHaveLength(before.size);
  expect(after.filter((uid) => before.has(uid))).toEqual([]);
  expect(descendants(copy).map(({ use }) => use)).toEqual(descendants(tree).map(({ use }) => use));
  expect(JSON.stringify(copy)).not.toMatch(new RegExp(`x7f|${from}|somewhere`));
  const copiedGrid = descendants(copy).find(({ use }) => use === 'FormGridModel')!;
  expect(JSON.stringify(copiedGrid.stepParams)).toContain('new1');
});

import { type FormNode, formTree } from '../../common/form';
import { collections } from './__fixtures__/collections';
import { packedForm, unpackedForm } from './packed-form';

const treeOf = (uid: string): FormNode =>
  formTree(
    {
      collection: 'covenants',
      intro: '先看标题。',
      rows: [
        [
          { field: 'title', pattern: 'readOnly' },
          { field: 'opinion', required: true },
        ],
        [{ field: 'members', columns: [{ field: 'name' }] }],
      ],
    },
    { uid, collections },
  );
const plain = (tree: FormNode) => JSON.parse(JSON.stringify(tree)) as FormNode;

describe('a form in a pack', () => {
  it('comes back as it was, for the same element or another one', () => {
    const packed = packedForm(treeOf('bpmnForm_covenant_review')) as unknown as FormNode;

    expect(unpackedForm(packed, 'bpmnForm_covenant_review')).toEqual(plain(treeOf('bpmnForm_covenant_review')));
    expect(unpackedForm(packed, 'bpmnForm_rules_check')).toEqual(plain(treeOf('bpmnForm_rules_check')));
  });

  it('is the same wherever it was made', () => {
    expect(packedForm(treeOf('bpmnForm_a_b'))).toEqual(packedForm(treeOf('bpmnForm_c_d')));
  });

  it('keeps what somebody put in with a uid of its own, also where rules name it', () => {
    const tree = treeOf('f');
    const form = (tree.subModels?.items as FormNode[]).find(({ uid }) => uid === 'f_form')!;
    const grid = form.subModels?.grid as FormNode;
    (grid.subModels?.items as FormNode[]).push({
      uid: 'x7k2',
      use: 'FormItemModel',
      stepParams: { eventSettings: { linkageRules: { hides: ['x7k2'] } } },
    });
    const packed = packedForm(tree) as unknown as FormNode;

    expect(JSON.stringify(packed)).toContain('"hides":["~x7k2"]');
    expect(JSON.stringify(unpackedForm(packed, 'g'))).toContain('"hides":["g_x7k2"]');
    expect(packedForm(unpackedForm(packed, 'g'))).toMatchObject({ uid: '~root' });
  });

  it('gives what a merge brought without a place a row of its own, and lays out nothing that is gone', () => {
    const packed = JSON.parse(JSON.stringify(packedForm(treeOf('f'))).replaceAll('"~grid_title"', '"~grid_new"')) as FormNode;
    const text = JSON.stringify(packed).replace('["~grid_new"],["~grid_opinion"]', '["~grid_gone"],["~grid_opinion"]');
    const tree = unpackedForm(JSON.parse(text) as FormNode, 'g');
    const form = (tree.subModels?.items as FormNode[]).find(({ uid }) => uid === 'g_form')!;

    expect((form.subModels?.grid as FormNode).stepParams?.gridSettings?.grid).toMatchObject({
      rows: { row1: [['g_grid_opinion']], row2: [['g_grid_members']], row3: [['g_grid_new']] },
      rowOrder: ['row1', 'row2', 'row3'],
    });
  });
});

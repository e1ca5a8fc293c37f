import type { ContractField, FormContract, FormNode } from '../../../common/form';

const common = { isWritable: true, isRequired: false, isAssigned: false };

export const TITLE: ContractField = { ...common, kind: 'value', name: 'title', label: '标题', isWritable: false };
export const OPINION: ContractField = { ...common, kind: 'value', name: 'opinion', label: '意见' };
export const DRAFTER: ContractField = {
  ...common,
  kind: 'pick',
  name: 'drafter',
  label: '起草人',
  target: 'users',
  keyField: 'id',
  titleField: 'nickname',
  isMany: false,
  scope: null,
};
export const FILES: ContractField = {
  ...common,
  kind: 'files',
  name: 'files',
  label: '附件',
  target: 'attachments',
  keyField: 'id',
  isMany: true,
};
export const MEMBERS: ContractField = {
  ...common,
  kind: 'rows',
  name: 'members',
  label: '成员',
  target: 'members',
  keyField: 'id',
  isMany: true,
  mayAdd: true,
  mayRemove: true,
  columns: [
    { ...common, kind: 'value', name: 'name', label: '姓名' },
    { ...common, kind: 'value', name: 'age', label: '年龄', isWritable: false },
    { ...DRAFTER, name: 'person' },
  ],
};

export const contractOf = (...fields: ContractField[]): FormContract => ({
  collection: 'covenants',
  keyField: 'id',
  readable: [],
  writable: [],
  required: [],
  fields,
});

const item = (fieldPath: string, component: FormNode, use = 'FormItemModel'): FormNode => ({
  uid: `item_${fieldPath}`,
  use,
  stepParams: { fieldSettings: { init: { fieldPath } } },
  subModels: { field: component },
});

/** A form of an opinion, a picker and a sub-table. */
export const FORM_TREE: FormNode = {
  uid: 'root',
  use: 'BpmnTaskGridModel',
  subModels: {
    items: [
      {
        uid: 'form',
        use: 'BpmnTaskFormModel',
        subModels: {
          grid: {
            uid: 'grid',
            use: 'FormGridModel',
            subModels: {
              items: [
                item('opinion', { uid: 'f1', use: 'TextareaFieldModel' }),
                item('drafter', { uid: 'f2', use: 'RecordSelectFieldModel' }),
                item('members', {
                  uid: 'f3',
                  use: 'SubTableFieldModel',
                  stepParams: { subTableColumnSettings: { allowAddNew: { allowAddNew: true } } },
                  subModels: {
                    columns: [
                      {
                        ...item('members.name', { uid: 'f4', use: 'InputFieldModel' }, 'SubTableColumnModel'),
                        stepParams: {
                          fieldSettings: { init: { fieldPath: 'members.name' } },
                          subTableColumnSettings: {
                            title: { title: '姓名' },
                            required: { required: true },
                            width: { width: 100 },
                          },
                        },
                      },
                    ],
                  },
                }),
              ],
            },
          },
        },
      },
    ],
  },
};

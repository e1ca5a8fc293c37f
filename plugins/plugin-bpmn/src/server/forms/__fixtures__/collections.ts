import type { CollectionInfo, CollectionReader, FieldInfo } from '../../../common/form';

const field = (name: string, rest: Partial<FieldInfo>): FieldInfo => ({
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
  maxLength: rest.type === undefined || rest.type === 'string' ? 255 : null,
  isRequired: false,
  isReadOnly: false,
  englishField: null,
  ...rest,
});

const collection = (
  name: string,
  titleField: string,
  fields: FieldInfo[],
  rest: Partial<CollectionInfo> = {},
): CollectionInfo => ({
  name,
  title: name,
  keyField: 'id',
  titleField,
  isFileCollection: false,
  fields: new Map(fields.map((info) => [info.name, info])),
  ...rest,
});

const ID = field('id', { type: 'bigInt', interface: 'id', isReadOnly: true });
const known: Record<string, CollectionInfo> = {
  covenants: collection('covenants', 'title', [
    ID,
    field('title', { title: '标题' }),
    field('opinion', { title: '审查意见', type: 'text', interface: 'textarea' }),
    field('votes', {
      title: '同意票数',
      type: 'integer',
      interface: 'integer',
      validation: { type: 'number', rules: [{ key: 'r1', name: 'min', args: { limit: 0 } }] },
    }),
    field('status', {
      title: '状态',
      interface: 'select',
      options: [
        { value: 'draft', label: '草案' },
        { value: 'passed', label: '已表决' },
        { value: 'rejected', label: '未通过' },
      ],
    }),
    field('heldOn', { title: '召开日期', type: 'dateOnly', interface: 'date' }),
    field('isUrgent', { title: '加急', type: 'boolean', interface: 'checkbox' }),
    field('email', { title: '邮箱', interface: 'email' }),
    field('channels', {
      title: '方式',
      type: 'array',
      interface: 'multipleSelect',
      options: [
        { value: 'visit', label: '入户' },
        { value: 'phone', label: '电话' },
      ],
    }),
    field('settings', { title: '设置', type: 'json', interface: 'json' }),
    field('createdAt', { title: '创建时间', type: 'date', interface: 'createdAt', isReadOnly: true }),
    field('drafter', { title: '起草人', type: 'belongsTo', interface: 'm2o', target: 'users', targetKey: 'id' }),
    field('helpers', { title: '协助人', type: 'belongsToMany', interface: 'm2m', target: 'users', targetKey: 'id' }),
    field('files', { title: '附件', type: 'belongsToMany', interface: 'attachment', target: 'attachments', targetKey: 'id' }),
    field('scans', { title: '扫描件', type: 'belongsToMany', interface: 'm2m', target: 'scans', targetKey: 'id' }),
    field('members', { title: '成员', type: 'hasMany', interface: 'o2m', target: 'members', targetKey: 'id' }),
  ]),
  members: collection('members', 'name', [
    ID,
    field('name', { title: '姓名' }),
    field('age', { title: '年龄', type: 'integer', interface: 'integer' }),
    field('reason', { title: '原因' }),
    field('person', { title: '人员', type: 'belongsTo', interface: 'm2o', target: 'users', targetKey: 'id' }),
  ]),
  users: collection('users', 'nickname', [ID, field('nickname', { title: '昵称' }), field('phone', { title: '电话' })]),
  attachments: collection('attachments', 'title', [ID, field('title', {})], { isFileCollection: true }),
  scans: collection('scans', 'title', [ID, field('title', {})], { isFileCollection: true }),
};

/** A covenant with its drafter, files and members. */
export const collections: CollectionReader = (name) => known[name];

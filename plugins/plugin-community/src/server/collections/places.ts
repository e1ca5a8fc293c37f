import { defineCollection } from '@nocobase/database';
import { idField, labelled, parentField, textField } from '../collection-fields';

/** The territory: province → city → county → township → community. */
export default defineCollection({
  name: 'places',
  title: labelled('属地'),
  titleField: 'name',
  tree: 'adjacency-list',
  dumpRules: 'required',
  indexes: [{ fields: ['parentId'] }, { fields: ['path'] }, { fields: ['code'], unique: true }],
  fields: [
    idField(),
    textField('name', '名称'),
    {
      type: 'string',
      name: 'level',
      interface: 'select',
      uiSchema: {
        'type': 'string',
        'title': labelled('层级'),
        'x-component': 'Select',
        'enum': [
          { value: 'province', label: labelled('省') },
          { value: 'city', label: labelled('市') },
          { value: 'county', label: labelled('县（区）') },
          { value: 'township', label: labelled('镇（街）') },
          { value: 'community', label: labelled('社区（村）') },
        ],
      },
    },
    textField('code', '代码'),
    // ids from the widest place down to this one, "/1/4/9/": a chain or everything below is one query
    { type: 'string', name: 'path', hidden: true },
    ...parentField('places', '上级'),
  ],
});

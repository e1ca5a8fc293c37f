import { defineCollection } from '@nocobase/database';
import { idField, labelled, parentField, textField } from '../collection-fields';

/** The territory: province → city → county → township → community. */
export default defineCollection({
  name: 'places',
  title: labelled('collections.places'),
  titleField: 'name',
  tree: 'adjacency-list',
  dumpRules: 'required',
  indexes: [{ fields: ['parentId'] }, { fields: ['path'] }],
  fields: [
    idField(),
    textField('name', 'fields.name'),
    {
      type: 'string',
      name: 'level',
      interface: 'select',
      uiSchema: {
        'type': 'string',
        'title': labelled('fields.level'),
        'x-component': 'Select',
        'enum': [
          { value: 'province', label: labelled('levels.province') },
          { value: 'city', label: labelled('levels.city') },
          { value: 'county', label: labelled('levels.county') },
          { value: 'township', label: labelled('levels.township') },
          { value: 'community', label: labelled('levels.community') },
        ],
      },
    },
    // unique by the field itself: NocoBase drops a unique index of one column that the field does not declare
    { ...textField('code', 'fields.code'), unique: true },
    // ids from the widest place down to this one, "/1/4/9/": a chain or everything below is one query
    { type: 'string', name: 'path', hidden: true },
    ...parentField('places', 'fields.parent'),
  ],
});

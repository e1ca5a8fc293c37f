import { defineCollection } from '@nocobase/database';
import { dateField, idField, labelled, pickField } from '../collection-fields';

/** Who holds a post at a place, from when to when; both dates are included, an empty one is open. */
export default defineCollection({
  name: 'postHolders',
  title: labelled('collections.postHolders'),
  dumpRules: 'required',
  indexes: [{ fields: ['placeId', 'postKey'] }, { fields: ['userId'] }],
  fields: [
    idField(),
    ...pickField({
      name: 'post',
      target: 'posts',
      title: 'collections.posts',
      label: 'title',
      foreignKey: 'postKey',
      targetKey: 'key',
      keyType: 'string',
    }),
    ...pickField({ name: 'place', target: 'places', title: 'collections.places', label: 'name' }),
    ...pickField({ name: 'organisation', target: 'organisations', title: 'collections.organisations', label: 'name' }),
    ...pickField({ name: 'user', target: 'users', title: 'fields.holder', label: 'nickname' }),
    dateField('from', 'fields.from'),
    dateField('to', 'fields.to'),
  ],
});

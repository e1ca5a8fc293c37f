import { defineCollection } from '@nocobase/database';
import { dateField, idField, labelled, pickField } from '../collection-fields';

/** Who holds a post at a place, from when to when; both dates are included, an empty one is open. */
export default defineCollection({
  name: 'postHolders',
  title: labelled('任职'),
  dumpRules: 'required',
  indexes: [{ fields: ['placeId', 'postKey'] }, { fields: ['userId'] }],
  fields: [
    idField(),
    ...pickField({
      name: 'post',
      target: 'posts',
      title: '岗位',
      label: 'title',
      foreignKey: 'postKey',
      targetKey: 'key',
      keyType: 'string',
    }),
    ...pickField({ name: 'place', target: 'places', title: '属地', label: 'name' }),
    ...pickField({ name: 'organisation', target: 'organisations', title: '组织', label: 'name' }),
    ...pickField({ name: 'user', target: 'users', title: '任职人', label: 'nickname' }),
    dateField('from', '任职起'),
    dateField('to', '任职止'),
  ],
});

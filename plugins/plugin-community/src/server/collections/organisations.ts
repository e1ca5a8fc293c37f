import { defineCollection } from '@nocobase/database';
import { idField, labelled, pickField, textField } from '../collection-fields';

/** A body that people serve in: Party organisation, residents' committee, supervision committee, township office. */
export default defineCollection({
  name: 'organisations',
  title: labelled('组织'),
  titleField: 'name',
  dumpRules: 'required',
  indexes: [{ fields: ['placeId'] }],
  fields: [
    idField(),
    textField('name', '名称'),
    textField('kind', '类别'),
    ...pickField({ name: 'place', target: 'places', title: '属地', label: 'name' }),
  ],
});

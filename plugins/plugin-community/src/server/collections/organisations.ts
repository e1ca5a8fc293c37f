import { defineCollection } from '@nocobase/database';
import { idField, labelled, pickField, textField } from '../collection-fields';

/** A body that people serve in: Party organisation, residents' committee, supervision committee, township office. */
export default defineCollection({
  name: 'organisations',
  title: labelled('collections.organisations'),
  titleField: 'name',
  dumpRules: 'required',
  indexes: [{ fields: ['placeId'] }],
  fields: [
    idField(),
    textField('name', 'fields.name'),
    textField('kind', 'fields.kind'),
    ...pickField({ name: 'place', target: 'places', title: 'collections.places', label: 'name' }),
  ],
});

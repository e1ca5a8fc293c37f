import { defineCollection } from '@nocobase/database';
import { labelled, textField } from '../collection-fields';

/** What somebody can be somewhere, by a key that processes name: `communitySecretary`. */
export default defineCollection({
  name: 'posts',
  title: labelled('collections.posts'),
  titleField: 'title',
  filterTargetKey: 'key',
  autoGenId: false,
  dumpRules: 'required',
  fields: [
    { ...textField('key', 'fields.key'), primaryKey: true },
    textField('title', 'fields.title'),
    textField('titleEn', 'fields.titleEn'),
    // the level of places that have it
    textField('level', 'fields.level'),
  ],
});

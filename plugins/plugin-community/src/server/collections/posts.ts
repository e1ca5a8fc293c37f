import { defineCollection } from '@nocobase/database';
import { labelled, textField } from '../collection-fields';

/** What somebody can be somewhere, by a key that processes name: `communitySecretary`. */
export default defineCollection({
  name: 'posts',
  title: labelled('岗位'),
  titleField: 'title',
  filterTargetKey: 'key',
  autoGenId: false,
  dumpRules: 'required',
  fields: [
    { ...textField('key', '代号'), primaryKey: true },
    textField('title', '岗位名称'),
    textField('titleEn', '英文名称'),
    // the level of places that have it
    textField('level', '层级'),
  ],
});

import { defineCollection } from '@nocobase/database';

/** What the content of a procedure has put into this application, so that it is put there once and never again. */
export default defineCollection({
  name: 'procedureInstallations',
  filterTargetKey: 'artefact',
  autoGenId: false,
  dumpRules: 'required',
  fields: [
    // `<procedure>/<kind>/<name>`, such as "covenant/field/covenants.title"
    { type: 'string', name: 'artefact', primaryKey: true },
    { type: 'string', name: 'procedureKey' },
  ],
});

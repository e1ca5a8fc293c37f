import { defineCollection } from '@nocobase/database';

export default defineCollection({
  name: 'bpmnProcesses',
  title: '{{t("collections.processes", { ns: "@wuxin/plugin-bpmn" })}}',
  filterTargetKey: 'key',
  autoGenId: false,
  timestamps: false,
  dumpRules: 'required',
  fields: [
    { type: 'string', name: 'key', primaryKey: true },
    { type: 'string', name: 'name' },
    { type: 'string', name: 'nameEn' },
    { type: 'string', name: 'recordCollection' },
    { type: 'string', name: 'publishedVersionId' },
    { type: 'string', name: 'draftVersionId' },
    { type: 'bigInt', name: 'createdAt' },
  ],
});

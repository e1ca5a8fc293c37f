import { defineCollection } from '@nocobase/database';

export default defineCollection({
  name: 'bpmnInstances',
  filterTargetKey: 'id',
  autoGenId: false,
  timestamps: false,
  dumpRules: { group: 'custom' },
  indexes: [
    { fields: ['status', 'processKey', 'placeId'] },
    { fields: ['starterId', 'startedAt'] },
    { fields: ['versionId', 'status'] },
    { fields: ['recordCollection', 'recordId', 'status'] },
    { fields: ['parentInstanceId'] },
    // the supervisors' board counts and lists open cases from this index alone, without the rows
    {
      name: 'bpmn_instances_board',
      fields: ['placeId', 'processKey', 'startedAt', 'id', 'stage', 'dueAt', 'nearAt', 'parentInstanceId'],
      where: { status: ['running', 'suspended'] },
    },
    // what ended last, without looking at what ended long ago
    { name: 'bpmn_instances_ended', fields: ['endedAt'] },
  ],
  fields: [
    { type: 'string', name: 'id', primaryKey: true },
    { type: 'integer', name: 'revision' },
    { type: 'string', name: 'processKey' },
    { type: 'string', name: 'processName' },
    { type: 'string', name: 'versionId' },
    { type: 'integer', name: 'versionNumber' },
    { type: 'string', name: 'processId' },
    // running | suspended | completed | terminated | cancelled
    { type: 'string', name: 'status' },
    { type: 'text', name: 'suspension' },
    { type: 'text', name: 'undo', length: 'long' },
    { type: 'integer', name: 'nextSequence' },
    { type: 'text', name: 'variables', length: 'long' },
    { type: 'text', name: 'parameters' },
    { type: 'string', name: 'businessKey' },
    // what an idempotent start or a calling token was already started by; NocoBase drops a unique index of one column that the
    // field itself does not ask for
    { type: 'string', name: 'startKey', unique: true },
    { type: 'string', name: 'title' },
    { type: 'text', name: 'titleEn' },
    { type: 'string', name: 'recordCollection' },
    { type: 'string', name: 'recordId' },
    { type: 'bigInt', name: 'starterId' },
    { type: 'string', name: 'starterName' },
    { type: 'string', name: 'placeId' },
    { type: 'string', name: 'placeName' },
    { type: 'text', name: 'placePath' },
    { type: 'string', name: 'stage' },
    { type: 'bigInt', name: 'stageSince' },
    { type: 'bigInt', name: 'dueAt' },
    { type: 'bigInt', name: 'nearAt' },
    { type: 'boolean', name: 'isDueProvisional' },
    { type: 'string', name: 'parentInstanceId' },
    { type: 'string', name: 'parentTokenId' },
    { type: 'bigInt', name: 'startedAt' },
    { type: 'bigInt', name: 'endedAt' },
    { type: 'integer', name: 'historySequence' },
    { type: 'string', name: 'historyHash' },
  ],
});

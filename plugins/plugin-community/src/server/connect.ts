import type { Database } from '@nocobase/database';
import {
  activityTypesOf,
  assigneeKinds,
  callerOf,
  canonicalJson,
  caseFamily,
  completeTask,
  confirmParameter,
  defineDecision,
  defineParameters,
  deployProcess,
  doersOf,
  engineOf,
  englishTexts,
  hasProcess,
  historyHashAt,
  installDraftForm,
  invariantsOf,
  lastCalledBy,
  noteInstalled,
  offerShipped,
  openTasksOf,
  packFoldersOf,
  placesOf,
  publishProcess,
  recordLocksOf,
  refusalsOf,
  rememberPublished,
  saveTemplate,
  settleCase,
  startInstance,
  SYSTEM,
  underCommand,
} from '@wuxin/plugin-bpmn';
import { CommunityError } from './errors';
import type { BpmnPort, ContentPort, PlayPort } from './ports';

const content: ContentPort = {
  hasProcess,
  defineParameters,
  defineDecision,
  async deployProcess(tx, { xml, name, forms, templates }) {
    const { processKey, problems, versionId } = await deployProcess(tx, SYSTEM, { xml, name, locale: 'zh-CN' });
    if (versionId === null) throw new CommunityError('procedure.processHasErrors', 500, { problems });
    for (const [elementId, form] of forms) await installDraftForm(tx, { processKey, elementId, description: form });
    for (const template of templates) await saveTemplate(tx, SYSTEM, processKey, template, 'zh-CN');
  },
  publishProcess: async (tx, processKey) => void (await publishProcess(tx, SYSTEM, processKey)),
  rememberPack: rememberPublished,
  noteInstalled,
  offerShipped,
};

const play: Omit<PlayPort, 'settle'> = {
  confirmParameter: async (tx, actor, confirmation) => void (await confirmParameter(tx, actor, confirmation)),
  startInstance,
  openTasks: openTasksOf,
  completeTask,
};

/** plugin-bpmn as this plugin uses it: the only file that names its door. */
export function connect(db: Database): BpmnPort {
  const engine = engineOf(db);
  return {
    content,
    play: { ...play, settle: (instanceId, until) => settleCase(engine, instanceId, until) },
    cases: { callerOf, caseFamily, lastCalledBy, doersOf, historyHashAt },
    canonicalJson,
    write: (work, at) => (at === undefined ? engine.write(work) : engine.writeAt(at, work)),
    underCommand,
    registerAssigneeKind: (kind) => assigneeKinds(db).register(kind),
    registerPlaces: (provider) => placesOf(db).register(provider),
    registerEnglish: (source) => englishTexts(db).register(source),
    registerActivityType: (type) => activityTypesOf(db).registerOnce(type),
    registerInvariant: (invariant) => invariantsOf(db).register(invariant),
    registerPackFolder: (folder) => packFoldersOf(db).register(folder),
    registerRecordLock: (lock) => recordLocksOf(db).register(lock),
    registerRefusalWords: (words) => refusalsOf(db).register(words),
  };
}

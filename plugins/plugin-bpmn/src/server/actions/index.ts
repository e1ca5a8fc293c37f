import type { Application } from '@nocobase/server';
import { administrationActions } from './administration';
import { guardCaseFiles } from './case-files';
import { calendarActions } from './calendars';
import { decisionActions } from './decisions';
import { designerActions } from './designer';
import { documentActions } from './documents';
import { registerForeignRefusals } from './foreign-actions';
import { noteFormUploads } from './form-uploads';
import { homeActions } from './home';
import { instanceActions } from './instances';
import { migrationActions } from './migration';
import { refuseForeignActions, registerOwnActions } from './own-actions';
import { packActions } from './packs';
import { parameterActions } from './parameters';
import { standInActions } from './stand-ins';
import { taskActions } from './tasks';
import { tryOutActions } from './try-outs';
import { refuseTooLarge } from './too-large';

/**
 * Rights that roles are given; `pm.*` roles (administrators) have all. Processes: everything that administrators may, on every
 * case. Parameters: their pages, and values where the person works.
 */
export const SUPERVISION_SNIPPET = 'pm.wuxin.supervision';
export const ADMINISTRATION_SNIPPET = 'pm.wuxin.processes';
export const PARAMETERS_SNIPPET = 'pm.wuxin.parameters';

export { ChangesPage } from './changes-page';
export { action, type Request } from './define';
export { registerOwnActions } from './own-actions';
export { reading } from './reading';

/** Declares the HTTP actions and who may call them; each command and query checks the rest itself. */
export function registerActions(app: Application): void {
  registerOwnActions(app, {
    ...homeActions,
    ...taskActions,
    ...instanceActions,
    ...documentActions,
    ...administrationActions,
    ...designerActions,
    ...tryOutActions,
    ...packActions,
    ...migrationActions,
    ...parameterActions,
    ...calendarActions,
    ...decisionActions,
    ...standInActions,
  });
  // collections are resources by themselves; these are none, and are defined once their handlers are known
  for (const name of ['bpmnSupervision', 'bpmnPeople', 'bpmnHome']) app.resourceManager.define({ name });
  const everyone = [
    'inbox',
    'listMine',
    'open',
    'saveDraft',
    'complete',
    'claim',
    'unclaim',
    'transfer',
    'delegate',
    'addPerson',
    'removePerson',
    'returnTo',
    'remind',
    'options',
    'upload',
    'removeFile',
  ];
  registerForeignRefusals(app);
  refuseTooLarge(app);
  refuseForeignActions(app);
  guardCaseFiles(app);
  noteFormUploads(app);
  app.acl.allow('bpmnTasks', everyone, 'loggedIn');
  app.acl.allow('bpmnInstances', ['start', 'track', 'documents', 'document', 'mine', 'cancel', 'withdraw', 'cc'], 'loggedIn');
  app.acl.allow('bpmnProcesses', ['startable', 'startPlaces'], 'loggedIn');
  app.acl.allow('bpmnPeople', 'search', 'loggedIn');
  app.acl.allow('bpmnHome', 'overview', 'loggedIn');
  app.acl.allow('bpmnStandIns', ['list', 'reach', 'create', 'revoke'], 'loggedIn');
  app.acl.registerSnippet({ name: SUPERVISION_SNIPPET, actions: ['bpmnSupervision:*'] });
  const administered = [
    'bpmnProcesses',
    'bpmnIncidents',
    'bpmnInstances',
    'bpmnParameters',
    'bpmnDecisions',
    'bpmnPacks',
    'bpmnDataStarts',
    'bpmnCalendars',
  ];
  app.acl.registerSnippet({ name: ADMINISTRATION_SNIPPET, actions: administered.map((name) => `${name}:*`) });
  app.acl.registerSnippet({ name: PARAMETERS_SNIPPET, actions: ['bpmnParameters:*'] });
}

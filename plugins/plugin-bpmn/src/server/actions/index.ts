import type { Application } from '@nocobase/server';
import { administrationActions } from './administration';
import { guardCaseFiles } from './case-files';
import { calendarActions } from './calendars';
import { decisionActions } from './decisions';
import { designerActions } from './designer';
import { documentActions } from './documents';
import { registerForeignRefusals } from './foreign-actions';
import { noteFormUploads } from './form-uploads';
import { guardDraftForms } from './draft-forms';
import { homeActions } from './home';
import { instanceActions } from './instances';
import { migrationActions } from './migration';
import { refuseForeignActions, registerOwnActions } from './own-actions';
import { packActions } from './packs';
import { parameterActions } from './parameters';
import { rightActions } from './rights';
import { standInActions } from './stand-ins';
import { taskActions } from './tasks';
import { tryOutActions } from './try-outs';
import { registerSnippets } from '../rights';
import { refuseTooLarge } from './too-large';

export { ChangesPage } from './changes-page';
export { action, type Request } from './define';
export { fileAction } from './file-action';
export { registerOwnActions } from './own-actions';
export { readerOf, type Reader } from './reader';
export { reading } from './reading';
export { type SentFile, uploadAction } from './upload-action';

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
    ...rightActions,
  });
  // collections are resources by themselves; these are none, and are defined once their handlers are known
  for (const name of ['bpmnSupervision', 'bpmnPeople', 'bpmnHome', 'bpmnRights']) app.resourceManager.define({ name });
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
    'stopClock',
    'resumeClock',
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
  guardDraftForms(app);
  app.acl.allow('bpmnTasks', everyone, 'loggedIn');
  app.acl.allow('bpmnInstances', ['start', 'track', 'documents', 'document', 'mine', 'cancel', 'withdraw', 'cc'], 'loggedIn');
  app.acl.allow('bpmnProcesses', ['startable', 'startPlaces'], 'loggedIn');
  app.acl.allow('bpmnPeople', 'search', 'loggedIn');
  app.acl.allow('bpmnHome', 'overview', 'loggedIn');
  app.acl.allow('bpmnRights', ['mine', 'overview', 'give', 'askForTwo', 'changes'], 'loggedIn');
  app.acl.allow('bpmnStandIns', ['list', 'reach', 'create', 'revoke'], 'loggedIn');
  registerSnippets(app);
}

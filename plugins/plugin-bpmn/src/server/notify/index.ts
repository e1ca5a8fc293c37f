import type { Application } from '@nocobase/server';
import { jobHandlersOf } from '../jobs';
import { copyByRules } from './cc';
import { messageJobs } from './handlers';

export { installChannel } from './channel';
export { deliver } from './deliver';
export { tellPeople, type OwnMessage } from './tell';
export { peopleOfTask } from './receivers';
export type { MessageKind } from './texts';

/**
 * Messages to people as jobs: `notifyTask { message, text? }` for whoever can do `job.taskId`, `notifyPerson { userId,
 * message, text? }`, and `ccPeople { elementId, variables }` for the
 * cc rules of an element whose work began.
 */
export function registerNotify(app: Application): void {
  const handlers = jobHandlersOf(app.db);
  for (const [kind, handler] of Object.entries(messageJobs(app))) handlers.set(kind, handler);
  handlers.set('ccPeople', { kind: 'inTransaction', run: copyByRules });
}

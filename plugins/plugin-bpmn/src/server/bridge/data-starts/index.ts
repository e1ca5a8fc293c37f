import type { Application } from '@nocobase/server';
import { registerOwnActions } from '../../actions';
import { jobHandlersOf } from '../../jobs';
import { dataStartActions } from './actions';
import { watchRecords } from './hooks';
import { startByData } from './start-job';
import { DATA_START_JOB } from './store';

/** Saving a record starts an instance, by rules that administrators write. */
export function registerDataStarts(app: Application): void {
  jobHandlersOf(app.db).set(DATA_START_JOB, { kind: 'inTransaction', run: startByData });
  registerOwnActions(app, dataStartActions);
  watchRecords(app);
}

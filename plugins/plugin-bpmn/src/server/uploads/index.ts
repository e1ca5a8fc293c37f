import type { Database } from '@nocobase/database';
import type { JobHandler } from '../jobs';
import { discardFileJob } from './discard-file';
import { unusedUploadsJob } from './unused';

export { queueDiscards } from './discard-file';
export { noteSubmitted, noteUpload } from './note';

export const uploadJobs = (db: Database): Readonly<Record<string, JobHandler>> => ({
  discardFile: discardFileJob(db),
  discardUnusedUploads: unusedUploadsJob,
});

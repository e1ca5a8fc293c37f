export { caseJobs } from './case-jobs';
export { deadlineJobs } from './deadline-jobs';
export { type Finish, type JobHandler, jobHandlersOf, type TogetherHandler } from './handlers';
export { LEASE_BATCH, leaseJobs, leaseTimers } from './lease';
export { type OwnJob, queueJobs } from './own-jobs';
export { serviceJobs } from './service-jobs';
export { settleCase } from './settle';
export { Worker } from './worker';

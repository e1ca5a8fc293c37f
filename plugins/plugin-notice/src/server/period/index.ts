export { endOfPeriod, KEEP_JOB, PERIOD_JOB, periodFrom, queueKeep } from './period';

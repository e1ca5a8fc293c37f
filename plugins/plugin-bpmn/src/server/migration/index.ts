export { migrationJobs } from './job';
export { migrationPlan } from './plan-view';
export { previewMigration } from './preview';
export { migrationRun, migrationRuns } from './run-views';
export { beginMigration, continueMigration, stopMigration } from './runs';

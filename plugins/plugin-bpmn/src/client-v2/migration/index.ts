export { MigrationPage as default } from './MigrationPage';
export { MigrationRunPage } from './MigrationRunPage';
export { MigrationRuns } from './RunList';

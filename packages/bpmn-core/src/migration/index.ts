export { migrate, planMigration } from './migrate';
export { checkMapping, type Versions } from './pairs';
export { possibleTargets, proposeFlows, proposeMapping, type ProposedMapping } from './propose';
export type { Plan as MigrationPlan } from './reasons';
export type * from './types';

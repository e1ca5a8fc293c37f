import type { HandlerType } from '@nocobase/resourcer';
import {
  beginMigration,
  continueMigration,
  migrationPlan,
  migrationRun,
  migrationRuns,
  previewMigration,
  stopMigration,
} from '../migration';
import { action } from './define';
import * as Input from './inputs';

/** Migration of running cases; each command and query asks for the right again. */
export const migrationActions: Record<string, HandlerType> = {
  'bpmnProcesses:migrationPlan': action(Input.MigrationPlan, ({ engine, actor, locale }, { id: key, ...body }) =>
    engine.read((tx) => migrationPlan(tx, actor, { key, locale, ...body })),
  ),
  'bpmnProcesses:previewMigration': action(Input.PreviewMigration, ({ engine, actor, locale }, { id: key, ...body }) =>
    engine.read((tx) => previewMigration(tx, actor, { key, locale, ...body })),
  ),
  'bpmnProcesses:migrate': action(Input.Migrate, ({ engine, actor }, { id: key, ...body }) =>
    engine.write((tx) => beginMigration(tx, actor, { key, ...body })),
  ),
  'bpmnProcesses:migrations': action(Input.OneProcess, ({ engine, actor }, { id: key }) =>
    engine.read((tx) => migrationRuns(tx, actor, key)),
  ),
  'bpmnProcesses:migration': action(Input.MigrationRunPage, ({ engine, actor, locale }, page) =>
    engine.read((tx) => migrationRun(tx, actor, { locale, ...page })),
  ),
  'bpmnProcesses:stopMigration': action(Input.OneProcess, ({ engine, actor }, { id }) =>
    engine.write((tx) => stopMigration(tx, actor, id)),
  ),
  'bpmnProcesses:continueMigration': action(Input.OneProcess, ({ engine, actor }, { id }) =>
    engine.write((tx) => continueMigration(tx, actor, id)),
  ),
};

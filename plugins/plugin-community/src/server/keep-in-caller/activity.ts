import type { Json } from '@wuxin/bpmn-core';
import { z } from 'zod';
import { configProblems, readConfig, sentenceOf, valueOf } from '../activity-config';
import type { ActivityContext, ActivityType, BpmnPort } from '../ports';
import { findRows } from '../rows';
import { callersRecord, callersTable, withSubTables } from '../sub-tables';

const NAME = /^[A-Za-z]\w*$/;
const isColumn = (key: string, kind: string) => key.startsWith(`${kind}.`) && NAME.test(key.slice(kind.length + 1));

const schema = z
  .object({ rows: z.string().regex(NAME), said: z.string().min(1), saidEn: z.string().min(1) })
  .catchall(z.string())
  .refine((config) => Object.keys(config).every(isKnown), { message: 'unknown property' })
  .refine((config) => ['where', 'row'].every((kind) => Object.keys(config).some((key) => isColumn(key, kind))), {
    message: 'empty',
  });

function isKnown(key: string): boolean {
  return ['rows', 'said', 'saidEn'].includes(key) || isColumn(key, 'where') || isColumn(key, 'row');
}

type Config = z.output<typeof schema>;

/** @throws CommunityError `keepInCaller.badConfig`, which names the property */
export const readKeepInCallerConfig = (config: unknown): Config => readConfig(schema, config, 'keepInCaller.badConfig');

/**
 * `wuxin:activityType="keepInCaller"`: puts what was decided here into a row that the calling case has already, and says it in the history of
 * this case (`said`, `saidEn`): where a call ends long after a decision, its caller shows it at once. The rows are those of the sub-table
 * `rows` whose columns are as each `where.<column>` says; `row.<column>` are their new values. Text or FEEL. Without a caller nothing is kept.
 */
export function keepInCallerActivity(underCommand: BpmnPort['underCommand']): ActivityType {
  return {
    type: 'keepInCaller',
    validate: ({ settings }) => configProblems(() => readKeepInCallerConfig(settings.config)),
    async enter(context) {
      const config = readKeepInCallerConfig(context.element.settings.config);
      const seeing = await withSubTables(context, Object.values(config));
      await keepIn(seeing, config, underCommand);
      return {
        kind: 'completed',
        variables: {},
        decided: { 'zh-CN': sentenceOf(seeing, config.said), 'en-US': sentenceOf(seeing, config.saidEn) },
      };
    },
  };
}

async function keepIn(context: ActivityContext, config: Config, underCommand: BpmnPort['underCommand']): Promise<void> {
  const { tx, unit } = context;
  const caller = await callersRecord(tx, context.instance);
  const table = caller && callersTable(tx, caller, config.rows);
  if (!table) return;
  const filter = { ...valuesAt(context, config, 'where'), [table.foreignKey]: caller.id };
  const values = valuesAt(context, config, 'row');
  for (const row of await findRows(tx, table.target, { filter })) {
    const id = String(row.get('id'));
    const before = Object.fromEntries(Object.keys(values).map((name) => [name, (row.get(name) ?? null) as Json])); // plain columns
    unit.noteRowChanged({ collection: table.target, id, before });
    const { transaction } = tx;
    await underCommand(tx, () => tx.db.getRepository(table.target).update({ filterByTk: id, values, transaction }));
  }
}

function valuesAt(context: ActivityContext, config: Config, kind: 'where' | 'row'): Record<string, Json> {
  const own = Object.entries(config).filter(([key]) => isColumn(key, kind));
  return Object.fromEntries(own.map(([key, words]) => [key.slice(kind.length + 1), valueOf(context, words)]));
}

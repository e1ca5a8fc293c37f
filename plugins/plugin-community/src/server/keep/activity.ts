import { z } from 'zod';
import { configProblems, readConfig, sentenceOf, valueOf } from '../activity-config';
import type { ActivityContext, ActivityType, BpmnPort } from '../ports';
import { withSubTables } from '../sub-tables';
import { addRowToRecord, writeToRecord } from './write';

const name = /^[A-Za-z]\w*$/;

/** `rows` names a sub-table, `row.<column>` its values; `field.<name>` is a field of the record itself; `said` and `saidEn` go together. */
const schema = z
  .record(z.string(), z.string())
  .refine((config) => Object.keys(config).every(isKnown), { message: 'unknown property' })
  .refine((config) => (config['said'] === undefined) === (config['saidEn'] === undefined), {
    message: 'one language',
    path: ['said'],
  })
  .refine((config) => config['rows'] === undefined || name.test(config['rows']), { message: 'rows', path: ['rows'] });

function isKnown(key: string): boolean {
  const [kind, column] = key.split('.');
  return ['rows', 'said', 'saidEn'].includes(key) || ((kind === 'row' || kind === 'field') && name.test(column ?? ''));
}

/** @throws CommunityError `keep.badConfig` */
export const readKeepConfig = (config: unknown): Readonly<Record<string, string>> => readConfig(schema, config, 'keep.badConfig');

/**
 * `wuxin:activityType="keep"`: puts what a called case or an earlier step has decided into the record of this case, where forms
 * show it and it stays; `=null` empties a field. Values are literal or FEEL with `=`, which sees the rows of sub-tables and the ids of
 * files as `record.<field>`. What `said` and `saidEn` say goes into the history of the case. Changes no variable.
 */
export function keepActivity(underCommand: BpmnPort['underCommand']): ActivityType {
  return {
    type: 'keep',
    canBeTried: true,
    validate: ({ settings }) => configProblems(() => readKeepConfig(settings.config)),
    async enter(context) {
      const config = readKeepConfig(context.element.settings.config);
      const seeing = await withSubTables(context, Object.values(config));
      await writeToRecord(context, underCommand, valuesAt(seeing, config, 'field'));
      const { rows } = config;
      if (rows !== undefined) await addRowToRecord(context, underCommand, { rows, values: valuesAt(seeing, config, 'row') });
      const { said, saidEn } = config;
      if (said === undefined || saidEn === undefined) return { kind: 'completed', variables: {} };
      return {
        kind: 'completed',
        variables: {},
        decided: { 'zh-CN': sentenceOf(seeing, said), 'en-US': sentenceOf(seeing, saidEn) },
      };
    },
  };
}

function valuesAt(context: ActivityContext, config: Readonly<Record<string, string>>, kind: 'field' | 'row') {
  const own = Object.entries(config).filter(([key]) => key.startsWith(`${kind}.`));
  return Object.fromEntries(own.map(([key, text]) => [key.slice(kind.length + 1), valueOf(context, text)] as const));
}

import { Op } from 'sequelize';
import type { DataStartRule } from './rules';

export const DATA_START_JOB = 'startByData';

/** What makes a start by data happen once: a rule starts one instance a record, however often that is saved. */
export const dataStartKey = (rule: Pick<DataStartRule, 'id'>, recordId: string) => `data:${rule.id}:${recordId}`;

/** The keys of everything that a rule has started or has still to start. Ids are digits: they hold no sign of a pattern. */
export const keysOf = (rule: Pick<DataStartRule, 'id'>) => ({ [Op.startsWith]: dataStartKey(rule, '') });

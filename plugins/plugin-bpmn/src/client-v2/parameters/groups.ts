import type { ParameterOverview, ParameterRow } from '../../common/api';
import type { Translate } from '../i18n';

export interface ParameterGroup {
  key: string;
  title: string;
  rows: ParameterRow[];
}

/** By procedure; what several read, and what none reads, stands by itself at the end. Empty groups are left out. */
export function groupsOf(rows: ParameterRow[], processes: ParameterOverview['processes'], t: Translate): ParameterGroup[] {
  const groups = [
    ...processes.map(({ key, name }) => ({
      key,
      title: name,
      rows: rows.filter(({ processKeys }) => processKeys.length === 1 && processKeys[0] === key),
    })),
    { key: ':shared', title: t('parameter.sharedGroup'), rows: rows.filter(({ processKeys }) => processKeys.length > 1) },
    { key: ':unused', title: t('parameter.unusedGroup'), rows: rows.filter(({ processKeys }) => processKeys.length === 0) },
  ];
  return groups.filter((group) => group.rows.length > 0);
}

/** What one process reads, also where others read it too; null: all. */
export const readBy = (rows: ParameterRow[], processKey: string | null): ParameterRow[] =>
  processKey === null ? rows : rows.filter(({ processKeys }) => processKeys.includes(processKey));

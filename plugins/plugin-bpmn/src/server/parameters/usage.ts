import { Op } from 'sequelize';
import type { ReadAt } from '../runtime/read-at';
import { tables } from '../store';

export interface UsingProcess {
  readonly key: string;
  readonly name: string;
}

export interface ParameterUsage {
  readonly processes: readonly UsingProcess[];
  /** By key of the parameter: keys of the processes that read it. */
  readonly byParameter: ReadonlyMap<string, readonly string[]>;
}

/** Which processes read which parameters: those that are published, and drafts of what never was. Two look-ups. */
export async function parameterUsage(tx: ReadAt): Promise<ParameterUsage> {
  const processes = await tables.processes.select(tx, {}, { order: [['key', 'ASC']] });
  const shownIds = processes.flatMap(({ publishedVersionId, draftVersionId }) => publishedVersionId ?? draftVersionId ?? []);
  const versions = await tables.versions.selectColumns(tx, ['processKey', 'parameterKeys'], { id: { [Op.in]: shownIds } });
  const byParameter = new Map<string, string[]>();
  for (const { key } of processes) {
    const { parameterKeys = [] } = versions.find(({ processKey }) => processKey === key) ?? {};
    for (const parameter of parameterKeys) byParameter.set(parameter, [...(byParameter.get(parameter) ?? []), key]);
  }
  return { processes: processes.map(({ key, name }) => ({ key, name })), byParameter };
}

export function processesReading({ processes, byParameter }: ParameterUsage, parameterKey: string): UsingProcess[] {
  return processes.filter(({ key }) => byParameter.get(parameterKey)?.includes(key));
}

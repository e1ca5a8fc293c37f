import type { ReadAt } from '../runtime/read-at';
import { tables, type ProcessRecord } from '../store';

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
export async function parameterUsage(tx: ReadAt, locale: string): Promise<ParameterUsage> {
  const processes = await tables.processes.select(tx, {}, { order: [['key', 'ASC']] });
  const shownIds = processes.flatMap(({ publishedVersionId, draftVersionId }) => publishedVersionId ?? draftVersionId ?? []);
  const versions = await tables.versions.selectColumns(tx, ['processKey', 'parameterKeys'], { id: shownIds });
  const byParameter = new Map<string, string[]>();
  for (const { key } of processes) {
    const { parameterKeys = [] } = versions.find(({ processKey }) => processKey === key) ?? {};
    for (const parameter of parameterKeys) byParameter.set(parameter, [...(byParameter.get(parameter) ?? []), key]);
  }
  const nameOf = ({ name, nameEn }: ProcessRecord) => (locale.startsWith('zh') ? name : (nameEn ?? name));
  return { processes: processes.map((process) => ({ key: process.key, name: nameOf(process) })), byParameter };
}

export function processesReading({ processes, byParameter }: ParameterUsage, parameterKey: string): UsingProcess[] {
  return processes.filter(({ key }) => byParameter.get(parameterKey)?.includes(key));
}

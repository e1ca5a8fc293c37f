import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** A process that is played to its end, completing every user task that opens. */
export interface Model {
  readonly name: string;
  readonly xml: string;
  /** How often it is played in one round. */
  readonly runs: number;
}

const FILES = [
  { name: 'linear, 5 tasks', file: 'linear5.bpmn', runs: 200 },
  { name: '15 activities', file: 'approval15.bpmn', runs: 60 },
  { name: 'vote of 200', file: 'vote200.bpmn', runs: 3 },
] as const;

/** The benchmark models among the conformance scenarios: those beside the repository, or the copies in it. */
export function models(): Model[] {
  const shared = resolve('../shared/conformance');
  const folder = existsSync(shared) ? shared : resolve('packages/bpmn-core/conformance');
  return FILES.map(({ name, file, runs }) => ({ name, runs, xml: readFileSync(resolve(folder, file), 'utf8') }));
}

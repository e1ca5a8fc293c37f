import type { Instant } from '@wuxin/bpmn-core';
import type { TryOutPath } from '../../common/api';
import { Table, type ReadTx } from '../store';
import type { TryOutState } from './state';

export interface KeptTestRecord {
  id: string;
  processKey: string;
  name: string;
  path: TryOutPath;
  /** After the start, and after each step. */
  states: readonly TryOutState[];
  keptAt: Instant;
  keptById: number;
  keptByName: string;
}

/** A process needs a few ways through it kept, not every one; all of them run before each publish. */
export const MOST_TESTS = 30;

export const keptTests = new Table<KeptTestRecord>('bpmnKeptTests', {
  id: 'text',
  processKey: 'text',
  name: 'text',
  path: 'json',
  states: 'json',
  keptAt: 'number',
  keptById: 'number',
  keptByName: 'text',
});

/** Of a process, in the order in which they were kept. */
export const testsOf = (tx: ReadTx, processKey: string): Promise<KeptTestRecord[]> =>
  keptTests.select(tx, { processKey }, { order: [['keptAt', 'ASC'], ['id', 'ASC']] }); // prettier-ignore

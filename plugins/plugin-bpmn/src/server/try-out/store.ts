import type { Instant } from '@wuxin/bpmn-core';
import type { TryOutPath } from '../../common/api';
import { Table } from '../store';
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

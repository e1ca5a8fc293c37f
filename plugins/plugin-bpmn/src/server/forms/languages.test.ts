import type { ContractField } from '../../common/form';
import { recordIn } from './index';

const common = { label: '', isWritable: false, isRequired: false, isAssigned: false };
const value = (name: string, englishName?: string): ContractField => ({ ...common, kind: 'value', name, englishName });
const rows = (...columns: ContractField[]): ContractField => ({
  ...common,
  kind: 'rows',
  name: 'steps',
  target: 'steps',
  keyField: 'id',
  isMany: true,
  mayAdd: false,
  mayRemove: false,
  columns,
});

const FIELDS = [value('title'), value('sentence', 'sentenceEn'), rows(value('sentence', 'sentenceEn'), value('on'))];
const STEPS = [
  { id: 1, on: '2026-05-10', sentence: '通过', sentenceEn: 'Passed' },
  { id: 2, on: '2026-05-11', sentence: '未通过', sentenceEn: null },
];
const RECORD = { title: '修路', sentence: '通过', sentenceEn: 'Passed', steps: STEPS };

describe('what the system wrote in both languages', () => {
  it('is read in English by English readers, in sub-tables too, and as it is where there is no English', () => {
    expect(recordIn('en-US', { fields: FIELDS }, RECORD)).toEqual({
      title: '修路',
      sentence: 'Passed',
      steps: [
        { id: 1, on: '2026-05-10', sentence: 'Passed' },
        { id: 2, on: '2026-05-11', sentence: '未通过' },
      ],
    });
  });

  it('is read in Chinese by everybody else, without the twin, which is no field of the form', () => {
    expect(recordIn('zh-CN', { fields: FIELDS }, RECORD)).toEqual({
      title: '修路',
      sentence: '通过',
      steps: STEPS.map(({ id, on, sentence }) => ({ id, on, sentence })),
    });
  });

  it.each([null, []])('leaves %p alone where there are no rows', (steps) => {
    expect(recordIn('en-US', { fields: FIELDS }, { ...RECORD, steps })).toMatchObject({ steps });
  });
});

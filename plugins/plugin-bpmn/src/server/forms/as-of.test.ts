import type { Json } from '@wuxin/bpmn-core';
import type { ContractField } from '../../common/form';
import { recordAsOf } from './as-of';

const said = { label: '', isWritable: true, isRequired: false, isAssigned: false };
const value = (name: string): ContractField => ({ kind: 'value', name, ...said });
const opinions: ContractField = {
  kind: 'rows',
  name: 'opinions',
  ...said,
  target: 'opinions',
  keyField: 'id',
  isMany: true,
  mayAdd: true,
  mayRemove: true,
  columns: [value('text'), value('answer')],
};
const contract = { fields: [value('for'), value('day'), opinions] };
const now = { for: 239, day: '2026-11-20', opinions: [{ id: 1, text: '路灯', answer: '采纳' }], id: 7 };

describe('a record as it stood when a task was closed', () => {
  it('has what was sent last until then', () => {
    const stood = recordAsOf(contract, now, { until: [{ for: 100 }, { for: 127 }], after: [{ for: 239 }] });

    expect(stood).toMatchObject({ for: 127, id: 7 });
  });

  it('has nothing yet where something was sent only later', () => {
    expect(recordAsOf(contract, now, { until: [], after: [{ for: 239, opinions: [] }] })).toMatchObject({
      for: null,
      opinions: [],
    });
  });

  it('is the record where people never sent anything', () => {
    expect(recordAsOf(contract, now, { until: [], after: [] })).toEqual(now);
  });

  it('fills up rows that were sent in part from the record, and leaves new ones as they were sent', () => {
    const sent: Json = [{ id: 1, answer: '部分采纳' }, { text: '停车' }];

    const stood = recordAsOf(contract, now, { until: [{ opinions: sent }], after: [] });

    expect(stood.opinions).toEqual([{ id: 1, text: '路灯', answer: '部分采纳' }, { text: '停车' }]);
  });
});

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

  describe('whose people were chosen by their key', () => {
    const pick = (name: string, isMany = false): ContractField => ({
      kind: 'pick',
      name,
      ...said,
      ...{ target: 'users', keyField: 'id', titleField: 'nickname', isMany, scope: null },
    });
    const raters: ContractField = { ...opinions, name: 'raters', columns: [pick('person'), value('capacity')] };
    const people = { fields: [pick('chair'), pick('guests', true), raters] };
    const wang = { id: 4, nickname: '王强' };
    const zhang = { id: '6', nickname: '张丽' };
    const record = { chair: wang, guests: [wang, zhang], raters: [{ id: 1, person: zhang, capacity: 'member' }] };
    const stood = (sent: Record<string, Json>) => recordAsOf(people, record, { until: [sent], after: [] });

    it('names them, also in rows that were sent new', () => {
      const sent = { chair: 4, guests: [{ id: 4 }, 6], raters: [{ person: 6, capacity: 'leader' }] };

      expect(stood(sent)).toEqual({ ...record, raters: [{ person: zhang, capacity: 'leader' }] });
    });

    it('leaves the key of who is not in the record any more', () => {
      expect(stood({ chair: 9, raters: [{ person: 9 }] })).toMatchObject({ chair: 9, raters: [{ person: 9 }] });
      expect(stood({ chair: null })).toMatchObject({ chair: null });
    });
  });
});

import type { FindingView } from '../../common/api';
import { decideAll, kindsOf, openOf, resultOf, segmentsOf } from './decisions';

const finding = (id: string, kind: string, piece: Partial<FindingView['pieces'][number]>): FindingView => ({
  id,
  kind,
  certainty: 'sure',
  words: '',
  found: '13800001111',
  pieces: [{ place: { kind: 'title' }, start: 0, end: 0, before: '', text: '', after: '', mask: '***', ...piece }],
});
const phone = finding('0.0', 'phone', { place: { kind: 'block', block: 0 }, start: 3, end: 14, mask: '138****1111' });
const name = finding('0.1', 'name', { place: { kind: 'block', block: 1, row: 0, cell: 0 }, start: 0, end: 2, mask: '王*' });
const notice = {
  title: '低保公示',
  body: [
    { kind: 'paragraph', text: '电话：13800001111。' },
    { kind: 'table', rows: [[{ text: '王红' }, { text: '王红' }]] },
  ],
} as const;

describe('decisions on what was found', () => {
  it('leave a finding open that is kept without a reason', () => {
    const kept = decideAll(new Map(), [phone.id], { decision: 'keep', reason: ' ' });

    expect(openOf([phone, name], kept)).toEqual([phone, name]);
    expect(openOf([phone], decideAll(kept, [phone.id], { decision: 'keep', reason: '公务电话' }))).toEqual([]);
  });

  it('are counted by kind', () => {
    const decisions = decideAll(new Map(), [name.id], { decision: 'mask' });

    expect(kindsOf([phone, name], decisions)).toEqual([
      { kind: 'phone', total: 1, open: 1 },
      { kind: 'name', total: 1, open: 0 },
    ]);
  });

  it('show the result in the very cell, and leave what is kept as it is', () => {
    const masked = decideAll(new Map(), [name.id], { decision: 'mask' });
    const decisions = decideAll(masked, [phone.id], { decision: 'keep', reason: '公务电话' });

    expect(resultOf(notice, [phone, name], decisions).body).toEqual([
      { kind: 'paragraph', text: '电话：13800001111。' },
      { kind: 'table', rows: [[{ text: '王*' }, { text: '王红' }]] },
    ]);
  });

  it('lose no text where findings overlap', () => {
    const marks = [
      { id: 'a', start: 1, end: 4, mask: '*' },
      { id: 'b', start: 3, end: 5, mask: '*' },
    ];

    expect(segmentsOf('012345', marks).map(({ text }) => text).join('')).toBe('012345'); // prettier-ignore
  });
});

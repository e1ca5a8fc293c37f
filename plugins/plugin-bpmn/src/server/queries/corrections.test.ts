import { correctionsIn } from './corrections';

const named = { key: 'demo.days', name: '期限', nameEn: 'Time' };
const options = [
  { value: 'formal', label: '正式党员', labelEn: 'Formal members' },
  { value: 'all', label: '全部党员', labelEn: 'All members' },
];

describe('what was corrected in a case', () => {
  it('is said with each value before and after', () => {
    expect(correctionsIn('zh-CN', [{ ...named, before: 5, after: '1/2' }])).toBe('期限 由 5 改为 1/2');
    expect(correctionsIn('en-US', [{ ...named, before: 5, after: 7 }])).toBe('Time from 5 to 7');
  });

  it('names what stands on a list of options as people read it', () => {
    const changes = [{ key: 'demo.counts', name: '计入', nameEn: 'Counted', before: 'formal', after: 'all', options }];

    expect(correctionsIn('zh-CN', changes)).toBe('计入 由 正式党员 改为 全部党员');
    expect(correctionsIn('en-US', changes)).toBe('Counted from Formal members to All members');
  });

  it('says nothing of what it cannot read', () => {
    expect(correctionsIn('zh-CN', [{ name: 5 }])).toBe('');
  });
});

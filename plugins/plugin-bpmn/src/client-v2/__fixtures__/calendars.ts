import type { CalendarYear } from '../../common/api';

export const calendar2026: CalendarYear = {
  year: 2026,
  place: null,
  coveredFrom: '2024-01-01',
  coveredUntil: '2026-12-31',
  days: [
    {
      date: '2026-10-01',
      kind: 'rest',
      name: '国庆节',
      source: '国务院办公厅通知',
      isOwn: false,
      setBy: null,
      setAt: null,
    },
    {
      date: '2026-11-10',
      kind: 'rest',
      name: '停电',
      source: '镇政府通知',
      isOwn: true,
      setBy: { id: 1, name: '王芳' },
      setAt: Date.parse('2026-11-05T12:00:00+08:00'),
    },
  ],
  closings: [],
  calendars: [
    { place: null, name: '全国', coveredUntil: '2026-12-31', ownDays: 1, closings: 0 },
    { place: { id: 'p1', name: '城关镇' }, name: '城关镇', coveredUntil: null, ownDays: 2, closings: 0 },
  ],
};

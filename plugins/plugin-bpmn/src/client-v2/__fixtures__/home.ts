// Home pages of several kinds of people.
import type { Home, HomeTask } from '../../common/api';
import { row } from './cases';
import { ago, deadlines, places } from './story';

export const nothing: Home = {
  todo: { rows: [], counts: { onTime: 0, near: 0, overdue: 0 } },
  cases: { rows: [], total: 0 },
  supervision: null,
  duties: [],
  incidents: [],
  decided: [],
  mayStart: false,
};

const task = (more: Partial<HomeTask>): HomeTask => ({ ...row({}), hasDraft: false, ...more });

/** Who has tasks, takes part in cases, supervises and administers at once. */
export const everything: Home = {
  todo: {
    rows: [
      task({ taskId: '71', title: '和平社区居民公约（制定）', stageName: '备案', deadline: deadlines.overdue }),
      task({ taskId: '72', title: '安岭社区居民公约（修订）', deadline: deadlines.near, hasDraft: true }),
    ],
    counts: { onTime: 4, near: 1, overdue: 1 },
  },
  cases: {
    rows: [row({ taskId: null, instanceId: '81', status: 'running', elementName: null, title: '修缮广场', holders: ['李强'] })],
    total: 9,
  },
  supervision: [
    { processKey: 'covenant', processName: '居民公约', counts: { onTime: 3, near: 0, overdue: 2 } },
    { processKey: 'filing', processName: '备案', counts: { onTime: 0, near: 1, overdue: 0 } },
  ],
  duties: [
    { kind: 'incidents', count: 1 },
    { kind: 'processDrafts', count: 0 },
    { kind: 'unconfirmedParameters', count: 12 },
    { kind: 'proposals', count: 0 },
  ],
  incidents: [
    {
      id: 'i1',
      instanceId: '91',
      instanceTitle: '新城社区公约',
      processName: '居民公约',
      elementId: 'file',
      elementName: '备案',
      code: 'assignment.nobody',
      text: '找不到办理人',
      raisedAt: ago(1),
      attempts: 0,
    },
  ],
  decided: [
    {
      instanceId: '95',
      title: '安岭社区停车位改造',
      processName: '四议两公开',
      place: places[0] ?? null,
      at: ago(2),
      result: { kind: 'activity', elementName: '计票', sentence: '应到 30 人，实到 20 人；赞成 16 人，通过' },
    },
    {
      instanceId: '96',
      title: '和平社区居民公约备案',
      processName: '备案',
      place: places[1] ?? null,
      at: ago(3),
      result: { kind: 'end', status: 'completed', name: '已备案' },
    },
    {
      instanceId: '97',
      title: '旧件',
      processName: '备案',
      place: null,
      at: ago(4),
      result: { kind: 'end', status: 'cancelled', name: null },
    },
  ],
  mayStart: true,
};

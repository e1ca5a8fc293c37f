// One story for pages without a server: the covenant of 安岭社区, its people, places and times. Shaped by src/common/api.
import type { DeadlineView, InstanceHead, PersonRef, PlaceRef, StageView } from '../../common/api';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const NOW = Date.now();
export const ago = (days: number) => NOW - days * DAY;
export const ahead = (days: number) => NOW + days * DAY;

export const person = (id: number, name: string): PersonRef => ({ id, name });
export const people = {
  secretary: person(2, '陈国梁'),
  director: person(3, '李秀兰'),
  drafter: person(4, '张文博'),
  supervisor: person(5, '周建民'),
  reviewer: person(6, '王芳'),
};
export const places: PlaceRef[] = [
  { id: 'anling', name: '安岭社区' },
  { id: 'heping', name: '和平社区' },
  { id: 'xincheng', name: '新城社区（搬迁安置点三期）' },
];

export const deadlines: Record<'onTime' | 'near' | 'overdue', DeadlineView> = {
  onTime: { dueAt: ahead(6.4), level: 'onTime', isProvisional: false, explanation: '10 个工作日，自收到审核申请之日起' },
  near: { dueAt: ahead(0.8), level: 'near', isProvisional: true, explanation: '10 个日历日，自表决通过之日起' },
  overdue: { dueAt: ago(2.3), level: 'overdue', isProvisional: false, explanation: '15 个日历日，自公告之日起' },
};

const STAGES = ['征集民意', '拟定草案', '提请审核', '审议表决', '备案', '公布'];
export const stagesAt = (current: number): StageView[] =>
  STAGES.map((name, index) => ({
    key: `s${index}`,
    name,
    state: index < current ? 'passed' : index === current ? 'current' : 'upcoming',
    enteredAt: index <= current ? ago(40 - index * 9) : null,
    leftAt: index < current ? ago(40 - (index + 1) * 9) : null,
  }));

export const head: InstanceHead = {
  id: '101',
  title: '安岭社区居民公约（2026 年修订）',
  processKey: 'covenant',
  processName: '居民公约',
  versionNumber: 2,
  businessKey: 'GY-2026-007',
  status: 'running',
  suspension: null,
  place: places[0] ?? null,
  starter: people.secretary,
  startedAt: ago(40),
  endedAt: null,
  stages: stagesAt(2),
  deadline: deadlines.onTime,
  caller: null,
};

// Who acts for whom in the story of cases.ts.
import type { StandInList, StandInReach, StandInRow } from '../../common/api';
import { ago, ahead, people } from './story';

const day = (instant: number) => new Date(instant).toISOString().slice(0, 10);

const standIn = (id: string, more: Partial<StandInRow>): StandInRow => ({
  id,
  relation: 'given',
  absent: people.director,
  standIn: people.secretary,
  fromOn: day(ago(1)),
  untilOn: day(ahead(6)),
  processes: null,
  reason: '赴县委党校培训',
  createdBy: people.director,
  createdAt: ago(3),
  state: 'current',
  revoked: null,
  openTasks: 4,
  mayRevoke: true,
  ...more,
});

export const openStandIns: StandInRow[] = [
  standIn('s1', {}),
  standIn('s2', {
    standIn: people.drafter,
    fromOn: day(ahead(20)),
    untilOn: day(ahead(24)),
    processes: [{ key: 'covenant', name: '居民公约' }],
    reason: '休年假',
    state: 'coming',
    openTasks: 2,
  }),
  standIn('s3', {
    relation: 'received',
    absent: people.reviewer,
    standIn: people.director,
    createdBy: people.supervisor,
    reason: '产假',
    openTasks: 1,
    mayRevoke: false,
  }),
];

export const pastStandIns: StandInRow[] = [
  standIn('s4', {
    fromOn: day(ago(40)),
    untilOn: day(ago(30)),
    state: 'endedEarly',
    revoked: { by: people.director, at: ago(33), reason: '培训提前结束' },
    openTasks: null,
    mayRevoke: false,
  }),
  standIn('s5', { fromOn: day(ago(90)), untilOn: day(ago(80)), state: 'over', openTasks: null, mayRevoke: false }),
];

export const standInList = (rows: StandInRow[], mayAdminister = true): StandInList => ({
  rows,
  total: rows.length,
  mayAdminister,
});

export const reach: StandInReach = {
  processes: [
    { key: 'covenant', name: '居民公约', openTasks: 3 },
    { key: 'charter', name: '居民自治章程', openTasks: 1 },
  ],
};

import { tables } from '../store';
import type { Desk, Person } from './desk';

/** What people do at the step `review` that several do, in short words. */
export const stepPeople = (desk: Desk) => ({
  taskOf: async (instanceId: string, name: Person): Promise<string> => {
    const rows = await tables.tasks.select(desk, { instanceId, elementId: 'review', assigneeId: desk.id(name), status: 'open' });
    return rows[0]?.id ?? '';
  },
  /** Who has it still to do, and what else is open. */
  openFor: async (instanceId: string) => {
    const rows = await tables.tasks.select(desk, { instanceId, status: 'open' }, { order: [['openedAt', 'ASC']] });
    return rows.map(({ elementId, assigneeName }) => (elementId === 'review' ? assigneeName : elementId));
  },
  add: (as: Person, taskId: string, name: Person, reason = '请法律顾问也看') =>
    desk.task('addPerson', as, taskId, { to: desk.id(name), reason }),
  remove: (as: Person, taskId: string, removed: string, reason = '出差') =>
    desk.task('removePerson', as, taskId, { taskId: removed, reason }),
  nameOf: async (name: Person): Promise<string> => {
    const user = (await desk.db.getRepository('users').findOne({ filterByTk: desk.id(name) })) as { get(field: string): unknown }; // typed any by NocoBase
    return String(user.get('nickname'));
  },
});

export type StepPeople = ReturnType<typeof stepPeople>;

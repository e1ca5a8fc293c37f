import type { Database, Model as Row } from '@nocobase/database';
import WorkflowPlugin from '@nocobase/plugin-workflow';
import type { TestApp, TestUser } from '@wuxin/test';
import type { Http } from './http';
import type { Subject } from './subject';

const ACTION = { status: 1, key: 'done' };
const FORM = { type: 'custom', title: 'form', actions: [ACTION] };

/**
 * NocoBase's own workflow on the nearest equivalent: five manual nodes in a row. A completion ends when the next manual task is
 * there, or the execution has ended: NocoBase resumes in the background, after it has answered.
 */
export async function nocobaseWorkflow({ app, db }: TestApp, http: Http, user: TestUser): Promise<Subject> {
  const plugin = app.pm.get(WorkflowPlugin);
  const workflow: Row = await db.getRepository('workflows').create({
    values: { title: 'bench', type: 'collection', enabled: true, current: true, config: { mode: 0, collection: 'none' } },
  });
  let upstream: Row | null = null;
  for (let index = 0; index < 5; index += 1) upstream = await addNode(workflow, upstream, user);
  const waiting = new Map<string, (taskId: string | null) => void>();
  const tell = ({ transaction }: HookOptions, executionId: unknown, taskId: string | null) => {
    const resolve = () => waiting.get(String(executionId))?.(taskId);
    if (transaction) transaction.afterCommit(resolve);
    else resolve();
  };
  db.on('workflowManualTasks.afterCreate', (task: Row, options: HookOptions) =>
    tell(options, task.get('executionId'), String(task.get('id'))),
  );
  db.on('executions.afterUpdate', (execution: Row, options: HookOptions) => {
    if (execution.get('status') !== 0) tell(options, execution.get('id'), null);
  });
  return {
    async begin() {
      const enabled: unknown = await db.getRepository('workflows').findOne({ filterByTk: workflow.get('id') as number }); // a snowflake id
      const processor: unknown = await plugin.trigger(enabled as never, { data: {} }, { manually: true }); // NocoBase's own class of the same row
      const executionId = String((processor as { execution: { id: number } }).execution.id); // it runs at once and gives its processor
      const first: unknown = await db.getRepository('workflowManualTasks').findOne({ filter: { executionId } });
      let taskId: string | null = String((first as Row).get('id'));
      const complete = async () => {
        const following = new Promise<string | null>((resolve) => waiting.set(executionId, resolve));
        await http.post(`workflowManualTasks:submit?filterByTk=${taskId}`, { result: { form: {}, _: ACTION.key } });
        taskId = await following;
      };
      return {
        async next() {
          if (taskId === null) return null;
          await untilReady(db, taskId);
          return complete;
        },
      };
    },
  };
}

interface HookOptions {
  readonly transaction?: { afterCommit(tell: () => void): void };
}

/** NocoBase writes a task before the job that the task needs to be done; the wait counts for nobody. */
async function untilReady(db: Database, taskId: string): Promise<void> {
  for (;;) {
    const task: unknown = await db.getRepository('workflowManualTasks').findOne({ filterByTk: taskId, appends: ['job'] });
    if ((task as Row | null)?.get('job')) return;
  }
}

async function addNode(workflow: Row, upstream: Row | null, user: TestUser): Promise<Row> {
  const created = await (workflow as unknown as { createNode(values: object): Promise<Row> }).createNode({
    // from the association `nodes`
    type: 'manual',
    upstreamId: upstream?.get('id'),
    config: { assignees: [user.id], forms: { form: FORM }, title: 'task' },
  });
  if (upstream) await upstream.update({ downstreamId: created.get('id') });
  return created;
}

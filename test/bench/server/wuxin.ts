import type { Database } from '@nocobase/database';
import {
  activityTypesOf,
  cancelInstance,
  completeTask,
  deployProcess,
  engineOf,
  openTasksOf,
  publishProcess,
  startInstance,
  SYSTEM,
  type Actor,
} from '@wuxin/plugin-bpmn';
import type { Model } from '../models';
import type { Http } from './http';
import type { Subject } from './subject';

const OUTCOME = { outcome: 'complete', data: {} } as const;
/** What the conditions of the models read. */
const VARIABLES = { amount: 10, again: false };

/** Publishes a model; its user tasks are the starter's and everything else is done at once. @returns the process's key */
export async function publishModel(db: Database, key: string, { xml }: Pick<Model, 'xml'>): Promise<string> {
  activityTypesOf(db).registerOnce({ type: 'instant', enter: async () => ({ kind: 'completed', variables: {} }) });
  const engine = engineOf(db);
  const deployed = await engine.write((tx) => deployProcess(tx, SYSTEM, { xml: forUs(xml, key), locale: 'zh-CN' }));
  if (deployed.problems.some(({ severity }) => severity === 'error')) throw new Error(JSON.stringify(deployed.problems));
  await engine.write((tx) => publishProcess(tx, SYSTEM, key));
  return key;
}

/** What a person may give who starts a case: the server takes no others over HTTP. */
const startVariables = `<extensionElements><wuxin:config><wuxin:property name="startVariable.amount" value="number" /><wuxin:property name="startVariable.again" value="boolean" /></wuxin:config></extensionElements>`;

function forUs(xml: string, key: string): string {
  return xml
    .replace('<definitions ', '<definitions xmlns:wuxin="urn:wuxin:bpmn:1" ')
    .replace(/<process id="\w+" name="\w+"([^>]*)>/, `<process id="${key}" name="${key}"$1>${startVariables}`)
    .replace(/<userTask [^>]*>/g, '$&<extensionElements><wuxin:assignment kind="starter" value="" /></extensionElements>')
    .replace(/implementation="svc"/g, 'wuxin:activityType="instant"')
    .replace(/<script>next\(\)<\/script>/g, '<script>({})</script>');
}

/** Commands alone, as plugins call them. */
export function wuxinCommands(db: Database, actor: Actor, processKey: string): Subject {
  const engine = engineOf(db);
  return {
    async begin() {
      const { instanceId } = await engine.write((tx) => startInstance(tx, actor, { processKey, variables: VARIABLES }));
      return {
        async next() {
          const [task] = await engine.read((tx) => openTasksOf(tx, instanceId));
          return task ? () => engine.write((tx) => completeTask(tx, actor, task.id, OUTCOME)) : null;
        },
      };
    },
  };
}

/**
 * The first votes of a case whose other tasks stay open. They are looked up once, before the first of them: a look at 2,000 rows between two
 * votes is the benchmark's own, and what it leaves for the garbage collector would be counted with the votes. The case before is cancelled: all tasks
 * are one person's here, whose open tasks the task centre counts in the background.
 */
export function wuxinFirstVotes(
  db: Database,
  actor: Actor,
  processKey: string,
  { votes, ready }: { readonly votes: number; ready(): Promise<void> },
): Subject {
  const engine = engineOf(db);
  let last: string | undefined;
  return {
    async begin() {
      const former = last;
      if (former) await engine.write((tx) => cancelInstance(tx, actor, former, 'measured'));
      const { instanceId } = await engine.write((tx) => startInstance(tx, actor, { processKey, variables: VARIABLES }));
      last = instanceId;
      await ready();
      const first = (await engine.read((tx) => openTasksOf(tx, instanceId))).slice(0, votes);
      return {
        async next() {
          const task = first.shift();
          return task ? () => engine.write((tx) => completeTask(tx, actor, task.id, OUTCOME)) : null;
        },
      };
    },
  };
}

/** As a browser does it: signed in, over HTTP. */
export function wuxinOverHttp(db: Database, http: Http, processKey: string): Subject {
  const engine = engineOf(db);
  return {
    async begin() {
      const { instanceId } = await http.post<{ instanceId: string }>('bpmnInstances:start', { processKey, variables: VARIABLES });
      return {
        async next() {
          const [task] = await engine.read((tx) => openTasksOf(tx, instanceId));
          return task ? () => http.post(`bpmnTasks:complete?filterByTk=${task.id}`, OUTCOME) : null;
        },
      };
    },
  };
}

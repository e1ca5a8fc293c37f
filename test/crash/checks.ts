import type { Client as Database } from 'pg';

/** What an instance did, as counts of what happened where; the order of its branches does not matter. */
const PROFILES = `
  WITH steps AS (
    SELECT "instanceId", "kind" || ' ' || COALESCE("elementId", '') AS step FROM "bpmnHistory" WHERE "kind" <> 'flowsTaken'
    UNION ALL
    SELECT "instanceId", 'flow ' || flow FROM "bpmnHistory", json_array_elements_text("data"::json -> 'flows') AS flow
    WHERE "kind" = 'flowsTaken'
  ), counts AS (SELECT "instanceId", step, COUNT(*) AS times FROM steps GROUP BY "instanceId", step),
  profiles AS (SELECT "instanceId", jsonb_object_agg(step, times) AS steps FROM counts GROUP BY "instanceId")
  SELECT "processId", steps, COUNT(*)::int AS instances FROM profiles JOIN "bpmnInstances" ON "id" = "instanceId"
  GROUP BY "processId", steps`;

const LEFT_OVER = ['bpmnTokens', 'bpmnSubscriptions', 'bpmnCompensations', 'bpmnJobs'] as const;

export interface Progress {
  readonly instances: number;
  readonly completed: number;
  readonly leftOver: number;
}

export async function progressOf(database: Database): Promise<Progress> {
  const { rows } = await database.query<{ instances: number; completed: number }>(
    `SELECT COUNT(*)::int AS instances, (COUNT(*) FILTER (WHERE "status" = 'completed'))::int AS completed FROM "bpmnInstances"`,
  );
  return { ...(rows[0] ?? { instances: 0, completed: 0 }), leftOver: await leftOver(database) };
}

async function leftOver(database: Database): Promise<number> {
  const tables = LEFT_OVER.map((name) => `SELECT COUNT(*) AS count FROM "${name}"`);
  const open = ['bpmnTasks', 'bpmnIncidents'].map((name) => `SELECT COUNT(*) AS count FROM "${name}" WHERE "status" = 'open'`);
  const { rows } = await database.query<{ count: number }>(
    `SELECT SUM(count)::int AS count FROM (${[...tables, ...open].join(' UNION ALL ')}) AS counts`,
  );
  return rows[0]?.count ?? 0;
}

/** A course that instances of one process took: how often each step happened. */
export interface Course {
  readonly processId: string;
  readonly steps: Readonly<Record<string, number>>;
  readonly instances: number;
}

/** Different courses that instances took; one for each process, as its drawing says, when every step happened exactly once. */
export async function coursesOf(database: Database): Promise<Course[]> {
  const { rows } = await database.query<Course>(PROFILES);
  return rows;
}

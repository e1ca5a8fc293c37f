import { z } from 'zod';
import { chooseOutcome, peopleByRule } from '../commands';
import { badInput, conflict } from '../runtime/errors';
import { textOf } from '../runtime/texts';
import { visibleVariables } from '../store';
import { inBoth, nameAt } from './entries';
import { settle } from './effects';
import type { CaseInMemory, PlannedStep } from './scratch-case';
import { LIMITS, type World } from './world';

const DAY_MS = 24 * 60 * 60 * 1000;
/** A try-out may see ten years go by. */
const LONGEST_WAIT_MS = 3660 * DAY_MS;

/** What the engine plans for a deadline. */
export const Planned = z.discriminatedUnion('action', [
  z.object({ action: z.literal('remind') }),
  z.object({ action: z.literal('escalate'), kind: z.string(), value: z.string() }),
  z.object({ action: z.literal('outcome'), outcome: z.string() }),
]);

/** Lets time pass: timers and deadlines happen at their own times, the earliest first. @throws bad input `tryOut.badTime` */
export async function waitUntil(world: World, until: number): Promise<void> {
  if (until <= world.now || until > world.now + LONGEST_WAIT_MS) throw badInput('tryOut.badTime');
  for (let fired = 0; ; fired += 1) {
    const due = nextDue(world, until);
    if (!due) break;
    if (fired >= LIMITS.firings) throw conflict('tryOut.tooMuch', { maximum: LIMITS.firings });
    world.now = Math.max(world.now, due.at);
    await due.happen();
    await settle(world);
  }
  world.now = until;
}

interface Due {
  readonly at: number;
  readonly happen: () => Promise<void>;
}

function nextDue(world: World, until: number): Due | undefined {
  const all = world.cases.flatMap((of): Due[] => [
    ...of.session.subscriptions.flatMap(({ id, kind, dueAt }): Due[] =>
      kind === 'timer' && dueAt !== null
        ? [{ at: dueAt, happen: () => world.move(of, { type: 'fireTimer', subscriptionId: id }) }]
        : [],
    ),
    ...of.planned.map((step): Due => ({ at: step.at, happen: () => take(world, of, step) })),
  ]);
  return all.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
}

/** A step on the way to a deadline: somebody would be told, or the task ends by itself. */
async function take(world: World, of: CaseInMemory, step: PlannedStep): Promise<void> {
  of.planned = of.planned.filter((one) => one !== step);
  const { tokenId } = step;
  const task = of.tasks.get(tokenId)?.task;
  if (!task) return;
  const { elementId } = task;
  const { graph } = of.version;
  const planned = Planned.parse(step.payload);
  const tell = (key: string, data: Readonly<Record<string, unknown>> = {}) =>
    world.tell(of, {
      kind: 'time',
      elementId,
      said: inBoth((locale) => textOf(locale, `tryOut.did.${key}`, { element: nameAt(graph, elementId, locale), ...data })),
    });
  switch (planned.action) {
    case 'remind':
      return tell('reminded');
    case 'escalate': {
      const people = await peopleByRule(world.tx, planned, {
        element: { elementId, elementName: task.elementName },
        instance: of.session.record,
        record: of.record?.plain() ?? null,
        variables: visibleVariables(of.session.reader, tokenId),
      });
      return tell('escalated', { people: people.map(({ name }) => name) });
    }
    case 'outcome': {
      const outcome = chooseOutcome(of.version, elementId, { outcome: planned.outcome, opinion: 'deadline' });
      tell('ended', { outcome: outcome.name });
      const byNobody = { completedById: null, completedByName: null, closedAt: world.now };
      of.complete(task, { outcome: outcome.key, outcomeName: outcome.name, ...byNobody });
      of.lastStep = null;
      return world.move(of, { type: 'completeActivity', tokenId, variables: { outcome: outcome.key } }, { byTaskId: task.id });
    }
  }
}

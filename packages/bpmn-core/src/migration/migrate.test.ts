import type { Variables } from '../contract';
import { MemoryHost } from '../host';
import { env, graphOf, NOW, Play, play } from '../testing/play';
import {
  and,
  boundary,
  caught,
  chain,
  compensation,
  cycle,
  duration,
  element,
  end,
  eventSub,
  flow,
  handlerOf,
  io,
  message,
  multi,
  process,
  start,
  sub,
  thrown,
  user,
  xor,
} from '../testing/xml';
import { planMigration } from './migrate';
import { proposeMapping } from './propose';
import type { Migration, MigrationMapping, MigrationOptions } from './types';

const HOUR = 60 * 60 * 1000;

interface Given {
  readonly map?: Readonly<Record<string, string>>;
  readonly flows?: Readonly<Record<string, string>>;
  readonly timers?: MigrationOptions['timers'];
  readonly openedAt?: number;
}

/** Migrates a running process to another drawing, with the proposed mapping and what is added to it. */
async function migrateTo(running: Play, xml: string, { map, flows, timers = 'kept', openedAt }: Given = {}) {
  const target = await graphOf(xml);
  const source = running.graph;
  const proposed = proposeMapping({ source, target }).mapping;
  const mapping: MigrationMapping = {
    elements: { ...proposed.elements, ...map },
    flows: { ...proposed.flows, ...flows },
  };
  const host = new MemoryHost({ graph: target, now: running.host.now, ...env });
  const instance = running.instance;
  const migration = host.migrate(instance, planMigration({ source, target }, mapping), {
    timers,
    openedAt: () => openedAt ?? null,
  });
  return { migration, now: new Play(host, instance, target) };
}

const reasonsOf = (migration: Migration): string[] =>
  migration.kind === 'refused' ? migration.reasons.map(({ code, elementId }) => `${code}@${elementId}`) : [];

const line = (...ids: string[]) =>
  process(
    start(),
    ids.map((id) => user(id)),
    end(),
    chain('s', ...ids, 'e'),
  );

const dueTimes = ({ instance }: Play): Record<string, number | null> =>
  Object.fromEntries([...instance.subscriptions.values()].map(({ elementId, dueAt }) => [elementId, dueAt]));

describe('a step that stays', () => {
  test('goes on under its token, and then by the new drawing', async () => {
    const running = await play(line('Draft', 'Review'));

    const { migration, now } = await migrateTo(running, line('Draft', 'Check', 'Review'));
    now.complete('Draft');

    expect(migration).toMatchObject({ kind: 'migrated', applied: { effects: [] } });
    expect(now.open()).toEqual(['Check']);
  });

  test('may have another id, when it is said or has the same name and kind as the only one left', async () => {
    const named = (id: string) =>
      process(start(), element('userTask', id, '').replace(`name="${id}"`, 'name="审核"'), end(), chain('s', id, 'e'));

    const { now } = await migrateTo(await play(named('Old')), named('Fresh'));

    expect(now.open()).toEqual(['Fresh']);
    now.complete('Fresh');
    expect(now.status).toBe('completed');
  });

  test('that is gone stops the case, until it is said where it goes on', async () => {
    const running = await play(line('Draft', 'Old'));
    running.complete('Draft');

    const refused = await migrateTo(running, line('Draft', 'Other'));
    const mapped = await migrateTo(running, line('Draft', 'Other'), { map: { Old: 'Other' } });

    expect(reasonsOf(refused.migration)).toEqual(['elementUnmapped@Old']);
    expect(mapped.now.open()).toEqual(['Other']);
  });

  test('is not taken over by another kind of work', async () => {
    const service = process(start(), element('serviceTask', 'A'), end(), chain('s', 'A', 'e'));

    const { migration } = await migrateTo(await play(line('A')), service, { map: { A: 'A' } });

    expect(reasonsOf(migration)).toEqual(['workDiffers@A']);
  });

  test('does not move out of its sub-process', async () => {
    const inside = process(
      start(),
      sub('Sub', start('is'), user('A'), end('ie'), chain('is', 'A', 'ie')),
      end(),
      chain('s', 'Sub', 'e'),
    );
    const running = await play(inside);

    const { migration } = await migrateTo(running, line('A'), { map: { A: 'A' } });

    expect(reasonsOf(migration)).toEqual(['elementUnmapped@Sub', 'scopeDiffers@A']);
  });
});

describe('what several do', () => {
  const votes = (until: string, options: { sequential?: boolean; as?: string; id?: string } = {}) => {
    const { sequential = false, as = 'voter', id = 'Vote' } = options;
    return process(start(), user(id, multi({ collection: '=voters', as, sequential, until })), user('After'), end(), chain('s', id, 'After', 'e')); // prettier-ignore
  };
  const voters: Variables = { voters: ['a', 'b', 'c'] };

  test.each([true, false])(
    'goes on with those who are still to be asked, by the new rule; one after the other: %s',
    async (sequential) => {
      const running = await play(votes('=nrOfCompletedInstances>=3', { sequential }), voters);
      running.complete('Vote');

      const { now } = await migrateTo(running, votes('=nrOfCompletedInstances>=2', { sequential, id: 'Ballot' }), {
        map: { Vote: 'Ballot' },
      });
      expect(now.open()).toContain('Ballot');
      now.complete('Ballot');

      expect(now.open()).toEqual(['After']);
    },
  );

  test('does not become one after the other, nor is its item renamed', async () => {
    const running = await play(votes('=false'), voters);

    const sequential = await migrateTo(running, votes('=false', { sequential: true }));
    const renamed = await migrateTo(running, votes('=false', { as: 'person' }), { map: { Vote: 'Vote' } });

    expect(new Set(reasonsOf(sequential.migration))).toEqual(new Set(['elementUnmapped@Vote']));
    expect(new Set(reasonsOf(renamed.migration))).toEqual(new Set(['loopDiffers@Vote']));
  });

  test('in sub-processes goes on in each of them', async () => {
    const many = (...ids: string[]) =>
      process(
        start(),
        sub(
          'Each',
          start('is'),
          ids.map((id) => user(id)),
          end('ie'),
          chain('is', ...ids, 'ie'),
          multi({ cardinality: '2' }),
        ),
        end(),
        chain('s', 'Each', 'e'),
      );
    const running = await play(many('A', 'B'));
    running.complete('A');

    const { now } = await migrateTo(running, many('A', 'New', 'B'));

    expect(now.open()).toEqual(['A', 'B']);
    now.complete('A');
    expect(now.open()).toEqual(['B', 'New']);
  });
});

describe('what is waited for', () => {
  const guarded = (definition: string, options: { interrupting?: boolean; id?: string } = {}) =>
    process(
      start(),
      user('A'),
      boundary(options.id ?? 'b', 'A', definition, { interrupting: options.interrupting ?? true }),
      user('Late'),
      end(),
      end('e2'),
      chain('s', 'A', 'e'),
      chain(options.id ?? 'b', 'Late', 'e2'),
    );

  test('a timer that stays is due when it was, also where the new one is shorter', async () => {
    const running = await play(guarded(duration('PT10H')));

    const { now } = await migrateTo(running, guarded(duration('PT2H')));

    expect(dueTimes(now)).toEqual({ b: NOW + 10 * HOUR });
  });

  test('a timer that is renewed is due as the new one says, since the step was opened', async () => {
    const running = await play(guarded(duration('PT10H')));
    running.host.advance(HOUR);

    const { now } = await migrateTo(running, guarded(duration('PT3H')), { timers: 'renewed', openedAt: NOW });

    expect(dueTimes(now)).toEqual({ b: NOW + 3 * HOUR });
  });

  test('a timer that is gone is not waited for, and a new one begins now', async () => {
    const running = await play(guarded(duration('PT10H')));
    running.host.advance(HOUR);

    const { now } = await migrateTo(running, guarded(duration('PT1H'), { id: 'fresh' }), { map: { b: 'none' } });

    expect(dueTimes(now)).toEqual({ fresh: NOW + 2 * HOUR });
  });

  test('a reminder that has fired does not begin again', async () => {
    const running = await play(guarded(duration('PT1H'), { interrupting: false }));
    running.host.advance(2 * HOUR);

    const { now } = await migrateTo(running, guarded(duration('PT5H'), { interrupting: false }));

    expect(dueTimes(now)).toEqual({});
    expect(now.open()).toEqual(['A', 'Late']);
  });

  test('a timer that repeats keeps how often it still does', async () => {
    const running = await play(guarded(cycle('R3/PT1H'), { interrupting: false }));
    running.host.advance(HOUR);

    const { now } = await migrateTo(running, guarded(cycle('R3/PT1H'), { interrupting: false }));

    expect([...now.instance.subscriptions.values()].map(({ data }) => data.remaining)).toEqual([2]);
  });

  test('a message has the name of the new version', async () => {
    const waiting = (name: string) => process(start(), caught('C', message(name)), end(), chain('s', 'C', 'e'));

    const { now } = await migrateTo(await play(waiting('M1')), waiting('M2'));

    expect(now.host.message('M1')).toBe(false);
    expect(now.host.message('M2')).toBe(true);
    expect(now.status).toBe('completed');
  });

  test('the events of an event gateway are those of the new version', async () => {
    const choice = (...events: [string, string][]) =>
      process(
        start(),
        element('eventBasedGateway', 'G'),
        events.map(([id, definition]) => caught(id, definition)),
        xor('m'),
        end(),
        chain('s', 'G'),
        events.map(([id]) => chain('G', id, 'm')),
        chain('m', 'e'),
      );
    const running = await play(choice(['M', message('M1')], ['T', duration('PT1H')]));

    const { now } = await migrateTo(running, choice(['M', message('M1')], ['N', message('M2')]));

    expect([...now.instance.subscriptions.values()].map(({ elementId }) => elementId)).toEqual(['M', 'N']);
    now.host.message('M2');
    expect(now.status).toBe('completed');
  });

  test('an event sub-process is listened for from now on, not while another one has taken over', async () => {
    const withHandlers = (...ids: [string, string][]) =>
      process(
        start(),
        user('A'),
        end(),
        chain('s', 'A', 'e'),
        ids.map(
          ([id, name]) =>
          eventSub(id, { interrupting: true, definition: message(name) }, user(`${id}U`), end(`${id}e`), chain(`${id}_s`, `${id}U`, `${id}e`)), // prettier-ignore
        ),
      );
    const both = withHandlers(['E1', 'M1'], ['E2', 'M2']);
    const [fresh, taken] = [await play(withHandlers(['E1', 'M1'])), await play(withHandlers(['E1', 'M1']))];
    taken.host.message('M1');

    const [first, second] = [await migrateTo(fresh, both), await migrateTo(taken, both)];

    expect(first.now.host.message('M2')).toBe(true);
    expect(second.now.host.message('M2')).toBe(false);
    expect(second.now.open()).toEqual(['E1U']);
  });
});

describe('a parallel join', () => {
  const branches = (...ids: string[]) =>
    process(
      start(),
      and('fork'),
      ids.map((id) => user(id)),
      and('join'),
      end(),
      chain('s', 'fork'),
      ids.map((id) => chain('fork', id, 'join')),
      chain('join', 'e'),
    );

  test('knows who waits there, also where a step was put into the flow by which they came', async () => {
    const running = await play(branches('A', 'B'));
    running.complete('A');
    const longer = process(
      start(),
      and('fork'),
      user('A'),
      user('B'),
      user('New'),
      and('join'),
      end(),
      chain('s', 'fork'),
      chain('fork', 'A', 'New', 'join').replace('id="A_New"', 'id="A_join"'),
      chain('fork', 'B', 'join'),
      chain('join', 'e'),
    );

    const { now } = await migrateTo(running, longer);
    now.complete('B');

    expect(now.status).toBe('completed');
  });

  test('that would wait for a branch which the case has passed refuses it, and names the branch', async () => {
    const running = await play(branches('A', 'B'));
    running.complete('A');

    const { migration } = await migrateTo(running, branches('A', 'B', 'Notify'));

    expect(reasonsOf(migration)).toEqual(['joinUnfillable@join']);
    expect(migration).toMatchObject({ reasons: [{ data: { fromIds: ['Notify'] } }] });
  });

  test('that is new behind a step is refused where its split has been passed, and taken where it lies ahead', async () => {
    const plain = line('A', 'B', 'C');
    const parallel = process(
      start(), user('A'), and('fork'), user('B'), user('Notify'), and('join'), user('C'), end(),
      chain('s', 'A', 'fork', 'B', 'join', 'C', 'e'), chain('fork', 'Notify', 'join'),
    ); // prettier-ignore
    const [before, inside] = [await play(plain), await play(plain)];
    inside.complete('A');

    expect(reasonsOf((await migrateTo(before, parallel)).migration)).toEqual([]);
    expect(reasonsOf((await migrateTo(inside, parallel)).migration)).toEqual(['joinUnfillable@join']);
  });

  test('that waits for ever goes on when the new version does not wait for the other branch', async () => {
    const choosing = (...afterB: string[]) =>
      process(
        start(), xor('x', 'x_A'), user('A'), user('B'), and('join'), end(),
        chain('s', 'x', 'A', 'join', 'e'), flow('x', 'B', '=false'), chain('B', ...afterB),
      ); // prettier-ignore
    const running = await play(choosing('join'));
    running.complete('A');
    expect(running.incidents()).toEqual(['joinStuck@join']);

    const { now } = await migrateTo(running, choosing('e'));

    expect(now.incidents()).toEqual([]);
    expect(now.status).toBe('completed');
  });

  test('does not get two tokens by one way, nor one before its split while others are behind it', async () => {
    const running = await play(branches('A', 'B', 'C'));
    running.complete('A');

    const twice = await migrateTo(running, branches('A', 'B'), { map: { C: 'B' } });
    const before = process(
      start(), user('First'), and('fork'), user('A'), user('B'), and('join'), end(),
      chain('s', 'First', 'fork', 'A', 'join', 'e'), chain('fork', 'B', 'join'),
    ); // prettier-ignore
    const again = await migrateTo(running, before, { map: { C: 'First' } });

    expect(reasonsOf(twice.migration)).toEqual(['joinOverfull@join']);
    expect(reasonsOf(again.migration)).toEqual(['joinOverfull@join']);
  });
});

describe('compensation', () => {
  const booking = (options: { handler?: boolean; id?: string } = {}) => {
    const { handler = true, id = 'Book' } = options;
    const undo = [
      boundary('bc', id, compensation()),
      element('userTask', 'Undo', 'isForCompensation="true"'),
      handlerOf('bc', 'Undo'),
    ];
    return process(start(), user(id), handler ? undo : '', user('Pay'), thrown('T', compensation()), end(), chain('s', id, 'Pay', 'T', 'e')); // prettier-ignore
  };

  test('of what was done before is done by the new version', async () => {
    const running = await play(booking());
    running.complete('Book', { seat: 7 });

    const { now } = await migrateTo(running, booking({ id: 'Reserve' }), { map: { Book: 'Reserve' } });
    now.complete('Pay');

    expect(now.open()).toEqual(['Undo']);
  });

  test('that would be lost, or is under way, refuses the case', async () => {
    const [done, under] = [await play(booking()), await play(booking())];
    for (const running of [done, under]) running.complete('Book');
    under.complete('Pay');

    expect(reasonsOf((await migrateTo(done, booking({ handler: false }))).migration)).toEqual(['compensationLost@Book']);
    expect(reasonsOf((await migrateTo(under, booking())).migration)).toContain('compensating@T');
  });
});

describe('an incident', () => {
  test('at a gateway whose condition is mended in the new version goes on when it is retried', async () => {
    const choosing = (condition: string) =>
      process(start(), xor('G', 'G_e'), user('A'), end(), chain('s', 'G', 'e'), flow('G', 'A', condition), chain('A', 'e'));
    const running = await play(choosing('=missing()'));
    expect(running.incidents()).toHaveLength(1);

    const { now } = await migrateTo(running, choosing('=true'));
    now.send({ type: 'retry', tokenId: now.tokenAt('G').id });

    expect(now.open()).toEqual(['A']);
    expect(now.incidents()).toEqual([]);
  });

  test('at an activity that could not begin leaves it free to be another one', async () => {
    const many = (loop: string) => process(start(), user('A', loop), end(), chain('s', 'A', 'e'));
    const running = await play(many(multi({ collection: '=missing' })));

    const { now } = await migrateTo(running, many(''), { map: { A: 'A' } });
    now.send({ type: 'retry', tokenId: now.tokenAt('A').id });

    expect(now.open()).toEqual(['A']);
  });

  test('of an event that is gone goes with it', async () => {
    const timed = (extra: string) => process(start(), user('A'), extra, end(), chain('s', 'A', 'e'));
    const flawed = boundary('b', 'A', io({}, { x: '=missing()' }) + duration('PT1H')) + user('B') + chain('b', 'B', 'e');
    const running = await play(timed(flawed));
    running.host.advance(HOUR);
    expect(running.incidents()).toEqual(['expressionFailed@A']);

    const { now } = await migrateTo(running, timed(''));

    expect(now.incidents()).toEqual([]);
    expect(now.open()).toEqual(['A']);
  });
});

test('a case that has ended is refused', async () => {
  const running = await play(line('A'));
  running.complete('A');

  expect(reasonsOf((await migrateTo(running, line('A'))).migration)).toEqual(['instanceEnded@P']);
});

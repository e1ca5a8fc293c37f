import { freePlace } from './free-place';
import { readingOrder } from './reading-order';
import type { Shape } from './services';

interface Drawn {
  readonly id: string;
  readonly type?: string;
  readonly x?: number;
  readonly y?: number;
  /** Drawn inside, or on the edge of, this one. */
  readonly in?: string;
  readonly on?: string;
}

/** Shapes and flows as bpmn-js holds them; a flow is called as what it connects. */
function draw(elements: readonly Drawn[], flows: readonly string[]): Shape {
  const root = { id: 'root', type: 'bpmn:Process', children: [] as object[] };
  const made = new Map<
    string,
    Record<string, unknown> & { children: object[]; outgoing: object[]; incoming: object[]; attachers: object[] }
  >();
  for (const { id, type = 'bpmn:UserTask', x = 0, y = 0 } of elements)
    made.set(id, { id, type, x, y, children: [], outgoing: [], incoming: [], attachers: [] });
  for (const { id, in: holder, on } of elements) {
    const shape = made.get(id)!;
    (holder ? made.get(holder)! : root).children.push(shape);
    if (!on) continue;
    shape.host = made.get(on);
    made.get(on)!.attachers.push(shape);
  }
  for (const id of flows) {
    const [from = '', to = ''] = id.split('-');
    const flow = { id, type: 'bpmn:SequenceFlow', waypoints: [], source: made.get(from), target: made.get(to) };
    made.get(from)!.outgoing.push(flow);
    made.get(to)!.incoming.push(flow);
    root.children.push(flow);
  }
  return root as unknown as Shape; // as bpmn-js makes it
}

const order = (elements: readonly Drawn[], flows: readonly string[]) =>
  readingOrder(draw(elements, flows))
    .map(({ id }) => id)
    .join(' ');

describe('the order in which the keyboard goes through a drawing', () => {
  it('follows the flows from where the process begins, each before what it leads to', () => {
    expect(
      order(
        [
          { id: 'end', x: 0 },
          { id: 'write', x: 200 },
          { id: 'start', x: 100 },
        ],
        ['start-write', 'write-end'],
      ),
    ).toBe('start start-write write write-end end');
  });

  it('goes through the branch that is drawn first to its end, and comes to each element once', () => {
    const elements = [{ id: 'a' }, { id: 'lower', x: 100, y: 90 }, { id: 'upper', x: 100, y: 10 }, { id: 'join', x: 200 }];

    expect(order(elements, ['a-lower', 'a-upper', 'upper-join', 'lower-join', 'join-a'])).toBe(
      // nothing begins it: the one furthest left does
      'a a-upper upper upper-join join join-a a-lower lower lower-join',
    );
  });

  it('goes into an element, and to the events on its edge, before it goes on', () => {
    const elements = [
      { id: 'pool', type: 'bpmn:Participant' },
      { id: 'lane', type: 'bpmn:Lane', in: 'pool' },
      { id: 'note', type: 'bpmn:TextAnnotation', in: 'pool' },
      { id: 'part', type: 'bpmn:SubProcess', in: 'pool', x: 10 },
      { id: 'inner', in: 'part', x: 20 },
      { id: 'late', type: 'bpmn:BoundaryEvent', in: 'pool', on: 'part', x: 30 },
      { id: 'next', in: 'pool', x: 99 },
      { id: 'told', in: 'pool', x: 99, y: 99 },
    ];

    expect(order(elements, ['part-next', 'late-told'])).toBe('pool lane part late late-told told inner part-next next note');
  });

  it('goes through a thousand steps in a row', () => {
    const ids = Array.from({ length: 1000 }, (_, index) => `n${index}`);

    const found = order(
      ids.map((id) => ({ id })),
      ids.slice(1).map((id, index) => `n${index}-${id}`),
    );

    expect(found.split(' ')).toHaveLength(1999);
  });
});

describe('where an element is put without a pointer', () => {
  const SIZE = { width: 100, height: 80 };
  const box = (x: number, y: number) => ({ x: x - 50, y: y - 40, ...SIZE });

  it('is where it is wanted, when nothing is there', () => {
    expect(freePlace({ x: 300, y: 200 }, SIZE, [box(100, 200)])).toEqual({ x: 300, y: 200 });
  });

  it('is below what is there, and beside a whole column of it', () => {
    expect(freePlace({ x: 300, y: 200 }, SIZE, [box(300, 210)])).toEqual({ x: 300, y: 320 });
    const column = Array.from({ length: 12 }, (_, row) => box(300, 200 + row * 120));
    expect(freePlace({ x: 300, y: 200 }, SIZE, column)).toEqual({ x: 440, y: 200 });
  });
});

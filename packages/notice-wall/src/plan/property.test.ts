import fc from 'fast-check';
import { memoryWall, noticePath, planChange, type WallChange, type WallOptions } from '..';
import { aNotice, FULL_OPTIONS, idOf, OPTIONS } from '../__fixtures__/notices';
import { change, reachable, wholeWall } from '../__fixtures__/walls';

type Step = { readonly do: 'publish' | 'takeDown' | 'supersede' | 'again'; readonly at: number };

const steps = fc.array(
  fc.record<Step>({ do: fc.constantFrom('publish', 'publish', 'takeDown', 'supersede', 'again'), at: fc.nat(1_000) }),
  { maxLength: 60 },
);

interface Course {
  readonly hanging: number[];
  readonly gone: number[];
  next: number;
}

/** The change that a step means for what hangs at the moment. */
function changeOf(course: Course, step: Step): WallChange {
  const which = course.hanging.length === 0 ? -1 : step.at % course.hanging.length;
  const old = course.hanging[which];
  if (old !== undefined && step.do === 'again')
    return { kind: 'publish', notice: aNotice(old, { endsOn: '2040-01-01', title: `改过的第${old}号公告` }) };
  if (old === undefined || step.do === 'publish' || step.do === 'again') return { kind: 'publish', notice: hang(course) };
  course.hanging.splice(which, 1);
  course.gone.push(old);
  if (step.do === 'takeDown') return { kind: 'takeDown', noticeId: idOf(old), on: '2027-01-01' };
  return { kind: 'supersede', noticeId: idOf(old), by: { ...hang(course), supersedes: { id: idOf(old), number: '2026-0001' } } };
}

function hang(course: Course) {
  const index = course.next;
  course.next += 1;
  course.hanging.push(index);
  return aNotice(index, { publishedOn: `2026-0${1 + (index % 3)}-01` });
}

const walls: [string, WallOptions][] = [
  ['a wall', { ...OPTIONS, pageSize: 2 }],
  ['a wall with everything', { ...FULL_OPTIONS, pageSize: 3 }],
];

describe.each(walls)('any course of %s', (_, options) => {
  it('gives the files that a rebuild gives, and leads to what hangs and to nothing that is gone', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const wall = memoryWall();
        const files = await wholeWall(options, wall);
        const course: Course = { hanging: [], gone: [], next: 1 };

        for (const step of all) await change(options, wall, files, changeOf(course, step));

        expect(files).toEqual(await wholeWall(options, wall));
        const found = reachable(files);
        expect(course.hanging.filter((index) => !found.has(noticePath(idOf(index))))).toEqual([]);
        expect(course.gone.filter((index) => found.has(noticePath(idOf(index))))).toEqual([]);
        expect([...found].filter((path) => !files.has(path) && !path.startsWith('api/'))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('what a plan touches', () => {
  it('is plain data that a job can carry', async () => {
    const { touched } = await planChange(OPTIONS, memoryWall(), { kind: 'publish', notice: aNotice(1) });

    expect(JSON.parse(JSON.stringify(touched))).toEqual(touched);
  });
});

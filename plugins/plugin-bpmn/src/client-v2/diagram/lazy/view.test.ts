import { boundsOf, isInSight, isReadableAsWhole, middleOf, READABLE, viewAround } from './view';

const COVENANT = { x: 100, y: 50, width: 3230, height: 920 };
const DESKTOP = { width: 1290, height: 680 };

describe('what is shown of a drawing', () => {
  it('is a part where all of it would be too small to be read', () => {
    expect(isReadableAsWhole(COVENANT, DESKTOP)).toBe(false);
    expect(isReadableAsWhole({ width: 1546, height: 320 }, DESKTOP)).toBe(true);
  });

  it('has the point that is asked for in its middle', () => {
    const middle = { x: 1700, y: 500 };

    const view = viewAround(middle, 1, COVENANT, DESKTOP);

    expect(middleOf(view)).toEqual(middle);
    expect(view).toMatchObject(DESKTOP);
  });

  it('ends a little beside the drawing, whatever is asked for', () => {
    const first = viewAround({ x: -9999, y: -9999 }, 1, COVENANT, DESKTOP);
    const last = viewAround({ x: 9999, y: 9999 }, 1, COVENANT, DESKTOP);

    expect(first).toMatchObject({ x: 88, y: 38 });
    expect(last).toMatchObject({ x: 100 + 3230 + 12 - 1290, y: 50 + 920 + 12 - 680 });
  });

  it('has the drawing in its middle in a direction in which all of it can be seen', () => {
    const { y, height } = viewAround({ x: 0, y: 0 }, READABLE, { ...COVENANT, height: 400 }, DESKTOP);

    expect(y + height / 2).toBeCloseTo(250);
  });
});

describe('an element', () => {
  const SEEN = { x: 500, y: 100, width: 1000, height: 600 };
  const at = (x: number, y: number) => isInSight({ x, y, width: 100, height: 80 }, SEEN, COVENANT);

  it('is in sight with what is around it', () => {
    expect(at(900, 300)).toBe(true);
    expect(at(1380, 300)).toBe(false);
    expect(at(900, 590)).toBe(false);
  });

  it('is in sight at the border of the drawing, where nothing is around it', () => {
    const whole = { x: 100, y: 50, width: 3230, height: 920 };

    expect(isInSight({ x: 100, y: 50, width: 100, height: 80 }, whole, COVENANT)).toBe(true);
    expect(isInSight({ x: 100, y: 50, width: 100, height: 80 }, SEEN, COVENANT)).toBe(false);
  });

  it('that is a line takes the room between its ends', () => {
    expect(
      boundsOf([
        { x: 30, y: 5 },
        { x: 10, y: 5 },
        { x: 10, y: 45 },
      ]),
    ).toEqual({ x: 10, y: 5, width: 20, height: 40 });
  });
});

import { resizedBy } from './resized';

const box = { x: 100, y: 100, width: 300, height: 200 };
const task = { x: 200, y: 150, width: 100, height: 80 };

it('grows and shrinks at the right and the lower edge', () => {
  expect(resizedBy(box, { x: 10, y: 0 }, [])).toEqual({ ...box, width: 310 });
  expect(resizedBy(box, { x: 0, y: -10 }, [])).toEqual({ ...box, height: 190 });
});

it('leaves nothing outside that stands in it', () => {
  expect(resizedBy(box, { x: -80, y: 0 }, [task])).toEqual({ ...box, width: 220 });
  expect(resizedBy(box, { x: -90, y: 0 }, [task])).toBeUndefined();
  expect(resizedBy(box, { x: 0, y: -60 }, [task])).toBeUndefined();
});

it('grows also where something stands out already', () => {
  expect(resizedBy({ ...box, width: 120 }, { x: 10, y: 0 }, [task])).toMatchObject({ width: 130 });
});

it('becomes no smaller than a step', () => {
  expect(resizedBy({ ...box, width: 100, height: 80 }, { x: -10, y: 0 }, [])).toBeUndefined();
  expect(resizedBy({ ...box, width: 100, height: 80 }, { x: 0, y: -10 }, [])).toBeUndefined();
});

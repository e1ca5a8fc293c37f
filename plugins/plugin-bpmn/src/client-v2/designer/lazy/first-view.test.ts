import { COVENANT, Drawing } from '../__fixtures__/drawing';
import { firstView, roomOf } from './first-view';

const WINDOW = { width: 1000, height: 600 };

it('knows the room of a drawing from its file', async () => {
  const room = roomOf((await Drawing.read(COVENANT)).definitions);

  expect(room).toEqual({ x: 160, y: 80, width: 3290, height: 920 });
});

it('knows that nothing is drawn', async () => {
  const xml = '<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="urn:test" />';

  expect(roomOf((await Drawing.read(xml)).definitions)).toBeUndefined();
});

it('shows all of a process that can be read as a whole, in the middle and never blown up', () => {
  expect(firstView({ x: 100, y: 100, width: 200, height: 100 }, WINDOW)).toEqual({ x: -300, y: -150, width: 1000, height: 600 });
  expect(firstView({ x: 0, y: 0, width: 1250, height: 100 }, WINDOW)).toEqual({ x: 0, y: -325, width: 1250, height: 750 });
});

it('shows where a larger one begins, in readable size beside the palette', () => {
  const { x, y, width } = firstView({ x: 100, y: 50, width: 3230, height: 920 }, WINDOW);

  expect(width).toBeCloseTo(1000 / 0.72);
  expect([Math.round(x), Math.round(y)]).toEqual([-81, 22]);
});

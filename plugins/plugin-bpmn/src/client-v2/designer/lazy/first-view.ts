import type { ModdleElement } from '@wuxin/bpmn-core';
import { elementAt, elementsIn } from '../settings';
import type { Box } from './services';

/** Below this the names of elements cannot be read. */
const READABLE = 0.72;
/** What the palette takes of the left edge. */
const PALETTE_PX = 130;
const EDGE_PX = 20;

/** The room that the drawing of a file takes; undefined where nothing is drawn. */
export function roomOf(definitions: ModdleElement): Box | undefined {
  const [diagram] = elementsIn(definitions, 'diagrams');
  const plane = diagram && elementAt(diagram, 'plane');
  const places = plane ? elementsIn(plane, 'planeElement') : [];
  const boxes = places.flatMap((place) => [elementAt(place, 'bounds') ?? [], elementsIn(place, 'waypoint')].flat());
  const [xs, ys] = [boxes.flatMap((box) => ends(box, 'x', 'width')), boxes.flatMap((box) => ends(box, 'y', 'height'))];
  if (xs.length === 0 || ys.length === 0) return undefined;
  const [x, y] = [lowest(xs), lowest(ys)];
  return { x, y, width: -lowest(xs.map(negative)) - x, height: -lowest(ys.map(negative)) - y };
}

function ends(place: ModdleElement, from: 'x' | 'y', length: 'width' | 'height'): number[] {
  const start = Number(place.get(from));
  const size = Number(place.get(length) ?? 0);
  return Number.isFinite(start) && Number.isFinite(size) ? [start, start + size] : [];
}

// of as many as there are, which are too many for arguments
const lowest = (numbers: readonly number[]): number => numbers.reduce((least, number) => Math.min(least, number));
const negative = (number: number): number => -number;

/** What is seen first: the whole process where that can be read, at most in its own size; otherwise where it begins, beside the palette. */
export function firstView(room: Box, window: Pick<Box, 'width' | 'height'>): Box {
  const scale = Math.min(1, window.width / room.width, window.height / room.height);
  if (scale < READABLE) {
    const [width, height] = [window.width / READABLE, window.height / READABLE];
    return { x: room.x - PALETTE_PX / READABLE, y: room.y - EDGE_PX / READABLE, width, height };
  }
  const [width, height] = [window.width / scale, window.height / scale];
  return { x: room.x + (room.width - width) / 2, y: room.y + (room.height - height) / 2, width, height };
}

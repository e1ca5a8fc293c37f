import { boundsOf, type Box, type Point, type Size } from './view';

/** The parts of bpmn-js that are used here; it declares its services as any. */
export interface Canvas {
  zoom(level: number | 'fit-viewport', center?: 'auto'): number;
  zoom(): number;
  resized(): void;
  addMarker(elementId: string, marker: string): void;
  removeMarker(elementId: string, marker: string): void;
  viewbox(): Box & { readonly inner: Box; readonly outer: Size };
  viewbox(box: Box): void;
}

export interface Overlays {
  add(elementId: string, type: string, overlay: { position: object; scale: boolean; html: HTMLElement }): string;
  remove(filter: { type: string }): void;
}

/** A shape has a box, a connection has waypoints, the root of a diagram has neither; a label says whose it is. */
export interface DiagramElement extends Partial<Box> {
  readonly id: string;
  readonly type: string;
  readonly waypoints?: readonly Point[];
  readonly labelTarget?: object;
}

export interface Registry {
  get(elementId: string): DiagramElement | undefined;
  getAll(): readonly DiagramElement[];
}

export type Shape = DiagramElement & Box;

export const isShape = (element: DiagramElement): element is Shape => element.x !== undefined && element.width !== undefined;

/** The room that an element takes; nothing for the root. */
export function boxOf(element: DiagramElement): Box | null {
  if (element.waypoints) return boundsOf(element.waypoints);
  return isShape(element) ? element : null;
}

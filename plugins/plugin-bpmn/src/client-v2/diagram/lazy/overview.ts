import type { DiagramMark } from '../contract';
import type { Box, Point } from './view';
import { isShape, type DiagramElement, type Registry, type Shape } from './viewer';

export interface Overview {
  /** Draws the elements of the process; `drawing` is the room that they take. */
  draw(registry: Registry, drawing: Box): void;
  mark(marks: readonly DiagramMark[]): void;
  /** Frames what the diagram shows. */
  frame(seen: Box): void;
}

const SVG = 'http://www.w3.org/2000/svg';
const LARGEST_PX = { width: 340, height: 140 };
const EDGE = 40;
/** Pools and lanes: room for others, so they have a border and no colour of their own. */
const SPACES = new Set(['bpmn:Participant', 'bpmn:Lane', 'bpmn:Group']);

function create(tag: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  return element;
}

const listOf = (points: readonly Point[]) => points.map(({ x, y }) => `${x},${y}`).join(' ');

function shapeOf({ type, x, y, width, height }: Shape): SVGElement {
  const [middle, centre] = [x + width / 2, y + height / 2];
  if (type.endsWith('Event')) return create('ellipse', { cx: middle, cy: centre, rx: width / 2, ry: height / 2 });
  if (!type.endsWith('Gateway')) return create('rect', { x, y, width, height });
  const corners = [
    { x: middle, y },
    { x: x + width, y: centre },
    { x: middle, y: y + height },
    { x, y: centre },
  ];
  return create('polygon', { points: listOf(corners) });
}

function drawn(element: DiagramElement): SVGElement | null {
  if (element.labelTarget) return null;
  if (element.waypoints) return create('polyline', { points: listOf(element.waypoints) });
  if (!isShape(element)) return null;
  const shape = shapeOf(element);
  if (SPACES.has(element.type)) shape.classList.add('wuxin-overview-space');
  return shape;
}

/**
 * The whole process in small, beside a diagram that shows a part of it. It is for the eye and the pointer only: the list of
 * steps says the same, and the keyboard moves the diagram itself.
 */
export function createOverview(host: HTMLElement, onChoose: (point: Point) => void): Overview {
  const svg = create('svg', {}) as SVGSVGElement; // what createElementNS makes of this tag
  const frame = create('rect', { class: 'wuxin-overview-frame' });
  const shapes = new Map<string, SVGElement>();
  host.replaceChildren(svg);

  const choose = ({ clientX, clientY }: PointerEvent) => {
    const matrix = svg.getScreenCTM();
    if (matrix) onChoose(new DOMPoint(clientX, clientY).matrixTransform(matrix.inverse()));
  };
  svg.addEventListener('pointerdown', (event) => {
    svg.setPointerCapture(event.pointerId);
    choose(event);
  });
  svg.addEventListener('pointermove', (event) => {
    if (svg.hasPointerCapture(event.pointerId)) choose(event);
  });

  return {
    draw(registry, { x, y, width, height }) {
      shapes.clear();
      for (const element of registry.getAll()) {
        const shape = drawn(element);
        if (shape) shapes.set(element.id, shape);
      }
      const [all, deep] = [width + 2 * EDGE, height + 2 * EDGE];
      svg.setAttribute('viewBox', `${x - EDGE} ${y - EDGE} ${all} ${deep}`);
      svg.style.aspectRatio = `${all} / ${deep}`;
      svg.style.width = `${Math.min(LARGEST_PX.width, (LARGEST_PX.height * all) / deep)}px`;
      svg.replaceChildren(...shapes.values(), frame);
    },
    mark(marks) {
      for (const shape of shapes.values()) shape.removeAttribute('data-mark');
      for (const { elementId, kind } of marks) shapes.get(elementId)?.setAttribute('data-mark', kind);
    },
    frame({ x, y, width, height }) {
      for (const [name, value] of Object.entries({ x, y, width, height })) frame.setAttribute(name, String(value));
    },
  };
}

import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import type { DiagramBadge, DiagramHandle, DiagramMark, DiagramOptions } from '../contract';

interface Canvas {
  zoom(level: number | 'fit-viewport', center?: 'auto'): number;
  zoom(): number;
  resized(): void;
  addMarker(elementId: string, marker: string): void;
  removeMarker(elementId: string, marker: string): void;
  scrollToElement(elementId: string, padding?: number): void;
  viewbox(): { readonly inner: Box; readonly outer: { readonly width: number; readonly height: number } };
  viewbox(box: Box): void;
}
interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
interface Overlays {
  add(elementId: string, type: string, overlay: { position: object; scale: boolean; html: HTMLElement }): string;
  remove(filter: { type: string }): void;
}
interface Registry {
  get(elementId: string): object | undefined;
}

const BADGE_TYPE = 'wuxin-badge';
const BADGE_POSITION = { top: -12, right: 14 };
const ZOOM_STEP = 1.25;
const LARGEST_FIT = 1;
/** Below this the names of elements cannot be read; with the sizes of letters below it gives ten pixels and more in a shape. */
const READABLE = 0.72;
const LETTERS = { defaultStyle: { fontSize: 14, lineHeight: 1.15 }, externalStyle: { fontSize: 12 } };
const REVEAL_MARGIN = 80;
const START_MARGIN = 12;

const classOf = (kind: DiagramMark['kind']) => `wuxin-${kind}`;

function badgeElement({ text, hint, kind }: DiagramBadge): HTMLElement {
  const element = document.createElement('div');
  element.className = `wuxin-badge wuxin-badge-${kind}`;
  element.textContent = text;
  element.title = hint;
  return element;
}

/** A read-only diagram: pan, zoom, marks and badges on elements. */
export function createDiagram(container: HTMLElement, { onPick }: DiagramOptions): DiagramHandle {
  const viewer = new NavigatedViewer({ container, textRenderer: LETTERS });
  const canvas = viewer.get<Canvas>('canvas');
  const overlays = viewer.get<Overlays>('overlays');
  const registry = viewer.get<Registry>('elementRegistry');
  let marked: DiagramMark[] = [];

  const fit = () => {
    // A tiny process is not blown up: its letters would be larger than the page's.
    if (canvas.zoom('fit-viewport', 'auto') > LARGEST_FIT) canvas.zoom(LARGEST_FIT, 'auto');
  };
  /** The whole process where that can be read; otherwise where it begins. */
  const begin = () => {
    fit();
    if (canvas.zoom() >= READABLE) return;
    const { inner, outer } = canvas.viewbox();
    const [width, height] = [outer.width / READABLE, outer.height / READABLE];
    canvas.viewbox({ x: inner.x - START_MARGIN, y: inner.y - START_MARGIN, width, height });
  };
  const observer = new ResizeObserver(() => canvas.resized());
  observer.observe(container);
  if (onPick) {
    viewer.on('element.click', ({ element }: { element: { id: string; labelTarget?: { id: string } } }) =>
      onPick(element.labelTarget?.id ?? element.id),
    );
  }

  return {
    async show(xml) {
      await viewer.importXML(xml);
      marked = [];
      begin();
    },
    mark(marks, badges) {
      for (const { elementId, kind } of marked) canvas.removeMarker(elementId, classOf(kind));
      overlays.remove({ type: BADGE_TYPE });
      marked = marks.filter(({ elementId }) => registry.get(elementId));
      for (const { elementId, kind } of marked) canvas.addMarker(elementId, classOf(kind));
      for (const badge of badges) {
        if (registry.get(badge.elementId))
          overlays.add(badge.elementId, BADGE_TYPE, { position: BADGE_POSITION, scale: false, html: badgeElement(badge) });
      }
    },
    reveal(elementId) {
      if (!registry.get(elementId)) return;
      if (canvas.zoom() < READABLE) canvas.zoom(READABLE);
      canvas.scrollToElement(elementId, REVEAL_MARGIN);
    },
    zoom(step) {
      if (step === 'fit') return fit();
      canvas.zoom(canvas.zoom() * (step === 'in' ? ZOOM_STEP : 1 / ZOOM_STEP), 'auto');
    },
    destroy() {
      observer.disconnect();
      viewer.destroy();
    },
  };
}

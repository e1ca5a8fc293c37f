import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import type { DiagramBadge, DiagramHandle, DiagramMark, DiagramOptions } from '../contract';
import { createOverview } from './overview';
import { isInSight, isReadableAsWhole, middleOf, READABLE, viewAround, type Point } from './view';
import { boxOf, type Canvas, type Overlays, type Registry } from './viewer';

const BADGE_TYPE = 'wuxin-badge';
const BADGE_POSITION = { top: -12, right: 14 };
const ZOOM_STEP = 1.25;
const LARGEST_FIT = 1;
const LETTERS = { defaultStyle: { fontSize: 14, lineHeight: 1.15 }, externalStyle: { fontSize: 12 } };

const classOf = (kind: DiagramMark['kind']) => `wuxin-${kind}`;

function badgeElement({ text, hint, kind }: DiagramBadge): HTMLElement {
  const element = document.createElement('div');
  element.className = `wuxin-badge wuxin-badge-${kind}`;
  element.textContent = text;
  element.title = hint;
  return element;
}

/** A read-only diagram: pan, zoom, marks and badges on elements, and an overview of one that is too large for its window. */
export function createDiagram(container: HTMLElement, overviewHost: HTMLElement, { onPick }: DiagramOptions): DiagramHandle {
  const viewer = new NavigatedViewer({ container, textRenderer: LETTERS });
  const canvas = viewer.get<Canvas>('canvas');
  const overlays = viewer.get<Overlays>('overlays');
  const registry = viewer.get<Registry>('elementRegistry');
  let marked: DiagramMark[] = [];

  const lookAt = (middle: Point, zoom: number) => {
    const { inner, outer } = canvas.viewbox();
    canvas.viewbox(viewAround(middle, zoom, inner, outer));
  };
  const overview = createOverview(overviewHost, (point) => lookAt(point, canvas.zoom()));
  const fit = () => {
    // A tiny process is not blown up: its letters would be larger than the page's.
    if (canvas.zoom('fit-viewport', 'auto') > LARGEST_FIT) canvas.zoom(LARGEST_FIT, 'auto');
  };
  /** The whole process where that can be read; otherwise where it begins. */
  const begin = () => {
    const { inner, outer } = canvas.viewbox();
    if (isReadableAsWhole(inner, outer)) fit();
    else lookAt(inner, READABLE);
  };
  const orient = () => {
    const { inner, outer, ...seen } = canvas.viewbox();
    overviewHost.hidden = isReadableAsWhole(inner, outer);
    overview.frame(seen);
  };
  const observer = new ResizeObserver(() => {
    canvas.resized();
    orient();
  });
  observer.observe(container);
  viewer.on('canvas.viewbox.changed', orient);
  if (onPick) {
    viewer.on('element.click', ({ element }: { element: { id: string; labelTarget?: { id: string } } }) =>
      onPick(element.labelTarget?.id ?? element.id),
    );
  }

  return {
    async show(xml) {
      await viewer.importXML(xml);
      marked = [];
      overview.draw(registry, canvas.viewbox().inner);
      begin();
    },
    mark(marks, badges) {
      for (const { elementId, kind } of marked) canvas.removeMarker(elementId, classOf(kind));
      overlays.remove({ type: BADGE_TYPE });
      marked = marks.filter(({ elementId }) => registry.get(elementId));
      for (const { elementId, kind } of marked) canvas.addMarker(elementId, classOf(kind));
      overview.mark(marked);
      for (const badge of badges) {
        if (registry.get(badge.elementId))
          overlays.add(badge.elementId, BADGE_TYPE, { position: BADGE_POSITION, scale: false, html: badgeElement(badge) });
      }
    },
    reveal(elementId) {
      const element = registry.get(elementId);
      const box = element && boxOf(element);
      if (!box) return;
      const { inner, ...seen } = canvas.viewbox();
      const zoom = canvas.zoom();
      if (zoom < READABLE || !isInSight(box, seen, inner)) lookAt(middleOf(box), Math.max(zoom, READABLE));
    },
    zoom(step) {
      if (step === 'fit') return fit();
      canvas.zoom(canvas.zoom() * (step === 'in' ? ZOOM_STEP : 1 / ZOOM_STEP), 'auto');
    },
    destroy() {
      observer.disconnect();
      viewer.destroy();
      overviewHost.replaceChildren();
    },
  };
}

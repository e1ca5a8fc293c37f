import { useEffect, useRef, useState } from 'react';
import type { DiagramBadge, DiagramHandle, DiagramMark } from './contract';
import { loadDiagram } from './loadDiagram';
import { useReadersXml } from './readers-xml';

export interface DiagramInput {
  xml: string;
  marks: readonly DiagramMark[];
  badges: readonly DiagramBadge[];
  /** Brought into view whenever it changes. */
  revealed?: string | null;
  onPick?: (elementId: string) => void;
}

export type DiagramState = 'loading' | 'ready' | 'unreadable' | 'notLoaded';

/** Draws the diagram into `container`, all of it in small into `overview`, and keeps it in step with its input. */
export function useDiagram({ xml: source, marks, badges, revealed, onPick }: DiagramInput) {
  const xml = useReadersXml(source);
  const container = useRef<HTMLDivElement>(null);
  const overview = useRef<HTMLDivElement>(null);
  const pick = useRef(onPick);
  pick.current = onPick;
  const [handle, setHandle] = useState<DiagramHandle | null>(null);
  const [state, setState] = useState<DiagramState>('loading');

  useEffect(() => {
    let isMounted = true;
    let created: DiagramHandle | undefined;
    loadDiagram().then(
      ({ createDiagram }) => {
        if (!isMounted || !container.current || !overview.current) return;
        created = createDiagram(container.current, overview.current, { onPick: (elementId) => pick.current?.(elementId) });
        setHandle(created);
      },
      () => isMounted && setState('notLoaded'),
    );
    return () => {
      isMounted = false;
      created?.destroy();
    };
  }, []);

  useEffect(() => {
    if (!handle) return undefined;
    let isLatest = true;
    setState('loading');
    handle.show(xml).then(
      () => isLatest && setState('ready'),
      () => isLatest && setState('unreadable'),
    );
    return () => {
      isLatest = false;
    };
  }, [handle, xml]);

  useEffect(() => {
    if (state === 'ready') handle?.mark(marks, badges);
  }, [handle, state, marks, badges]);

  useEffect(() => {
    if (state === 'ready' && revealed) handle?.reveal(revealed);
  }, [handle, state, revealed]);

  return { container, overview, state, handle };
}

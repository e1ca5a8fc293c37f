import { useCallback, useEffect, useRef, useState } from 'react';
import { useLanguage, useT } from '../i18n';
import type { DesignerHandle, KeyPressed } from './contract';
import { loadDesigner } from './loadDesigner';

export type DesignerState = 'loading' | 'ready' | 'unreadable' | 'notLoaded';

export interface OpenedDesigner {
  readonly container: React.RefObject<HTMLDivElement>;
  readonly handle: DesignerHandle | null;
  readonly state: DesignerState;
  /** Grows with every choice and every change: what is read of the drawing is read again. */
  readonly look: number;
  /** Draws another file in the place of this one. */
  readonly open: (xml: string) => void;
}

/** The editor in its container, with a file in it; `onEdited` is called for every change, also one that is undone. */
export function useDesigner(xml: string, onEdited: () => void, onKey: (what: KeyPressed) => void): OpenedDesigner {
  const t = useT();
  const language = useLanguage();
  const container = useRef<HTMLDivElement>(null);
  const edited = useRef(onEdited);
  edited.current = onEdited;
  const pressed = useRef(onKey);
  pressed.current = onKey;
  const [handle, setHandle] = useState<DesignerHandle | null>(null);
  const [state, setState] = useState<DesignerState>('loading');
  const [look, setLook] = useState(0);
  const [shown, setShown] = useState({ xml });

  useEffect(() => {
    let isMounted = true;
    let created: DesignerHandle | undefined;
    loadDesigner().then(
      ({ createDesigner }) => {
        if (!isMounted || !container.current) return;
        const words = {
          append: t('designer.append'),
          appendTask: t('designer.appendTask'),
          createTask: t('designer.createTask'),
          outcome: t('designer.new.outcome'),
          create: t('designer.create'),
          createBoundary: t('designer.createBoundary'),
          connect: t('designer.connect'),
          unnamed: t('designer.unnamed'),
          nothingFound: t('designer.nothingFound'),
        };
        const onChanged = (what: 'selection' | 'drawing') => {
          setLook((count) => count + 1);
          if (what === 'drawing') edited.current();
        };
        const onKeyPressed = (what: KeyPressed) => pressed.current(what);
        created = createDesigner(container.current, { language, words, onChanged, onKey: onKeyPressed });
        setHandle(created);
      },
      () => isMounted && setState('notLoaded'),
    );
    return () => {
      isMounted = false;
      created?.destroy();
      setHandle(null);
    };
  }, [language, t]);

  useEffect(() => {
    if (!handle) return undefined;
    let isLatest = true;
    setState('loading');
    handle.open(shown.xml).then(
      () => isLatest && setState('ready'),
      () => isLatest && setState('unreadable'),
    );
    return () => {
      isLatest = false;
    };
  }, [handle, shown]);

  // the same file again is opened again: what was drawn over it is given up
  const open = useCallback((next: string) => setShown({ xml: next }), []);
  return { container, handle, state, look, open };
}

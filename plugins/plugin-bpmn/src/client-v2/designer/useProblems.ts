import { useEffect, useState } from 'react';
import type { DrawingFacts, Problem } from '../../common/api';
import { useLanguage, useT, type TextKey } from '../i18n';
import type { Checking, DesignerHandle } from './contract';
import { loadCheck } from './loadDesigner';
import type { Saving } from './useSaving';

/** How long nothing has to happen before the rules look at what was drawn. */
export const CHECK_PAUSE_IN_MS = 250;

async function checkNow(handle: DesignerHandle, checking: Checking): Promise<Problem[]> {
  const [{ check }, xml] = await Promise.all([loadCheck(), handle.xml()]);
  return check(xml, checking);
}

/** What is wrong, once that is known: as the rules see it right after a change, and as the server says it with the save; both run the same rules. */
export function useProblems(
  saving: Saving,
  handle: DesignerHandle | null,
  facts: DrawingFacts | null,
  look: number,
): Problem[] | null {
  const t = useT();
  const locale = useLanguage();
  const { problems: said, state } = saving;
  const isSaved = state.kind === 'saved';
  const [found, setFound] = useState<Problem[] | null>(null);

  useEffect(() => {
    if (isSaved || !handle || !facts) return undefined;
    let isLatest = true;
    // a key that is put together from a code; an unknown one is given back
    const words = { locale, say: (key: string, data?: Record<string, string | number>) => t(key as TextKey, data) };
    const timer = setTimeout(() => {
      checkNow(handle, { facts, words, said: said ?? [] }).then(
        (problems) => isLatest && setFound(problems),
        () => isLatest && setFound(null), // what cannot be read here, the server says with the save
      );
    }, CHECK_PAUSE_IN_MS);
    return () => {
      isLatest = false;
      clearTimeout(timer);
    };
    // `look` grows with every change
  }, [isSaved, handle, facts, said, locale, t, look]);

  useEffect(() => setFound(null), [said]);
  return isSaved ? said : (found ?? said);
}

import { useEffect } from 'react';

const PAUSE_IN_MS = 4_000;

/**
 * Asks every few seconds for the revision of something, as long as the page is visible, and says when it is another one. A question
 * that fails is asked again: whoever looks at the page sees what it showed last.
 */
export function useRevision(known: number | null, ask: () => Promise<{ revision: number }>, onChange: () => void): void {
  useEffect(() => {
    if (known === null) return undefined;
    let isLeft = false;
    const look = () => {
      if (document.visibilityState === 'hidden') return;
      ask().then(
        ({ revision }) => {
          if (!isLeft && revision !== known) onChange();
        },
        () => undefined,
      );
    };
    const timer = setInterval(look, PAUSE_IN_MS);
    document.addEventListener('visibilitychange', look);
    return () => {
      isLeft = true;
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [known, ask, onChange]);
}

import { createContext, useContext, useEffect, useMemo, useState } from 'react';

type Hold = () => () => void;

/** What is asked to stay as it is while a dialog is open in it; see {@link useKept}. */
export const OpenDialogs = createContext<Hold | null>(null);

/** A dialog tells what stands around it that it is open. */
export function useTellOpen(isOpen: boolean): void {
  const hold = useContext(OpenDialogs);
  useEffect(() => (isOpen ? hold?.() : undefined), [isOpen, hold]);
}

/**
 * The value, or while a dialog is open what it was when the dialog opened: whoever writes in the dialog of a row and turns the tablet would lose
 * the row, and the text with it.
 *
 * @returns with what {@link OpenDialogs} provides
 */
export function useKept<Value>(value: Value): readonly [Value, Hold] {
  const [open, setOpen] = useState<{ readonly count: number; readonly value: Value }>({ count: 0, value });
  const hold = useMemo<Hold>(
    () => () => {
      setOpen(({ count, value: kept }) => ({ count: count + 1, value: kept }));
      return () => setOpen(({ count, value: kept }) => ({ count: count - 1, value: kept }));
    },
    [],
  );
  if (open.count === 0 && open.value !== value) setOpen({ count: 0, value });
  return [open.count === 0 ? value : open.value, hold];
}

import { useEffect, useState } from 'react';

/** The value as it was when it had not changed for `pauseInMs`. */
export function useDebounced<T>(value: T, pauseInMs: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pauseInMs);
    return () => clearTimeout(timer);
  }, [value, pauseInMs]);
  return settled;
}

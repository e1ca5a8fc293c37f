import { useEffect, useState } from 'react';

const MINUTE_IN_MS = 60_000;

/** The present instant, renewed each minute: "3 hours left" must not grow old on an open page. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE_IN_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}

import { useCallback, useState } from 'react';
import type { TryOutPath, TryOutRefusal, TryOutSetup, TryOutStep, TryOutView } from '../../common/api';
import { toFailure, useApi, type Failure } from '../api';

interface Running {
  readonly path: TryOutPath;
  readonly view: TryOutView;
}

export interface TryOut {
  readonly running: Running | null;
  readonly isWorking: boolean;
  readonly failure: Failure | null;
  /** Why the last step was not done. */
  readonly refusal: TryOutRefusal | null;
  readonly begin: (setup: TryOutSetup) => Promise<boolean>;
  readonly open: (path: TryOutPath) => Promise<boolean>;
  readonly take: (step: TryOutStep) => Promise<boolean>;
  readonly back: () => Promise<boolean>;
  readonly leave: () => void;
}

/** A path and where it leads. Each step is answered with the whole way from the start, so that a step back is the path without its end. */
export function useTryOut(processKey: string): TryOut {
  const api = useApi();
  const [running, setRunning] = useState<Running | null>(null);
  const [isWorking, setIsWorking] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [refusal, setRefusal] = useState<TryOutRefusal | null>(null);

  const go = useCallback(
    async (path: TryOutPath): Promise<boolean> => {
      setIsWorking(true);
      setFailure(null);
      setRefusal(null);
      try {
        const view = await api.processes.tryOut(processKey, path);
        const done = view.refusal ? { ...path, steps: path.steps.slice(0, view.refusal.step) } : path;
        setRunning({ path: done, view });
        setRefusal(view.refusal);
        return view.refusal === null;
      } catch (error) {
        setFailure(toFailure(error));
        return false;
      } finally {
        setIsWorking(false);
      }
    },
    [api, processKey],
  );

  const begin = useCallback((setup: TryOutSetup) => go({ setup, steps: [] }), [go]);
  const take = useCallback(
    async (step: TryOutStep) => (running ? go({ ...running.path, steps: [...running.path.steps, step] }) : false),
    [go, running],
  );
  const back = useCallback(
    async () => (running ? go({ ...running.path, steps: running.path.steps.slice(0, -1) }) : false),
    [go, running],
  );
  const leave = useCallback(() => {
    setRunning(null);
    setFailure(null);
    setRefusal(null);
  }, []);
  return { running, isWorking, failure, refusal, begin, open: go, take, back, leave };
}

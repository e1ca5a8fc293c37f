import { useCallback, useState } from 'react';
import { toFailure, type Failure } from './failure';

export interface Command<Input extends unknown[], Output> {
  /** Gives the answer, or null when it failed (`failure` says why). */
  run: (...input: Input) => Promise<{ value: Output } | null>;
  isRunning: boolean;
  failure: Failure | null;
  forget: () => void;
}

/** One act of a person that changes something: runs once at a time and keeps its failure for the form that asked. */
export function useCommand<Input extends unknown[], Output>(act: (...input: Input) => Promise<Output>): Command<Input, Output> {
  const [isRunning, setIsRunning] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  const run = useCallback(
    async (...input: Input) => {
      setIsRunning(true);
      setFailure(null);
      try {
        return { value: await act(...input) };
      } catch (error) {
        setFailure(toFailure(error));
        return null;
      } finally {
        setIsRunning(false);
      }
    },
    [act],
  );
  const forget = useCallback(() => setFailure(null), []);
  return { run, isRunning, failure, forget };
}

import { useCallback, useEffect, useRef, useState } from 'react';
import type { SaveDraftBody } from '../../common/api';
import { useApi } from '../api';

export type DraftState =
  | { status: 'unchanged'; savedAt: number | null }
  | { status: 'changed' }
  | { status: 'saving' }
  | { status: 'saved'; savedAt: number }
  | { status: 'failed' };

export interface Draft {
  state: DraftState;
  /** Something was typed that no server has yet. */
  hasUnsaved: boolean;
  /** Call it on each change: saves after a pause. */
  touch: () => void;
  /** Puts off saving while the task is being decided; `touch` takes it up again. */
  hold: () => void;
  /** Stops saving: the task was completed. */
  stop: () => void;
}

export const PAUSE_IN_MS = 2000;

interface DraftOptions {
  taskId: string;
  savedAt: number | null;
  /** False for what must not lie on the server: then nothing is saved, and leaving asks. */
  isKept: boolean;
  collect: () => SaveDraftBody;
}

/** Saves what was typed a moment after the last change; one request at a time, the newest text last. */
export function useDraft({ taskId, savedAt, isKept, collect }: DraftOptions): Draft {
  const api = useApi();
  const [state, setState] = useState<DraftState>({ status: 'unchanged', savedAt });
  const work = useRef({
    collect,
    timer: undefined as ReturnType<typeof setTimeout> | undefined,
    version: 0,
    isSaving: false,
    isDue: false,
    isStopped: false,
  });
  work.current.collect = collect;

  const save = useCallback(async () => {
    const mine = work.current;
    // what is on its way comes first, however slow: it must not arrive after this and overwrite it
    mine.isDue = mine.isSaving;
    if (mine.isStopped || mine.isSaving) return;
    const { version } = mine;
    mine.isSaving = true;
    setState({ status: 'saving' });
    try {
      const saved = await api.tasks.saveDraft(taskId, mine.collect());
      if (version === mine.version) setState({ status: 'saved', savedAt: saved?.savedAt ?? Date.now() });
    } catch {
      if (version === mine.version) setState({ status: 'failed' });
    }
    mine.isSaving = false;
    if (mine.isDue) void save();
  }, [api, taskId]);

  const touch = useCallback(() => {
    if (work.current.isStopped) return;
    work.current.version++;
    setState({ status: 'changed' });
    clearTimeout(work.current.timer);
    if (isKept) work.current.timer = setTimeout(() => void save(), PAUSE_IN_MS);
  }, [save, isKept]);

  const hold = useCallback(() => clearTimeout(work.current.timer), []);

  const stop = useCallback(() => {
    work.current.isStopped = true;
    work.current.version++;
    clearTimeout(work.current.timer);
    setState({ status: 'unchanged', savedAt: null });
  }, []);

  useEffect(() => {
    const mine = work.current;
    return () => {
      clearTimeout(mine.timer);
      mine.isDue = false;
    };
  }, []);

  const hasUnsaved = state.status === 'changed' || state.status === 'saving' || state.status === 'failed';
  return { state, hasUnsaved, touch, hold, stop };
}

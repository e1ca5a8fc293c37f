import { useCallback, useEffect, useRef, useState } from 'react';
import type { DraftChanged, Problem, ProcessDraft, ProcessDraftSaved } from '../../common/api';
import { toFailure, useApi, type Failure } from '../api';
import type { DesignerHandle } from './contract';

/** How long nothing has to happen before what was drawn is saved. */
export const SAVE_PAUSE_IN_MS = 1200;

export type SaveState =
  | { readonly kind: 'saved'; readonly at: number | null }
  | { readonly kind: 'unsaved' | 'saving' }
  /** Tried again with the next change, or when it is asked for. */
  | { readonly kind: 'failed'; readonly failure: Failure }
  /** Somebody else has saved since: nothing is saved any more until it is decided what holds. */
  | { readonly kind: 'conflict'; readonly by: DraftChanged };

export interface Saving {
  readonly state: SaveState;
  readonly number: number | null;
  /** Null until the drawing that was opened has been checked. */
  readonly problems: Problem[] | null;
  /** Something was drawn. */
  readonly edited: () => void;
  /** Saves at once what is not saved yet. @returns whether everything is saved */
  readonly flush: (handle: DesignerHandle) => Promise<boolean>;
  /** Goes on from what the server has now. */
  readonly restart: (draft: ProcessDraft) => void;
}

/** Saves by itself what is drawn, one save after the other; each names what it changes. */
export function useSaving(opened: ProcessDraft, handle: DesignerHandle | null): Saving {
  const api = useApi();
  const [state, setState] = useState<SaveState>({ kind: 'saved', at: opened.draft?.savedAt ?? null });
  const [number, setNumber] = useState(opened.draft?.number ?? null);
  const [problems, setProblems] = useState<Problem[] | null>(null);
  const revision = useRef(opened.revision);
  const edits = useRef({ made: 0, saved: 0 });
  const running = useRef<Promise<boolean> | null>(null);
  const isStopped = useRef(false);
  const [made, setMade] = useState(0);

  const { processKey } = opened;
  const check = useCallback(() => {
    api.processes.draftProblems(processKey).then(
      // what was saved meanwhile brings its own
      (checked) => checked.revision === revision.current && setProblems(checked.problems),
      () => undefined, // the next save says it
    );
  }, [api, processKey]);
  useEffect(check, [check]);

  const edited = useCallback(() => {
    edits.current.made += 1;
    setMade(edits.current.made);
    if (!isStopped.current) setState((before) => (before.kind === 'saving' ? before : { kind: 'unsaved' }));
  }, []);

  const keep = useCallback((saved: ProcessDraftSaved, upTo: number) => {
    revision.current = saved.revision;
    edits.current.saved = upTo;
    setNumber(saved.number);
    setProblems(saved.problems);
    setState(edits.current.made === upTo ? { kind: 'saved', at: saved.savedAt } : { kind: 'unsaved' });
  }, []);

  const saveOnce = useCallback(
    async (from: DesignerHandle): Promise<boolean> => {
      const upTo = edits.current.made;
      setState({ kind: 'saving' });
      try {
        const xml = await from.xml();
        keep(await api.processes.saveDraft(processKey, { xml, revision: revision.current }), upTo);
        return true;
      } catch (error) {
        const failure = toFailure(error);
        isStopped.current = failure.code === 'process.draftChanged';
        // the data of this refusal is what the server says of it
        setState(
          isStopped.current ? { kind: 'conflict', by: failure.data as unknown as DraftChanged } : { kind: 'failed', failure },
        );
        return false;
      }
    },
    [api, keep, processKey],
  );

  const flush = useCallback(
    async (from: DesignerHandle): Promise<boolean> => {
      while (edits.current.made > edits.current.saved) {
        if (isStopped.current) return false;
        running.current ??= saveOnce(from).finally(() => (running.current = null));
        if (!(await running.current)) return false;
      }
      return true;
    },
    [saveOnce],
  );

  useEffect(() => {
    if (made === 0 || !handle) return undefined;
    const timer = setTimeout(() => void flush(handle), SAVE_PAUSE_IN_MS);
    return () => clearTimeout(timer);
  }, [made, handle, flush]);

  const restart = useCallback(
    (draft: ProcessDraft) => {
      revision.current = draft.revision;
      edits.current = { made: 0, saved: 0 };
      isStopped.current = false;
      setMade(0);
      setNumber(draft.draft?.number ?? null);
      setState({ kind: 'saved', at: draft.draft?.savedAt ?? null });
      check();
    },
    [check],
  );

  return { state, number, problems, edited, flush, restart };
}

import { useCallback, useRef, useState } from 'react';
import type { CompleteTaskBody, OpenedTask, OutcomeView } from '../../common/api';
import { useApi, useCommand } from '../api';
import { useIsPhone } from '../shared';
import type { TaskFormHandle, TaskFormStatus, UploadState } from '../taskFormDoor';
import { useDraft } from './useDraft';
import { useTaskFiles } from './useTaskFiles';

/** 代录: whose word is entered, and when it was given. */
export interface Entry {
  onBehalfOf?: number;
  occurredAt?: number;
}

export interface MissingInput {
  isOpinionMissing: boolean;
  /** The form itself is in order. */
  isOpinionFirst: boolean;
  isPersonMissing: boolean;
}

const NOTHING_MISSING: MissingInput = { isOpinionMissing: false, isOpinionFirst: false, isPersonMissing: false };

/** Why no outcome can be chosen now: what is not there yet, the form or a file, would not be part of it. */
export type Hindrance = 'formLoading' | 'uploading' | 'uploadFailed' | null;

const hindranceOf = (formStatus: TaskFormStatus, isUploading: boolean, formUploads: UploadState): Hindrance => {
  if (formStatus === 'loading') return 'formLoading';
  if (isUploading || formUploads === 'uploading') return 'uploading';
  return formUploads === 'failed' ? 'uploadFailed' : null;
};

/** Everything that a person does on one open task, from the first letter to the outcome. */
export function useTaskWork(opened: OpenedTask, onDone: (outcome: OutcomeView) => void) {
  const { task } = opened;
  const api = useApi();
  const isPhone = useIsPhone();
  const form = useRef<TaskFormHandle>(null);
  const [opinion, setOpinion] = useState(opened.draft?.opinion ?? '');
  const [entry, setEntry] = useState<Entry | null>(task.may.complete || !task.may.enterOnBehalf ? null : {});
  const [missing, setMissing] = useState(NOTHING_MISSING);
  const files = useTaskFiles(task.id, opened.files);
  const [formStatus, setFormStatus] = useState<TaskFormStatus>(opened.formTree ? 'loading' : 'ready');
  const [formUploads, setFormUploads] = useState<UploadState>('none');

  const collect = useCallback(() => ({ data: form.current?.values() ?? {}, opinion }), [opinion]);
  const savedAt = opened.draft?.savedAt ?? null;
  const draft = useDraft({ taskId: task.id, savedAt, isKept: !task.isConfidential, collect });
  const { run, ...completion } = useCommand(
    useCallback((body: CompleteTaskBody) => api.tasks.complete(task.id, body), [api, task.id]),
  );

  const changeOpinion = (text: string) => {
    setOpinion(text);
    setMissing((before) => ({ ...before, isOpinionMissing: false, isOpinionFirst: false }));
    draft.touch();
  };
  const changeEntry = (next: Entry | null) => {
    setEntry(next);
    setMissing((before) => ({ ...before, isPersonMissing: false }));
  };

  /** True when nothing stands in the way of this outcome; otherwise the fields say what does. */
  const check = async (outcome: OutcomeView): Promise<boolean> => {
    const isFormValid = outcome.skipsRequired || form.current === null || (await form.current.validate());
    const isOpinionMissing = outcome.requiresOpinion && opinion.trim() === '';
    const isPersonMissing = entry !== null && entry.onBehalfOf === undefined;
    setMissing({ isOpinionMissing, isOpinionFirst: isOpinionMissing && isFormValid, isPersonMissing });
    return isFormValid && !isOpinionMissing && !isPersonMissing;
  };

  const complete = async (outcome: OutcomeView): Promise<void> => {
    const { data } = collect();
    draft.hold();
    const answer = await run({
      outcome: outcome.key,
      data,
      opinion: opinion.trim(),
      fileIds: files.pendingIds,
      channel: entry ? 'paper' : isPhone ? 'phone' : 'web',
      ...entry,
    });
    if (!answer) {
      if (draft.hasUnsaved) draft.touch();
      return;
    }
    draft.stop();
    onDone(outcome);
  };

  const hindrance = hindranceOf(formStatus, files.uploading.length > 0, formUploads);
  const doing = { opinion, changeOpinion, entry, changeEntry, missing, files, setFormStatus, setFormUploads, hindrance };
  return { form, ...doing, draft, completion, check, complete };
}

export type TaskWork = ReturnType<typeof useTaskWork>;

import { useCallback, useState } from 'react';
import type { FileRef } from '../../common/api';
import { toFailure, useApi, type Failure } from '../api';

export interface TaskFiles {
  files: FileRef[];
  /** Go with the task when it is completed. */
  pendingIds: number[];
  uploading: string[];
  failure: Failure | null;
  upload: (file: File) => Promise<void>;
  remove: (file: FileRef) => Promise<void>;
}

/** Two files may have one name, and one of them is still on its way. */
const withoutOne = (name: string) => (names: string[]) => {
  const index = names.indexOf(name);
  return names.filter((_, at) => at !== index);
};

/** Attachments of one task: uploaded at once, tied to the task when it is completed. */
export function useTaskFiles(taskId: string, given: FileRef[]): TaskFiles {
  const api = useApi();
  const [files, setFiles] = useState(given);
  const [uploading, setUploading] = useState<string[]>([]);
  const [failure, setFailure] = useState<Failure | null>(null);

  const upload = useCallback(
    async (file: File) => {
      setFailure(null);
      setUploading((names) => [...names, file.name]);
      try {
        const stored = await api.tasks.upload(taskId, file);
        setFiles((before) => [...before, { ...stored, isPending: true }]);
      } catch (error) {
        setFailure(toFailure(error));
      } finally {
        setUploading(withoutOne(file.name));
      }
    },
    [api, taskId],
  );

  const remove = useCallback(
    async ({ id }: FileRef) => {
      setFailure(null);
      try {
        await api.tasks.removeFile(taskId, id);
        setFiles((before) => before.filter((file) => file.id !== id));
      } catch (error) {
        setFailure(toFailure(error));
      }
    },
    [api, taskId],
  );

  const pendingIds = files.filter(({ isPending }) => isPending).map(({ id }) => id);
  return { files, pendingIds, uploading, failure, upload, remove };
}

import { useCommand } from '@wuxin/plugin-bpmn/client-v2';
import { useCallback, useState } from 'react';
import type { FileView, NoticeDesk } from '../../common/api';
import { useApi } from '../api';
import { useT } from '../i18n';
import type { NewFile } from './files';
import { bodyOf, type NoticeValues } from './form-values';

interface Refused {
  response?: { data?: { errors?: { message?: string }[] } };
}

const messageOf = (error: unknown): string | undefined => (error as Refused).response?.data?.errors?.[0]?.message;

/**
 * Saves a draft and then its new files, one after the other. A file that is refused holds nothing else up: it stays in the form with what
 * stands against it.
 */
export function useSaveNotice(notice: NoticeDesk | null) {
  const t = useT();
  const api = useApi();
  const [id, setId] = useState(notice?.id ?? null);
  const [kept, setKept] = useState<readonly FileView[]>(notice?.files ?? []);
  const [added, setAdded] = useState<readonly NewFile[]>([]);
  const onRemoved = useCallback((fileId: string) => setKept((files) => files.filter((file) => file.id !== fileId)), []);
  const command = useCommand(
    useCallback(
      async (values: NoticeValues) => {
        const body = bodyOf(values);
        const noticeId = id ?? (await api.notices.create(body)).id;
        setId(noticeId);
        if (id) await api.notices.update(noticeId, body);
        const refused: NewFile[] = [];
        for (const one of added) {
          if (one.problem) refused.push(one);
          else {
            const { file } = one;
            try {
              const { id: fileId } = await api.notices.addFile(noticeId, file);
              const view: FileView = {
                id: fileId,
                purpose: 'attachment',
                name: file.name,
                type: file.type,
                size: file.size,
                sha256: '',
              };
              setKept((files) => [...files, view]);
            } catch (error) {
              refused.push({ file, problem: messageOf(error) ?? t('noticeForm.fileFailed') });
            }
          }
        }
        setAdded(refused);
        return { id: noticeId, isWhole: refused.length === 0 };
      },
      [api, id, added, t],
    ),
  );
  return { command, id, kept, added, setAdded, onRemoved };
}

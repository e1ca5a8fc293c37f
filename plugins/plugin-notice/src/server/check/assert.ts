import { conflict, type Tx } from '@wuxin/plugin-bpmn';
import { attachmentsOf } from '../files';
import type { NoticeRecord } from '../store';
import { contentDigest } from './digest';

/**
 * Only what a person has looked at goes on.
 *
 * @returns the digest of what is there now
 * @throws conflict `notice.notChecked`, `notice.checkVoid`: something was changed since
 */
export async function assertChecked(tx: Tx, notice: NoticeRecord): Promise<string> {
  if (notice.check === null) throw conflict('notice.notChecked');
  const digest = contentDigest(notice, await attachmentsOf(tx, notice.id));
  if (notice.check.digest !== digest) throw conflict('notice.checkVoid');
  return digest;
}

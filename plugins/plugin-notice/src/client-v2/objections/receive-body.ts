import type { ReceiveObjectionBody, TakingNotice } from '../../common/api';
import { base64Of } from './base64';

export interface ReceiveValues {
  notice?: TakingNotice;
  channel: 'window' | 'paper';
  receivedOn: string;
  lateReason?: string;
  text: string;
  name?: string;
  contact?: string;
  note?: string;
  people?: number | null;
  againstUserId?: number;
  scan?: File;
}

const written = (text: string = ''): string | undefined => text.trim() || undefined;

/** What is sent of the form: nothing for what was left empty. */
export async function bodyOf({ notice, people, scan, ...values }: ReceiveValues): Promise<ReceiveObjectionBody> {
  return {
    noticeId: notice?.id ?? '',
    channel: values.channel,
    receivedOn: values.receivedOn,
    lateReason: written(values.lateReason),
    text: values.text.trim(),
    name: written(values.name),
    contact: written(values.contact),
    note: written(values.note),
    people: people ?? 1,
    againstUserId: values.againstUserId,
    scan: scan ? { name: scan.name, content: await base64Of(scan) } : undefined,
  };
}

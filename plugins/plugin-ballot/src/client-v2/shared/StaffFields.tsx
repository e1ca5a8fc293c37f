import { RemoteSelectMany, type Option } from '@wuxin/plugin-bpmn/client-v2';
import { Form } from 'antd';
import { useCallback, useMemo } from 'react';
import type { MeetingBody, MeetingPost, MeetingStaff } from '../../common/api';
import { useApi } from '../api';
import { useT, type TextKey } from '../i18n';
import { POST_TEXT, POSTS } from './words';

/** By post; ids of people are text, as selects want them. */
export type StaffValues = Partial<Record<MeetingPost, string[]>>;

const MOST: Partial<Record<MeetingPost, number>> = { chair: 1, teller: 2 };
const HINT: Record<MeetingPost, TextKey> = {
  chair: 'post.chairHint',
  minuteTaker: 'post.minuteTakerHint',
  teller: 'post.tellerHint',
  supervisor: 'post.supervisorHint',
  clerk: 'post.clerkHint',
};

export function staffValues(staff: readonly MeetingStaff[]): StaffValues {
  return staff.reduce<StaffValues>((values, { id, post }) => ({ ...values, [post]: [...(values[post] ?? []), String(id)] }), {});
}

export const staffOf = (values: StaffValues = {}): MeetingBody['staff'] =>
  POSTS.flatMap((post) => (values[post] ?? []).map((id) => ({ userId: Number(id), post })));

/** Who runs a meeting, post by post; `staff` of the form. */
export function StaffFields({ known }: { known: readonly MeetingStaff[] }) {
  const t = useT();
  const api = useApi();
  const find = useCallback(
    async (text: string): Promise<Option[]> =>
      (await api.meetings.people(text)).map(({ id, name, hint }) => ({
        value: String(id),
        label: hint ? t('common.withHint', { name, hint }) : name,
      })),
    [api, t],
  );
  const names = useMemo(() => known.map(({ id, name }) => ({ value: String(id), label: name })), [known]);
  return (
    <>
      {POSTS.map((post) => (
        <Form.Item
          key={post}
          name={['staff', post]}
          label={t(POST_TEXT[post])}
          extra={t(HINT[post])}
          rules={post === 'chair' ? [{ required: true, message: t('common.fillIn', { name: t(POST_TEXT[post]) }) }] : undefined}
        >
          <RemoteSelectMany find={find} known={names} max={MOST[post]} placeholder={t('common.searchPerson')} />
        </Form.Item>
      ))}
    </>
  );
}

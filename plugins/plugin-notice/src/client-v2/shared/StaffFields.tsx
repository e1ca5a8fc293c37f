import { RemoteSelectMany, type Option } from '@wuxin/plugin-bpmn/client-v2';
import { Form } from 'antd';
import { useCallback, useMemo } from 'react';
import type { NoticeDesk, NoticePost, StaffBody } from '../../common/api';
import { useApi } from '../api';
import { useT, type TextKey } from '../i18n';
import { POST_TEXT, POSTS } from './words';

type Staff = NoticeDesk['staff'];

/** By post; ids of people are text, as selects want them. */
export type StaffValues = Partial<Record<NoticePost, string[]>>;

const HINT = {
  drafter: 'notice.post.drafterHint',
  approver: 'notice.post.approverHint',
  poster: 'notice.post.posterHint',
  decider: 'notice.post.deciderHint',
  superior: 'notice.post.superiorHint',
  supervisor: 'notice.post.supervisorHint',
} as const satisfies Record<NoticePost, TextKey>;

export function staffValues(staff: Staff): StaffValues {
  return staff.reduce<StaffValues>((values, { id, post }) => ({ ...values, [post]: [...(values[post] ?? []), String(id)] }), {});
}

export const staffOf = (values: StaffValues = {}): StaffBody[] =>
  POSTS.flatMap((post) => (values[post] ?? []).map((id) => ({ userId: Number(id), post })));

/** Who does what, post by post; `staff` of the form. */
export function StaffFields({ known }: { known: Staff }) {
  const t = useT();
  const api = useApi();
  const find = useCallback(
    async (text: string): Promise<Option[]> =>
      (await api.notices.people(text)).map(({ id, name }) => ({ value: String(id), label: name })),
    [api],
  );
  const names = useMemo(() => known.map(({ id, name }) => ({ value: String(id), label: name })), [known]);
  return (
    <>
      {POSTS.map((post) => (
        <Form.Item key={post} name={['staff', post]} label={t(POST_TEXT[post])} extra={t(HINT[post])}>
          <RemoteSelectMany find={find} known={names} placeholder={t('notice.searchPerson')} />
        </Form.Item>
      ))}
    </>
  );
}

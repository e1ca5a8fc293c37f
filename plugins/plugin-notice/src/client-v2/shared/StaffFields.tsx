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

const mustHaveSomebody = (message: string) => ({
  validator: (_: unknown, people: string[] = []) => (people.length > 0 ? Promise.resolve() : Promise.reject(new Error(message))),
});

export function staffValues(staff: Staff): StaffValues {
  return staff.reduce<StaffValues>((values, { id, post }) => ({ ...values, [post]: [...(values[post] ?? []), String(id)] }), {});
}

export const staffOf = (values: StaffValues = {}): StaffBody[] =>
  POSTS.flatMap((post) => (values[post] ?? []).map((id) => ({ userId: Number(id), post })));

interface StaffFieldsProps {
  known: Staff;
  /** Left out: all of them. */
  posts?: readonly NoticePost[];
  /** What a post is called where it does something else than usual. */
  said?: Partial<Record<NoticePost, { label: TextKey; hint: TextKey }>>;
  /** Posts that somebody has to hold. */
  required?: readonly NoticePost[];
}

/** Who does what, post by post; `staff` of the form. */
export function StaffFields({ known, posts = POSTS, said = {}, required = [] }: StaffFieldsProps) {
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
      {posts.map((post) => {
        const label = t(said[post]?.label ?? POST_TEXT[post]);
        return (
          <Form.Item
            key={post}
            name={['staff', post]}
            label={label}
            extra={t(said[post]?.hint ?? HINT[post])}
            required={required.includes(post)}
            // not `required`, for which a form gives its field an attribute that a select may not have
            rules={required.includes(post) ? [mustHaveSomebody(t('notice.fillIn', { name: label }))] : []}
          >
            <RemoteSelectMany find={find} known={names} placeholder={t('notice.searchPerson')} />
          </Form.Item>
        );
      })}
    </>
  );
}

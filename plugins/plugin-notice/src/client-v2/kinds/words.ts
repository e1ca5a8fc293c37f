import type { NoticeForm } from '../../common/api';
import type { TextKey } from '../i18n';

export const FORM_TEXT = {
  publicity: 'noticeKind.form.publicity',
  disclosure: 'noticeKind.form.disclosure',
  announcement: 'noticeKind.form.announcement',
  meetingNotice: 'noticeKind.form.meetingNotice',
} as const satisfies Record<NoticeForm, TextKey>;

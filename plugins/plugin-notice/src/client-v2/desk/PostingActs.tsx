import { Act, type ActValues } from '@wuxin/plugin-bpmn/client-v2';
import { DatePicker, Form, Input } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { PostingView } from '../../common/api';
import { useApi } from '../api';
import { useT } from '../i18n';
import { dayAfter, useDay } from '../shared';
import { useDesk } from './desk-context';

const ISO_DAY = 'YYYY-MM-DD';

interface OfPosting {
  posting: PostingView;
}

interface PostedValues extends ActValues {
  photo?: File;
  day: Dayjs;
}

/** A file field for a form: a phone offers its camera. */
function PhotoField({ id, onChange }: { id?: string; onChange?: (file: File | undefined) => void }) {
  return <Input id={id} type="file" accept="image/jpeg,image/png" onChange={(event) => onChange?.(event.target.files?.[0])} />;
}

/** It hangs on a board since a day; with its photo, where that is what proves it. */
export function NotePosted({ posting }: OfPosting) {
  const t = useT();
  const api = useApi();
  const { notice, reload } = useDesk();
  const dayOf = useDay(notice.today);
  const isPhotoNeeded = notice.boardProof === 'photo' && posting.photoId === null;
  const left = notice.postings.filter(({ status }) => status === 'asked').length;
  const isLast = left === 1 && notice.boardProof === 'photo' && notice.expected !== null;
  const photo = t('posting.photo');
  const day = t('posting.day');
  return (
    <Act<PostedValues>
      isMain
      label={t('posting.note')}
      button={{ 'size': 'small', 'aria-label': t('posting.noteOn', { name: posting.boardName }) }}
      consequence={
        isLast && notice.expected
          ? t('posting.noteLast', { from: dayOf(dayAfter(notice.expected.startsOn)), until: dayOf(notice.expected.endsOn) })
          : t('posting.noteConsequence', { count: left - 1 })
      }
      initialValues={{ day: dayjs(notice.today) }}
      run={async (values) => {
        if (values.photo) await api.postings.addPhoto(posting.id, values.photo);
        await api.postings.notePosted(posting.id, values.day.format(ISO_DAY));
      }}
      done={t('posting.noted')}
      onDone={reload}
    >
      <Form.Item
        name="photo"
        label={photo}
        extra={t('posting.photoHint')}
        rules={isPhotoNeeded ? [{ required: true, message: t('posting.photoMissing') }] : undefined}
      >
        <PhotoField />
      </Form.Item>
      <Form.Item name="day" label={day} rules={[{ required: true, message: t('notice.fillIn', { name: day }) }]}>
        <DatePicker style={{ width: '100%' }} maxDate={dayjs(notice.today)} />
      </Form.Item>
    </Act>
  );
}

/** By somebody else than who posted it. */
export function ConfirmPosting({ posting }: OfPosting) {
  const t = useT();
  const api = useApi();
  const { reload } = useDesk();
  return (
    <Act
      isMain
      label={t('posting.confirm')}
      button={{ 'size': 'small', 'aria-label': t('posting.confirmOn', { name: posting.boardName }) }}
      consequence={t('posting.confirmConsequence', { name: posting.boardName, by: posting.postedBy?.name ?? '' })}
      run={() => api.postings.confirm(posting.id)}
      done={t('posting.confirmed')}
      onDone={reload}
    />
  );
}

interface DownValues extends ActValues {
  day: Dayjs;
}

/** The paper was taken off the board. */
export function NoteTakenDown({ posting }: OfPosting) {
  const t = useT();
  const api = useApi();
  const { notice, reload } = useDesk();
  const day = t('posting.downDay');
  return (
    <Act<DownValues>
      label={t('posting.down')}
      button={{ 'size': 'small', 'aria-label': t('posting.downFrom', { name: posting.boardName }) }}
      consequence={t('posting.downConsequence')}
      initialValues={{ day: dayjs(notice.today) }}
      run={(values) => api.postings.noteTakenDown(posting.id, values.day.format(ISO_DAY))}
      done={t('posting.downNoted')}
      onDone={reload}
    >
      <Form.Item name="day" label={day} rules={[{ required: true, message: t('notice.fillIn', { name: day }) }]}>
        <DatePicker style={{ width: '100%' }} maxDate={dayjs(notice.today)} />
      </Form.Item>
    </Act>
  );
}

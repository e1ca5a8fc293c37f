import { Choice, Panel, RemoteSelect, useIsPhone, type Option } from '@wuxin/plugin-bpmn/client-v2';
import { Alert, DatePicker, Form, Input } from 'antd';
import { useCallback, useMemo } from 'react';
import type { MeetingDesk, MeetingTypeRow } from '../../common/api';
import { useApi } from '../api';
import { useSaid, useT } from '../i18n';
import { StaffFields } from '../shared';
import { AgendaFields } from './AgendaFields';
import type { MeetingValues } from './form-values';

/** One array for every render. */
const NOBODY: MeetingDesk['staff'] = [];

function useRequired() {
  const t = useT();
  return (label: string) => [{ required: true, message: t('common.fillIn', { name: label }) }];
}

function TypeField({ types }: { types: MeetingTypeRow[] }) {
  const t = useT();
  const said = useSaid();
  const required = useRequired();
  const chosen = Form.useWatch<MeetingValues['typeKey'] | undefined>('typeKey');
  const type = types.find(({ key }) => key === chosen);
  const options = useMemo(
    () =>
      types.map(({ key, title, isReady }) => ({
        value: key,
        label: isReady ? said(title) : t('meeting.typeUnready', { name: said(title) }),
      })),
    [types, said, t],
  );
  return (
    <>
      <Form.Item name="typeKey" label={t('meeting.type')} rules={required(t('meeting.type'))}>
        <Choice options={options} placeholder={t('meeting.chooseType')} />
      </Form.Item>
      {type?.type.notice ? (
        <Form.Item>
          <Alert
            type="info"
            showIcon
            message={t('meeting.noticeDays', { days: type.type.notice.days })}
            description={type.type.notice.source ?? undefined}
          />
        </Form.Item>
      ) : null}
      {type && !type.isReady ? (
        <Form.Item>
          <Alert type="warning" showIcon message={t('meeting.typeUnreadyHint')} />
        </Form.Item>
      ) : null}
    </>
  );
}

function PlaceField({ meeting }: { meeting: MeetingDesk | null }) {
  const t = useT();
  const api = useApi();
  const find = useCallback(
    async (text: string): Promise<Option[]> =>
      (await api.meetings.places(text)).map(({ id, name }) => ({ value: id, label: name })),
    [api],
  );
  const known = useMemo(() => (meeting?.place ? [{ value: meeting.place.id, label: meeting.place.name }] : []), [meeting]);
  return (
    <Form.Item name="placeId" label={t('meeting.place')}>
      <RemoteSelect find={find} known={known} placeholder={t('meeting.searchPlace')} />
    </Form.Item>
  );
}

/** All fields of a meeting, in the parts in which people think of it. */
export function MeetingFields({ types, meeting }: { types: MeetingTypeRow[]; meeting: MeetingDesk | null }) {
  const t = useT();
  const isPhone = useIsPhone();
  const required = useRequired();
  const columns = { display: 'grid', gridTemplateColumns: isPhone ? '1fr' : '1fr 1fr', columnGap: 16 };
  return (
    <>
      <Panel title={t('meeting.what')}>
        <TypeField types={types} />
        <Form.Item name="title" label={t('meeting.titleColumn')} rules={required(t('meeting.titleColumn'))}>
          <Input maxLength={120} />
        </Form.Item>
        <div style={columns}>
          <PlaceField meeting={meeting} />
          <Form.Item name="plannedAt" label={t('meeting.plannedAt')} rules={required(t('meeting.plannedAt'))}>
            <DatePicker showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" style={{ width: '100%' }} />
          </Form.Item>
        </div>
        <Form.Item name="venue" label={t('meeting.venue')}>
          <Input maxLength={120} />
        </Form.Item>
      </Panel>
      <Panel title={t('meeting.agenda')}>
        <AgendaFields />
      </Panel>
      <Panel title={t('meeting.staff')}>
        <div style={columns}>
          <StaffFields known={meeting?.staff ?? NOBODY} />
        </div>
      </Panel>
    </>
  );
}

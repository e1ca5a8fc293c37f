import { Choice, Loaded, Muted, Panel, useIsPhone, useQuery } from '@wuxin/plugin-bpmn/client-v2';
import { Alert, Checkbox, DatePicker, Flex, Form, Input, InputNumber } from 'antd';
import { useCallback } from 'react';
import type { BoardView, KindView, NoticeDesk } from '../../common/api';
import { useApi } from '../api';
import { useSaid, useT } from '../i18n';
import { PlaceSelect, StaffFields, UNIT_TEXT } from '../shared';
import { BodyEditor, Preview } from './BodyEditor';
import type { NoticeValues } from './form-values';

const NOBODY: NoticeDesk['staff'] = [];

interface Props {
  kinds: readonly KindView[];
  notice: NoticeDesk | null;
}

/** The kind that is chosen, with the numbers that hold at the place that is chosen. */
function useKind(kinds: readonly KindView[]): KindView | undefined {
  const api = useApi();
  const kindKey = Form.useWatch<NoticeValues['kindKey'] | undefined>('kindKey');
  const placeId = Form.useWatch<NoticeValues['placeId']>('placeId');
  const query = useQuery(useCallback(() => api.kinds.list(placeId), [api, placeId]));
  const known = query.status === 'ready' ? query.data : kinds;
  return known.find(({ key }) => key === kindKey);
}

/** What the kind asks for, and whether somebody has confirmed it. */
function KindNumbers({ kind }: { kind: KindView | undefined }) {
  const t = useT();
  if (!kind) return null;
  const { period, keep, takesObjections } = kind;
  const isConfirmed = (period?.isConfirmed ?? true) && (keep?.isConfirmed ?? true);
  const unit = t(UNIT_TEXT[kind.periodUnit]);
  return (
    <Form.Item>
      <Alert
        type={isConfirmed ? 'info' : 'warning'}
        showIcon
        message={
          <>
            {period ? t('noticeForm.atLeast', { days: period.value, unit }) : t('noticeForm.noPeriod')}
            {keep ? t('noticeForm.keeps', { days: keep.value }) : null}
            {t(takesObjections ? 'noticeForm.takesObjections' : 'noticeForm.takesNoObjections')}
          </>
        }
        description={isConfirmed ? undefined : t('noticeForm.unconfirmed')}
      />
    </Form.Item>
  );
}

function DaysField({ kind }: { kind: KindView | undefined }) {
  const t = useT();
  const least = kind?.period?.value ?? 0;
  return (
    <Form.Item
      name="periodDays"
      label={t('noticeForm.days')}
      extra={kind?.period ? t('noticeForm.daysHint', { days: least }) : t('noticeForm.daysFreeHint')}
      rules={[{ type: 'number', min: least, message: t('noticeForm.daysTooFew', { days: least }) }]}
    >
      <InputNumber precision={0} max={3650} placeholder={String(least)} style={{ width: '100%' }} />
    </Form.Item>
  );
}

function BoardChoice({
  boards,
  value = [],
  onChange,
}: {
  boards: readonly BoardView[];
  value?: string[];
  onChange?: (ids: string[]) => void;
}) {
  // prettier-ignore
  const t = useT();
  const offered = boards.filter(({ id, isInUse }) => isInUse || value.includes(id));
  if (offered.length === 0) return <Muted>{t('noticeForm.noBoards')}</Muted>;
  return (
    <Checkbox.Group value={value} onChange={onChange}>
      <Flex vertical gap="small">
        {offered.map(({ id, name, address }) => (
          <Checkbox key={id} value={id}>
            {name} <Muted small>{address}</Muted>
          </Checkbox>
        ))}
      </Flex>
    </Checkbox.Group>
  );
}

/** The field is there before its choices are: what was chosen is saved with the form even if they never come. */
function BoardsOfPlace(props: { value?: string[]; onChange?: (ids: string[]) => void }) {
  const api = useApi();
  const form = Form.useFormInstance<NoticeValues>();
  // nothing is watched yet when the form is first shown
  const placeId =
    Form.useWatch<NoticeValues['placeId']>('placeId', form) ?? (form.getFieldValue('placeId') as NoticeValues['placeId']); // any in antd
  const query = useQuery(useCallback(() => api.boards.list(placeId), [api, placeId]));
  return <Loaded query={query}>{(boards) => <BoardChoice boards={boards} {...props} />}</Loaded>;
}

function BoardsField() {
  const t = useT();
  return (
    <Form.Item name="boardIds" label={t('noticeForm.boards')} extra={t('noticeForm.boardsHint')}>
      <BoardsOfPlace />
    </Form.Item>
  );
}

function TextPanels() {
  const t = useT();
  const title = Form.useWatch<string | undefined>('title') ?? '';
  const parts = Form.useWatch<NoticeValues['parts'] | undefined>('parts') ?? [];
  return (
    <>
      <Panel title={t('noticeForm.body')}>
        <Form.Item name="parts" noStyle>
          <BodyEditor />
        </Form.Item>
      </Panel>
      <Panel title={t('noticeForm.preview')}>
        <Preview title={title} parts={parts} />
      </Panel>
    </>
  );
}

/** What a notice is, what it says, who does what, where and how long it hangs. */
export function NoticeFields({ kinds, notice }: Props) {
  const t = useT();
  const said = useSaid();
  const isPhone = useIsPhone();
  const kind = useKind(kinds);
  const columns = { display: 'grid', gridTemplateColumns: isPhone ? '1fr' : '1fr 1fr', columnGap: 24 };
  const required = (label: string) => [{ required: true, whitespace: true, message: t('notice.fillIn', { name: label }) }];
  return (
    <>
      <Panel title={t('noticeForm.what')}>
        <div style={columns}>
          <Form.Item name="kindKey" label={t('notice.kind')} rules={required(t('notice.kind'))}>
            <Choice options={kinds.map(({ key, title }) => ({ value: key, label: said(title) }))} />
          </Form.Item>
          <Form.Item name="placeId" label={t('notice.place')} rules={required(t('notice.place'))}>
            <PlaceSelect known={notice?.place} />
          </Form.Item>
        </div>
        <KindNumbers kind={kind} />
        <Form.Item name="title" label={t('notice.titleColumn')} rules={required(t('notice.titleColumn'))}>
          <Input maxLength={200} showCount />
        </Form.Item>
        <Form.Item name="matter" label={t('noticeForm.matter')} extra={t('noticeForm.matterHint')}>
          <Input maxLength={500} />
        </Form.Item>
      </Panel>
      <TextPanels />
      <Panel title={t('noticeForm.people')}>
        <div style={columns}>
          <StaffFields known={notice?.staff ?? NOBODY} />
        </div>
      </Panel>
      <Panel title={t('noticeForm.whereAndHowLong')}>
        <BoardsField />
        <div style={columns}>
          <DaysField kind={kind} />
          <Form.Item name="notBefore" label={t('noticeForm.notBefore')} extra={t('noticeForm.notBeforeHint')}>
            <DatePicker style={{ width: '100%' }} />
          </Form.Item>
        </div>
      </Panel>
    </>
  );
}

import { DatePicker, Flex, Form, Switch } from 'antd';
import dayjs from 'dayjs';
import { useT } from '../i18n';
import { Muted, Panel, PersonPicker } from '../shared';
import type { Entry } from './useTaskWork';

export interface EntryPanelProps {
  taskId: string;
  entry: Entry | null;
  onChange: (entry: Entry | null) => void;
  isPersonMissing: boolean;
  /** The reader may do this only for somebody else. */
  isForced: boolean;
}

function EntryFields({ taskId, entry, onChange, isPersonMissing }: EntryPanelProps & { entry: Entry }) {
  const t = useT();
  return (
    <>
      <Form.Item
        layout="vertical"
        label={t('entry.person')}
        htmlFor="entry-person"
        required
        validateStatus={isPersonMissing ? 'error' : undefined}
        help={isPersonMissing ? <span role="alert">{t('entry.personMissing')}</span> : undefined}
      >
        <PersonPicker
          id="entry-person"
          label={t('entry.person')}
          purpose="onBehalfOf"
          taskId={taskId}
          value={entry.onBehalfOf}
          onChange={(onBehalfOf) => onChange({ ...entry, onBehalfOf })}
        />
      </Form.Item>
      <Form.Item
        layout="vertical"
        label={t('entry.when')}
        htmlFor="entry-when"
        help={t('entry.whenHint')}
        style={{ marginBottom: 0 }}
      >
        <DatePicker
          id="entry-when"
          showTime={{ format: 'HH:mm' }}
          format="YYYY-MM-DD HH:mm"
          value={entry.occurredAt ? dayjs(entry.occurredAt) : null}
          disabledDate={(day) => day.isAfter(dayjs())}
          onChange={(day: dayjs.Dayjs | null) => onChange({ ...entry, occurredAt: day?.valueOf() })}
          style={{ width: '100%' }}
        />
      </Form.Item>
    </>
  );
}

/** 代录: somebody at the window enters what a person said or signed on paper; both names are kept. */
export function EntryPanel(props: EntryPanelProps) {
  const t = useT();
  const { entry, onChange, isForced } = props;
  return (
    <Panel
      title={t('entry.title')}
      extra={
        isForced ? null : (
          <Switch checked={entry !== null} onChange={(isOn) => onChange(isOn ? {} : null)} aria-label={t('entry.switch')} />
        )
      }
    >
      <Flex vertical gap="small">
        <Muted>{t(isForced ? 'entry.forcedHint' : 'entry.hint')}</Muted>
        {entry ? <EntryFields {...props} entry={entry} /> : null}
      </Flex>
    </Panel>
  );
}

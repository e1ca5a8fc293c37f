import { FailureAlert, Loaded, Muted, PageFrame, useCommand, useQuery } from '@wuxin/plugin-bpmn/client-v2';
import { Button, Flex, Form } from 'antd';
import { useCallback } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import type { MeetingDesk, MeetingTypeRow } from '../../common/api';
import { useApi } from '../api';
import { useT } from '../i18n';
import { paths } from '../routes';
import { bodyOf, valuesOf, type MeetingValues } from './form-values';
import { MeetingFields } from './MeetingFields';

interface Sheet {
  types: MeetingTypeRow[];
  /** What is changed. */
  meeting: MeetingDesk | null;
}

function MeetingForm({ types, meeting }: Sheet) {
  const t = useT();
  const api = useApi();
  const navigate = useNavigate();
  const [form] = Form.useForm<MeetingValues>();
  const save = useCommand(
    useCallback(
      async (values: MeetingValues) => {
        const body = bodyOf(values);
        if (!meeting) return (await api.meetings.create(body)).id;
        await api.meetings.update(meeting.id, body);
        return meeting.id;
      },
      [api, meeting],
    ),
  );
  const submit = async (values: MeetingValues) => {
    const saved = await save.run(values);
    if (saved) navigate(paths.desk(saved.value));
  };
  return (
    <Form<MeetingValues>
      form={form}
      layout="vertical"
      requiredMark
      initialValues={valuesOf(meeting)}
      onFinish={(values) => void submit(values)}
      scrollToFirstError
    >
      <Flex vertical gap="middle">
        <MeetingFields types={types} meeting={meeting} />
        <FailureAlert failure={save.failure} />
        <Flex gap="small">
          <Button type="primary" htmlType="submit" loading={save.isRunning}>
            {t('meeting.save')}
          </Button>
          <Button onClick={() => navigate(meeting ? paths.desk(meeting.id) : paths.meetings())}>{t('common.cancel')}</Button>
        </Flex>
      </Flex>
    </Form>
  );
}

/** A meeting as a draft: what it is, when, where, about what and who runs it. */
export function MeetingFormPage() {
  const t = useT();
  const api = useApi();
  const { id } = useParams();
  const query = useQuery(
    useCallback(async (): Promise<Sheet> => {
      const [types, meeting] = await Promise.all([api.rules.types(), id ? api.meetings.desk(id) : null]);
      return { types, meeting };
    }, [api, id]),
  );
  return (
    <PageFrame
      width="reading"
      title={t(id ? 'meeting.edit' : 'meeting.create')}
      subtitle={<Muted>{t('meeting.formLead')}</Muted>}
      back={id ? { to: paths.desk(id), label: t('desk.title') } : { to: paths.meetings(), label: t('meeting.pageTitle') }}
    >
      <Loaded query={query}>{(sheet) => <MeetingForm {...sheet} />}</Loaded>
    </PageFrame>
  );
}

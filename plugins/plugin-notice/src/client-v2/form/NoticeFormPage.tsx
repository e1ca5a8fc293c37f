import { FailureAlert, Loaded, Muted, PageFrame, useQuery } from '@wuxin/plugin-bpmn/client-v2';
import { Alert, Button, Flex, Form } from 'antd';
import { useCallback } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import type { KindView, NoticeDesk } from '../../common/api';
import { useApi } from '../api';
import { useT } from '../i18n';
import { paths } from '../routes';
import { FilesPanel } from './FilesPanel';
import { valuesOf, type NoticeValues } from './form-values';
import { NoticeFields } from './NoticeFields';
import { useSaveNotice } from './useSaveNotice';

interface Sheet {
  kinds: readonly KindView[];
  /** What is changed. */
  notice: NoticeDesk | null;
}

function NoticeForm({ kinds, notice }: Sheet) {
  const t = useT();
  const navigate = useNavigate();
  const [form] = Form.useForm<NoticeValues>();
  const { command, id, ...files } = useSaveNotice(notice);
  const submit = async (values: NoticeValues) => {
    const saved = await command.run(values);
    if (saved?.value.isWhole) navigate(paths.desk(saved.value.id));
  };
  const isHeldByFiles = files.added.some(({ problem }) => problem !== null);
  return (
    <Form<NoticeValues>
      form={form}
      layout="vertical"
      requiredMark
      initialValues={valuesOf(notice, kinds[0]?.key)}
      onFinish={(values) => void submit(values)}
      scrollToFirstError
    >
      <Flex vertical gap="middle">
        <NoticeFields kinds={kinds} notice={notice} />
        <FilesPanel noticeId={id} kept={files.kept} added={files.added} onAdded={files.setAdded} onRemoved={files.onRemoved} />
        <FailureAlert failure={command.failure} />
        {isHeldByFiles ? <Alert type="warning" showIcon message={t('noticeForm.filesHeld')} /> : null}
        <Flex gap="small" wrap>
          <Button type="primary" htmlType="submit" loading={command.isRunning}>
            {t('noticeForm.save')}
          </Button>
          <Button onClick={() => navigate(id ? paths.desk(id) : paths.notices())}>{t('noticeForm.cancel')}</Button>
        </Flex>
      </Flex>
    </Form>
  );
}

/** A notice as a draft. */
export function NoticeFormPage() {
  const t = useT();
  const api = useApi();
  const { id } = useParams();
  const query = useQuery(
    useCallback(async (): Promise<Sheet> => {
      const [kinds, notice] = await Promise.all([api.kinds.list(), id ? api.notices.desk(id) : null]);
      return { kinds, notice };
    }, [api, id]),
  );
  return (
    <PageFrame
      width="reading"
      title={t(id ? 'noticeForm.edit' : 'notice.create')}
      subtitle={<Muted>{t('noticeForm.lead')}</Muted>}
      back={id ? { to: paths.desk(id), label: t('noticeDesk.title') } : { to: paths.notices(), label: t('notice.pageTitle') }}
    >
      <Loaded query={query}>{(sheet) => <NoticeForm {...sheet} />}</Loaded>
    </PageFrame>
  );
}

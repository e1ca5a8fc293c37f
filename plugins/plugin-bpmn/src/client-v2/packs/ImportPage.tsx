import { InboxOutlined } from '@ant-design/icons';
import { Button, Flex, Upload } from 'antd';
import { useT } from '../i18n';
import { paths } from '../routes';
import { EmptyState, FailureAlert, Muted, PageFrame, PageSkeleton } from '../shared';
import { ImportedList } from './ImportedList';
import { PreviewCard } from './PreviewCard';
import { useImport } from './useImport';

/** 导入内容包: what a pack would change here, what somebody decides about it, and its drafts. */
export function ImportPage() {
  const t = useT();
  const { file, previews, chosen, imported, isReading, isImporting, failure, choose, decide, skip, take } = useImport();
  const included = previews?.filter(({ key }) => !chosen.skipped.has(key)) ?? [];
  const isStopped = included.some(({ obstacles }) => obstacles.some(({ isWarning }) => !isWarning));
  return (
    <PageFrame title={t('pack.importTitle')} back={{ to: paths.processes(), label: t('process.title') }}>
      <Flex vertical gap="large">
        {imported ? (
          <ImportedList imported={imported} />
        ) : (
          <>
            <Upload.Dragger
              accept=".zip"
              multiple={false}
              showUploadList={false}
              disabled={isReading || isImporting}
              beforeUpload={(given) => {
                void choose(given);
                return false;
              }}
            >
              <InboxOutlined aria-hidden style={{ fontSize: 32 }} />
              <div>{file ? t('pack.chosen', { name: file.name }) : t('pack.drop')}</div>
            </Upload.Dragger>
            <FailureAlert failure={failure} />
            {isReading && !previews ? <PageSkeleton /> : null}
            {!file ? <EmptyState title={t('pack.importEmpty')} hint={t('pack.importHint')} /> : null}
            {previews?.map((preview) => (
              <PreviewCard
                key={preview.key}
                preview={preview}
                fromPack={chosen.fromPack}
                isSkipped={chosen.skipped.has(preview.key)}
                isOneOfMany={previews.length > 1}
                onDecide={decide}
                onSkip={(isSkipped) => skip(preview.key, isSkipped)}
              />
            ))}
            {previews ? (
              <Flex gap="middle" align="center" wrap>
                <Button
                  type="primary"
                  disabled={included.length === 0 || isStopped || isReading}
                  loading={isImporting}
                  onClick={() => void take()}
                >
                  {t('pack.import', { count: included.length })}
                </Button>
                <Muted>{isStopped ? t('pack.stopped') : t('pack.importConsequence')}</Muted>
              </Flex>
            ) : null}
          </>
        )}
      </Flex>
    </PageFrame>
  );
}

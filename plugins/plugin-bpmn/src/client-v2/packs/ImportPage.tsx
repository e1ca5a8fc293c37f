import { InboxOutlined } from '@ant-design/icons';
import { Upload } from 'antd';
import { useState } from 'react';
import { useApi } from '../api';
import { useT } from '../i18n';
import { paths } from '../routes';
import { EmptyState, PageFrame } from '../shared';
import { Offer } from './Offer';
import { useOffer } from './useOffer';

/** 导入内容包: what a pack would change here, what somebody decides about it, and its drafts. */
export function ImportPage() {
  const t = useT();
  const { packs } = useApi();
  const [file, setFile] = useState<File | null>(null);
  const offer = useOffer<File>(packs.preview, packs.take);
  const { imported, isReading, isImporting } = offer;
  return (
    <PageFrame title={t('pack.importTitle')} back={{ to: paths.processes(), label: t('process.title') }}>
      <Offer offer={offer}>
        {imported ? null : (
          <Upload.Dragger
            accept=".zip"
            multiple={false}
            showUploadList={false}
            disabled={isReading || isImporting}
            beforeUpload={(given) => {
              setFile(given);
              void offer.look(given);
              return false;
            }}
          >
            <InboxOutlined aria-hidden style={{ fontSize: 32 }} />
            <div>{file ? t('pack.chosen', { name: file.name }) : t('pack.drop')}</div>
          </Upload.Dragger>
        )}
        {file ? null : <EmptyState title={t('pack.importEmpty')} hint={t('pack.importHint')} />}
      </Offer>
    </PageFrame>
  );
}

import { InboxOutlined } from '@ant-design/icons';
import { Alert, Button, Flex, Input, Modal, Upload } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { Diagram } from '../diagram';
import { useT } from '../i18n';
import { paths } from '../routes';
import { FailureAlert } from '../shared';
import { CheckedDiagram } from './CheckedDiagram';
import { useDeploy } from './useDeploy';

const NOTHING: never[] = [];
const PREVIEW_HEIGHT = 320;
const WIDTH = 960;
const NOTE_LIMIT = 200;

function DropZone({ onChoose }: { onChoose: (file: File) => void }) {
  const t = useT();
  return (
    <Upload.Dragger
      accept=".bpmn,.xml"
      multiple={false}
      showUploadList={false}
      beforeUpload={(file) => {
        onChoose(file);
        return false;
      }}
    >
      <InboxOutlined aria-hidden style={{ fontSize: 32 }} />
      <div>{t('deploy.drop')}</div>
    </Upload.Dragger>
  );
}

/** Uploads BPMN: checks it, shows what is wrong where, and saves it as a draft when nothing is. */
export function DeployDialog({ onSaved, onClose }: { onSaved: () => void; onClose: () => void }) {
  const t = useT();
  const navigate = useNavigate();
  const [note, setNote] = useState('');
  const { drawing, file, isTooLarge, result, isRunning, failure, choose, deploy } = useDeploy();
  const isSaved = result?.versionId != null;
  const openProcess = () => {
    if (!result) return;
    onSaved();
    navigate(paths.process(result.processKey));
  };
  const openDrawing = async () => {
    const opened = file && (await drawing.run(file.xml));
    if (opened) navigate(paths.design(opened.value.processKey));
  };
  return (
    <Modal
      open
      width={WIDTH}
      title={t('deploy.title')}
      okText={isSaved ? t('deploy.open') : t('deploy.save')}
      cancelText={isSaved ? t('common.close') : t('common.cancel')}
      okButtonProps={{ disabled: !file, loading: isRunning }}
      onOk={() => (isSaved ? openProcess() : void deploy(note))}
      onCancel={() => (isSaved ? onSaved() : onClose())}
    >
      <Flex vertical gap="middle">
        <DropZone onChoose={(chosen) => void choose(chosen)} />
        {isTooLarge ? <Alert type="error" showIcon role="alert" message={t('deploy.tooLarge')} /> : null}
        <FailureAlert failure={failure} />
        {isSaved ? <Alert type="success" showIcon role="status" message={t('deploy.saved')} /> : null}
        {result && !isSaved ? (
          <Alert
            type="error"
            showIcon
            role="alert"
            message={t('deploy.refused')}
            action={
              <Button loading={drawing.isRunning} onClick={() => void openDrawing()}>
                {t('deploy.draw')}
              </Button>
            }
          />
        ) : null}
        <FailureAlert failure={drawing.failure} />
        {file && !isSaved ? (
          <Input
            value={note}
            onChange={(event) => setNote(event.target.value)}
            aria-label={t('deploy.note')}
            placeholder={t('deploy.note')}
            maxLength={NOTE_LIMIT}
          />
        ) : null}
        {file && result ? <CheckedDiagram xml={file.xml} problems={result.problems} name={file.name} /> : null}
        {file && !result ? <UncheckedDiagram xml={file.xml} name={file.name} /> : null}
      </Flex>
    </Modal>
  );
}

function UncheckedDiagram({ xml, name }: { xml: string; name: string }) {
  const t = useT();
  return (
    <>
      <Alert type="info" showIcon message={t('deploy.unchecked', { name })} />
      <Diagram xml={xml} marks={NOTHING} badges={NOTHING} label={t('diagram.processLabel', { name })} height={PREVIEW_HEIGHT} />
    </>
  );
}

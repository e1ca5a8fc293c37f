import { Checkbox, Flex, Modal, Radio } from 'antd';
import { useCallback, useState } from 'react';
import type { ProcessRow } from '../../common/api';
import { useApi, useCommand } from '../api';
import { useT } from '../i18n';
import { FailureAlert, Muted, saveFile } from '../shared';

type State = 'published' | 'draft';

/** Saves a procedure as a pack: as it is published, or with what is being changed. */
export function ExportDialog({ process, onClose }: { process: ProcessRow; onClose: () => void }) {
  const t = useT();
  const api = useApi();
  const [state, setState] = useState<State>(process.published ? 'published' : 'draft');
  const [withCalled, setWithCalled] = useState(true);
  const { run, isRunning, failure } = useCommand(
    useCallback(() => api.packs.exported(process.key, { state, withCalled }), [api, process.key, state, withCalled]),
  );
  const save = async () => {
    const answer = await run();
    if (!answer) return;
    saveFile(answer.value);
    onClose();
  };
  return (
    <Modal
      open
      title={t('pack.exportTitle', { name: process.name })}
      okText={t('pack.export')}
      cancelText={t('common.cancel')}
      okButtonProps={{ loading: isRunning }}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <Flex vertical gap="middle">
        <Muted>{t('pack.exportHint')}</Muted>
        <div role="radiogroup" aria-label={t('pack.state')}>
          <Radio.Group value={state} onChange={({ target }) => setState(target.value as State)}>
            <Flex vertical gap="small">
              <Radio value="published" disabled={!process.published}>
                {t('pack.statePublished', { number: process.published?.number ?? 0 })}
              </Radio>
              <Radio value="draft">{t('pack.stateDraft')}</Radio>
            </Flex>
          </Radio.Group>
        </div>
        <Checkbox checked={withCalled} onChange={({ target }) => setWithCalled(target.checked)}>
          {t('pack.withCalled')}
        </Checkbox>
        <FailureAlert failure={failure} />
      </Flex>
    </Modal>
  );
}

import { FailureAlert, saveFile, useCommand } from '@wuxin/plugin-bpmn/client-v2';
import { Alert, Button, Flex } from 'antd';
import { useCallback, useState } from 'react';
import type { MotionView, Recount } from '../../common/api';
import { useApi } from '../api';
import { useSaid, useT } from '../i18n';

/** Counts again from what is stored, and hands out what anybody can count with. */
export function Recheck({ motion }: { motion: MotionView }) {
  const t = useT();
  const said = useSaid();
  const api = useApi();
  const [found, setFound] = useState<Recount | null>(null);
  const recount = useCommand(useCallback(async () => setFound(await api.motions.recount(motion.id)), [api, motion.id]));
  const download = useCommand(
    useCallback(async () => {
      const content = JSON.stringify(await api.motions.export(motion.id), null, 2);
      saveFile({
        content: new Blob([content], { type: 'application/json' }),
        name: `${t('result.exportName')}-${motion.number}.json`,
      });
    }, [api, motion, t]),
  );
  return (
    <Flex vertical gap="small">
      <Flex gap="small" wrap>
        <Button onClick={() => void recount.run()} loading={recount.isRunning}>
          {t('result.recount')}
        </Button>
        <Button onClick={() => void download.run()} loading={download.isRunning}>
          {t('result.export')}
        </Button>
      </Flex>
      {found ? (
        <Alert
          role="status"
          type={found.isSame ? 'success' : 'error'}
          showIcon
          message={t(found.isSame ? 'result.recountSame' : 'result.recountDiffers')}
          description={said(found.result.sentence)}
        />
      ) : null}
      <FailureAlert failure={recount.failure ?? download.failure} />
    </Flex>
  );
}

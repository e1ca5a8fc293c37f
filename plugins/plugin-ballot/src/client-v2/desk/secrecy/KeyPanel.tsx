import { Act, Muted, Panel, ToneTag } from '@wuxin/plugin-bpmn/client-v2';
import { Flex, Typography } from 'antd';
import { useState } from 'react';
import type { DrawnKeyView } from '../../../common/api';
import { useApi } from '../../api';
import { useT } from '../../i18n';
import { PrintView, ShareSheets } from '../../print';
import { useDesk } from '../desk-context';

/** 会议密钥: drawn once; its three shares are printed and kept nowhere. */
export function KeyPanel() {
  const t = useT();
  const api = useApi();
  const { desk, reload, may } = useDesk();
  const [drawn, setDrawn] = useState<DrawnKeyView | null>(null);
  const { key } = desk;
  return (
    <Panel
      title={t('key.title')}
      extra={
        may('ballotBoxes:drawKey') ? (
          <Act
            label={t(key ? 'key.drawAgain' : 'key.draw')}
            tone="warning"
            consequence={t(key ? 'key.drawAgainConsequence' : 'key.drawConsequence')}
            run={async () => setDrawn(await api.boxes.drawKey(desk.id))}
            done={t('key.drawn')}
            onDone={reload}
            button={{ type: key ? 'default' : 'primary' }}
          />
        ) : null
      }
    >
      {key ? (
        <Flex vertical gap="small">
          <div>
            <ToneTag tone={key.isOpen ? 'warning' : 'success'}>{t(key.isOpen ? 'key.isOpen' : 'key.isClosed')}</ToneTag>
          </div>
          <Muted small>
            {t('key.public')}{' '}
            <Typography.Text code style={{ overflowWrap: 'anywhere' }}>
              {key.publicKey}
            </Typography.Text>
          </Muted>
        </Flex>
      ) : (
        <Muted>{t('key.none')}</Muted>
      )}
      {drawn ? (
        <PrintView title={t('key.shares')} note={t('key.printNow')} closeText={t('key.printed')} onClose={() => setDrawn(null)}>
          <ShareSheets drawn={drawn} title={desk.title} number={desk.number} />
        </PrintView>
      ) : null}
    </Panel>
  );
}

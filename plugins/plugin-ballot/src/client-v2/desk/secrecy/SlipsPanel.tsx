import { Act, Muted, Panel, type ActValues } from '@wuxin/plugin-bpmn/client-v2';
import { Form, InputNumber } from 'antd';
import { useState } from 'react';
import type { DrawnSlipsView } from '../../../common/api';
import { useApi } from '../../api';
import { useT } from '../../i18n';
import { PrintView, SlipSheets } from '../../print';
import { Figure } from '../../shared';
import { useDesk } from '../desk-context';

interface Values extends ActValues {
  count: number;
}

function DrawSlips({ onDrawn }: { onDrawn: (slips: DrawnSlipsView) => void }) {
  const t = useT();
  const api = useApi();
  const { desk, reload } = useDesk();
  const { slips } = desk;
  const isMore = slips !== null && slips.handedOut > 0;
  const count = desk.attendance.due - (isMore ? slips.drawn : 0);
  return (
    <Act<Values>
      label={t('slips.draw')}
      tone="warning"
      consequence={
        isMore
          ? t('slips.drawMoreConsequence')
          : t(slips ? 'slips.drawAgainConsequence' : 'slips.drawConsequence', { count: slips?.drawn ?? 0 })
      }
      initialValues={{ count: Math.max(1, count) }}
      run={async ({ count }) => onDrawn(await api.boxes.drawSlips(desk.id, count))}
      done={t('slips.areDrawn')}
      onDone={reload}
      button={{ type: slips ? 'default' : 'primary' }}
    >
      <Form.Item
        name="count"
        label={t('slips.count')}
        rules={[{ required: true, message: t('common.fillIn', { name: t('slips.count') }) }]}
      >
        <InputNumber min={1} precision={0} />
      </Form.Item>
    </Act>
  );
}

/** How many slips there are and were handed out. Which one is whose nobody knows, so there is no list. */
export function SlipsPanel() {
  const t = useT();
  const { desk, may } = useDesk();
  const [drawn, setDrawn] = useState<DrawnSlipsView | null>(null);
  const { slips } = desk;
  return (
    <Panel title={t('slips.title')} extra={may('ballotBoxes:drawSlips') ? <DrawSlips onDrawn={setDrawn} /> : null}>
      {slips ? (
        <dl style={{ margin: 0, display: 'flex', flexWrap: 'wrap', gap: 32 }}>
          <Figure label={t('slips.drawn')} value={slips.drawn} />
          <Figure label={t('slips.handedOut')} value={slips.handedOut} />
          <Figure label={t('slips.exchanged')} value={slips.exchanged} />
        </dl>
      ) : (
        <Muted>{t('slips.none')}</Muted>
      )}
      {drawn ? (
        <PrintView
          title={t('slips.title')}
          note={t('slips.printNow')}
          closeText={t('key.printed')}
          onClose={() => setDrawn(null)}
        >
          <SlipSheets slips={drawn} title={desk.title} />
        </PrintView>
      ) : null}
    </Panel>
  );
}

import { Muted, Panel } from '@wuxin/plugin-bpmn/client-v2';
import { Flex } from 'antd';
import { useT } from '../../i18n';
import { useDesk } from '../desk-context';
import { ExchangeSlip } from './ExchangeSlip';
import { HandOut } from './HandOut';
import { KeyPanel } from './KeyPanel';
import { SlipsPanel } from './SlipsPanel';

/** 表决码与密钥: what a secret vote needs: a key that nobody here holds, and slips that are drawn. */
export function SecrecyPart() {
  const t = useT();
  const { desk, may } = useDesk();
  return (
    <Flex vertical gap="middle">
      <Muted>{t('secrecy.lead')}</Muted>
      <KeyPanel />
      <SlipsPanel />
      {desk.slips && may('ballotBoxes:handOut') ? (
        <Panel title={t('slips.handOut')} extra={may('ballotBoxes:exchange') ? <ExchangeSlip /> : null}>
          <HandOut />
        </Panel>
      ) : null}
    </Flex>
  );
}

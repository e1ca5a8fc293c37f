import { Act, type ActValues } from '@wuxin/plugin-bpmn/client-v2';
import { Form, Input } from 'antd';
import { useApi } from '../../api';
import { useT } from '../../i18n';
import { useDesk } from '../desk-context';

interface Values extends ActValues {
  code: string;
}

/** 换领纸质票: a slip is given back for a paper ballot, and its code votes no more. */
export function ExchangeSlip() {
  const t = useT();
  const api = useApi();
  const { desk, reload } = useDesk();
  return (
    <Act<Values>
      label={t('slips.exchange')}
      tone="warning"
      consequence={t('slips.exchangeConsequence')}
      run={({ code }) => api.boxes.exchange(desk.id, { code: code.trim() })}
      done={t('slips.wasExchanged')}
      onDone={reload}
    >
      <Form.Item
        name="code"
        label={t('slips.code')}
        rules={[{ required: true, whitespace: true, message: t('common.fillIn', { name: t('slips.code') }) }]}
      >
        <Input size="large" autoComplete="off" spellCheck={false} style={{ fontFamily: 'monospace' }} />
      </Form.Item>
    </Act>
  );
}

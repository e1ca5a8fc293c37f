import { Act } from '@wuxin/plugin-bpmn/client-v2';
import { Form, Select } from 'antd';
import type { ObjectionView } from '../../common/api';
import { useApi } from './api';
import { useT } from './texts';

interface Values {
  reason: string;
  userId?: number;
}

/** 回避: whose act the objection is against. Who is named neither decides nor learns who objects. */
export function AgainstAct({ view: { id, may, involved, against }, onDone }: { view: ObjectionView; onDone: () => void }) {
  const t = useT();
  const api = useApi();
  if (!may.includes('setAgainst')) return null;
  const known = [...involved, ...(against && !involved.some((one) => one.id === against.id) ? [against] : [])];
  return (
    <Act<Values>
      label={t('objection.page.againstAct')}
      tone="warning"
      consequence={t('objection.page.againstConsequence')}
      initialValues={{ userId: against?.id }}
      run={({ userId }) => api.setAgainst(id, userId ?? null)}
      done={t('objection.page.againstDone')}
      onDone={onDone}
    >
      <Form.Item name="userId" label={t('objection.page.against')} extra={t('objection.page.againstHint')}>
        <Select
          allowClear
          showSearch
          optionFilterProp="label"
          placeholder={t('objection.page.againstNobody')}
          options={known.map((one) => ({ value: one.id, label: one.name }))}
        />
      </Form.Item>
    </Act>
  );
}

import { Act, type ActValues } from '@wuxin/plugin-bpmn/client-v2';
import { Form, Input } from 'antd';
import type { MotionView } from '../../../common/api';
import { useApi } from '../../api';
import { useT } from '../../i18n';
import { useDesk } from '../desk-context';

interface Values extends ActValues {
  first: string;
  second: string;
}

function ShareField({ name, label }: { name: 'first' | 'second'; label: string }) {
  const t = useT();
  return (
    <Form.Item
      name={name}
      label={label}
      rules={[{ required: true, whitespace: true, message: t('common.fillIn', { name: label }) }]}
    >
      <Input.TextArea autoSize={{ minRows: 2 }} autoComplete="off" spellCheck={false} style={{ fontFamily: 'monospace' }} />
    </Form.Item>
  );
}

/** 开箱: two of the three shares, each typed in by whoever keeps it. */
export function OpenBox({ motion }: { motion: MotionView }) {
  const t = useT();
  const api = useApi();
  const { reload } = useDesk();
  return (
    <Act<Values>
      label={t('box.open')}
      title={t('box.openOf', { title: motion.title })}
      consequence={t('box.openConsequence')}
      run={({ first, second }) => api.boxes.openBox(motion.id, { shares: [first.trim(), second.trim()] })}
      done={t('box.opened')}
      onDone={reload}
      button={{ type: 'primary', size: 'large' }}
    >
      <ShareField name="first" label={t('box.firstShare')} />
      <ShareField name="second" label={t('box.secondShare')} />
    </Act>
  );
}

import { RemoteSelect, type Option } from '@wuxin/plugin-bpmn/client-v2';
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Flex, Form, Input } from 'antd';
import { useCallback, useMemo } from 'react';
import type { MotionView } from '../../../common/api';
import { useApi } from '../../api';
import { useT } from '../../i18n';
import { useDesk } from '../desk-context';

export interface RecusedValue {
  entryId?: string;
  reason?: string;
}

const MOST_FOUND = 20;

/** Who may not vote on this motion, and why. */
export function RecusedFields({ known }: { known: MotionView['recused'] }) {
  const t = useT();
  const api = useApi();
  const { id } = useDesk().desk;
  const find = useCallback(
    async (search: string): Promise<Option[]> => {
      const { rows } = await api.rolls.entries(id, { search: search || undefined, pageSize: MOST_FOUND });
      return rows.map((entry) => ({
        value: entry.id,
        label: t('roll.numberAndName', { number: entry.number, name: entry.name }),
      }));
    },
    [api, id, t],
  );
  const names = useMemo(() => known.map(({ entryId, name }) => ({ value: entryId, label: name })), [known]);
  return (
    <Form.Item label={t('motion.recused')} extra={t('motion.recusedHint')}>
      <Form.List name="recused">
        {(rows, { add, remove }) => (
          <Flex vertical gap="small">
            {rows.map(({ key, name }) => (
              <Flex key={key} gap="small">
                <Form.Item name={[name, 'entryId']} noStyle>
                  <RemoteSelect find={find} known={names} placeholder={t('roll.search')} />
                </Form.Item>
                <Form.Item name={[name, 'reason']} noStyle>
                  <Input aria-label={t('common.reason')} placeholder={t('common.reason')} maxLength={200} />
                </Form.Item>
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={t('motion.removeRecused')}
                  onClick={() => remove(name)}
                />
              </Flex>
            ))}
            <Button icon={<PlusOutlined />} onClick={() => add({})} style={{ alignSelf: 'flex-start' }}>
              {t('motion.addRecused')}
            </Button>
          </Flex>
        )}
      </Form.List>
    </Form.Item>
  );
}

import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { EmptyState, Panel } from '@wuxin/plugin-bpmn/client-v2';
import { Button, Flex, Form, Input, theme } from 'antd';
import type { PlaceRef } from '../../common/api';
import { useT } from '../i18n';
import { PlaceSelect } from '../shared';
import { isPlaceTwice, type OfficeValue, type SettingsValues } from './settings-values';

const MOST_ADDRESS = 200;
const MOST_TELEPHONE = 60;
const MOST_OFFICES = 2_000;
/** What the server takes: digits and what stands between them. */
const TELEPHONE = /^[\d +()-]*$/;

interface OfficeProps {
  at: number;
  places: readonly PlaceRef[];
  onRemove: () => void;
}

function Office({ at, places, onRemove }: OfficeProps) {
  const t = useT();
  const { token } = theme.useToken();
  const form = Form.useFormInstance<SettingsValues>();
  const placeId = (form.getFieldValue(['offices', at]) as OfficeValue | undefined)?.placeId; // the form's own row
  const name = t('noticeWall.office', { number: at + 1 });
  const inOne = { flex: '1 1 200px', minWidth: 0, marginBottom: 0 };
  return (
    <Flex
      role="group"
      aria-label={name}
      gap="small"
      wrap
      align="flex-end"
      style={{ borderBottom: `1px solid ${token.colorBorderSecondary}`, paddingBottom: token.padding }}
    >
      <Form.Item
        name={[at, 'placeId']}
        label={t('noticeWall.officePlace')}
        style={inOne}
        rules={[
          {
            validator: () =>
              isPlaceTwice(form.getFieldValue('offices') as (OfficeValue | undefined)[], at) // the form's own rows
                ? Promise.reject(new Error(t('noticeWall.placeTwice')))
                : Promise.resolve(),
          },
        ]}
      >
        <PlaceSelect known={places.find(({ id }) => id === placeId) ?? null} placeholder={t('noticeWall.everywhere')} />
      </Form.Item>
      <Form.Item name={[at, 'windowAddress']} label={t('noticeWall.windowAddress')} style={inOne}>
        <Input maxLength={MOST_ADDRESS} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name={[at, 'telephone']}
        label={t('noticeWall.telephone')}
        style={inOne}
        rules={[{ pattern: TELEPHONE, message: t('noticeWall.telephoneWrong') }]}
      >
        <Input maxLength={MOST_TELEPHONE} inputMode="tel" autoComplete="off" />
      </Form.Item>
      <Button icon={<DeleteOutlined />} aria-label={t('noticeWall.removeOffice', { number: at + 1 })} onClick={onRemove} />
    </Flex>
  );
}

/** 窗口: where residents of a place can say something in person; `offices` of the form. */
export function OfficeFields({ places }: { places: readonly PlaceRef[] }) {
  const t = useT();
  return (
    <Panel title={t('noticeWall.offices')}>
      <Form.List name="offices">
        {(rows, { add, remove }) => (
          <Flex vertical gap="middle">
            {rows.length === 0 ? <EmptyState title={t('noticeWall.noOffice')} hint={t('noticeWall.noOfficeHint')} /> : null}
            {rows.map(({ key, name }) => (
              <Office key={key} at={name} places={places} onRemove={() => remove(name)} />
            ))}
            <div>
              <Button icon={<PlusOutlined aria-hidden />} disabled={rows.length >= MOST_OFFICES} onClick={() => add({})}>
                {t('noticeWall.addOffice')}
              </Button>
            </div>
          </Flex>
        )}
      </Form.List>
    </Panel>
  );
}

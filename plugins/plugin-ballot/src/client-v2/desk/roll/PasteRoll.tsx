import { Act, type ActValues } from '@wuxin/plugin-bpmn/client-v2';
import { Alert, Form, Input } from 'antd';
import type { RollUnit } from '../../../common/api';
import { useApi } from '../../api';
import { useT } from '../../i18n';
import { useDesk } from '../desk-context';
import { readPasted } from './pasted';
import { UnitField } from './UnitField';

interface Values extends ActValues {
  unit: RollUnit;
  table: string;
}

/** What would be entered, in numbers, before it is. */
function Preview() {
  const t = useT();
  const table = Form.useWatch<string | undefined>('table') ?? '';
  if (table.trim() === '') return null;
  const { entries, nameless, twice } = readPasted(table);
  const women = entries.filter(({ isWoman }) => isWoman).length;
  const households = new Set(entries.flatMap(({ household }) => (household ? [household] : []))).size;
  const isOdd = nameless.length > 0 || twice.length > 0;
  return (
    <Form.Item>
      <Alert
        type={isOdd || entries.length === 0 ? 'warning' : 'success'}
        showIcon
        message={t('roll.pasteFound', { count: entries.length, women, households })}
        description={
          isOdd ? (
            <>
              {nameless.length > 0 ? <div>{t('roll.pasteNameless', { lines: nameless.join(t('common.and')) })}</div> : null}
              {twice.length > 0 ? <div>{t('roll.pasteTwice', { names: twice.join(t('common.and')) })}</div> : null}
            </>
          ) : undefined
        }
      />
    </Form.Item>
  );
}

/** Entries out of a table that is pasted in. */
export function PasteRoll() {
  const t = useT();
  const api = useApi();
  const { desk, reload } = useDesk();
  return (
    <Act<Values>
      label={t('roll.paste')}
      consequence={t('roll.pasteLead')}
      run={({ unit, table }) => api.rolls.enter(desk.id, { unit, entries: readPasted(table).entries })}
      done={t('roll.entered')}
      onDone={reload}
    >
      <UnitField />
      <Form.Item
        name="table"
        label={t('roll.table')}
        rules={[{ required: true, whitespace: true, message: t('common.fillIn', { name: t('roll.table') }) }]}
      >
        <Input.TextArea autoSize={{ minRows: 6, maxRows: 14 }} style={{ fontFamily: 'monospace' }} />
      </Form.Item>
      <Preview />
    </Act>
  );
}

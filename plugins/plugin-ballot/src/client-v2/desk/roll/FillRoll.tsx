import { useFlowEngine } from '@nocobase/flow-engine';
import { Act, Choice, type ActValues } from '@wuxin/plugin-bpmn/client-v2';
import { Form } from 'antd';
import { useMemo } from 'react';
import type { FillRollBody, RollUnit } from '../../../common/api';
import { useApi } from '../../api';
import { useT, type TextKey } from '../../i18n';
import { useDesk } from '../desk-context';
import { ConditionFields } from './ConditionFields';
import { filterOf, type Condition } from './filter';
import { UnitField } from './UnitField';

type Field = keyof FillRollBody['fields'];
interface Values extends ActValues {
  unit: RollUnit;
  collection: string;
  conditions?: Condition[];
  fields: FillRollBody['fields'];
}

const FIELDS: readonly Field[] = ['name', 'user', 'household', 'representsHousehold', 'isWoman', 'standing', 'identity', 'area'];
const FIELD_TEXT: Record<Field, TextKey> = {
  name: 'roll.field.name',
  user: 'roll.field.user',
  household: 'roll.field.household',
  representsHousehold: 'roll.field.representsHousehold',
  isWoman: 'roll.field.isWoman',
  standing: 'roll.field.standing',
  identity: 'roll.field.identity',
  area: 'roll.field.area',
};

/** The collections of the host, with their fields, as choices. */
function useCollections() {
  const engine = useFlowEngine();
  return useMemo(() => {
    const all = engine.dataSourceManager.getDataSource('main')?.getCollections() ?? [];
    return all.filter(({ options }) => !options.hidden);
  }, [engine]);
}

function FieldsOfCollection({ collections }: { collections: ReturnType<typeof useCollections> }) {
  const t = useT();
  const { context } = useFlowEngine();
  const name = Form.useWatch<string | undefined>('collection');
  const collection = collections.find((one) => one.name === name);
  const options = useMemo(
    () => collection?.getFields().map((field) => ({ value: field.name, label: context.t(field.title || field.name) })) ?? [],
    [collection, context],
  );
  if (!collection) return null;
  return (
    <>
      <ConditionFields fields={options} />
      {FIELDS.map((field) => (
        <Form.Item
          key={field}
          name={['fields', field]}
          label={t(FIELD_TEXT[field])}
          extra={field === 'identity' ? t('roll.identityHint') : undefined}
          rules={field === 'name' ? [{ required: true, message: t('common.fillIn', { name: t(FIELD_TEXT[field]) }) }] : undefined}
        >
          <Choice options={options} isClearable placeholder={t('roll.chooseField')} />
        </Form.Item>
      ))}
    </>
  );
}

/** Entries out of a collection by a filter. */
export function FillRoll() {
  const t = useT();
  const api = useApi();
  const { context } = useFlowEngine();
  const { desk, reload } = useDesk();
  const collections = useCollections();
  const options = useMemo(
    () => collections.map(({ name, title }) => ({ value: name, label: context.t(title || name) })),
    [collections, context],
  );
  const entered = desk.roll?.entries ?? 0;
  return (
    <Act<Values>
      label={t('roll.fill')}
      consequence={entered > 0 ? t('roll.fillReplaces', { count: entered }) : t('roll.fillLead')}
      run={({ unit, collection, conditions = [], fields }) =>
        api.rolls.fill(desk.id, { unit, collection, filter: filterOf(conditions), fields })
      }
      done={t('roll.entered')}
      onDone={reload}
    >
      <UnitField />
      <Form.Item
        name="collection"
        label={t('roll.collection')}
        rules={[{ required: true, message: t('common.fillIn', { name: t('roll.collection') }) }]}
      >
        <Choice options={options} placeholder={t('roll.chooseCollection')} />
      </Form.Item>
      <FieldsOfCollection collections={collections} />
    </Act>
  );
}

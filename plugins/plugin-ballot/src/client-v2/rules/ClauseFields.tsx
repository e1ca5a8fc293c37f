import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import type { Measure } from '@wuxin/ballot-core';
import { Button, Flex, Form, Input, Radio } from 'antd';
import { useT } from '../i18n';
import { FractionLine, Part } from './FractionFields';
import type { ClauseValue, ClausesValue } from './fractions';

interface Props {
  name: 'quorum' | 'approval';
  label: string;
  counts: readonly Measure[];
  bases: readonly Measure[];
  /** What a share that is added begins with. */
  fresh: ClauseValue;
  /** So many stay at least. */
  least: 0 | 1;
}

/** 同时满足 / 满足其一: asked for where there are several. */
function Mode({ name }: { name: Props['name'] }) {
  const t = useT();
  const clauses = Form.useWatch<ClausesValue['clauses'] | undefined>([name, 'clauses']);
  return (
    <Form.Item name={[name, 'mode']} hidden={(clauses?.length ?? 0) < 2} style={{ marginBottom: 8 }}>
      <Radio.Group
        aria-label={t('rules.mode')}
        options={[
          { value: 'allOf', label: t('rules.allOf') },
          { value: 'anyOf', label: t('rules.anyOf') },
        ]}
      />
    </Form.Item>
  );
}

/** The shares that a rule asks for, a line each; lines are added and taken away. */
export function ClauseFields({ name, label, fresh, least, ...choices }: Props) {
  const t = useT();
  return (
    <Part label={label}>
      <Mode name={name} />
      <Form.List name={[name, 'clauses']}>
        {(lines, { add, remove }) => (
          <Flex vertical gap="small" align="flex-start" style={{ marginBottom: 16 }}>
            {lines.map(({ key, name: at }, index) => (
              <Flex key={key} role="group" aria-label={`${label} ${index + 1}`} gap="small" wrap align="center">
                <Form.Item name={[at, 'id']} hidden>
                  <Input />
                </Form.Item>
                <FractionLine at={at} label={label} {...choices} />
                {lines.length > least ? (
                  <Button
                    type="text"
                    icon={<DeleteOutlined />}
                    aria-label={t('rules.removeClause', { part: label, number: index + 1 })}
                    onClick={() => remove(at)}
                  />
                ) : null}
              </Flex>
            ))}
            <Button
              icon={<PlusOutlined />}
              aria-label={t('rules.addClauseTo', { part: label })}
              onClick={() => add({ ...fresh })}
            >
              {t('rules.addClause')}
            </Button>
          </Flex>
        )}
      </Form.List>
    </Part>
  );
}

import type { DecisionTable } from '@wuxin/decision';
import { DeleteOutlined } from '@ant-design/icons';
import { Button, Flex } from 'antd';
import type { DecisionProblemView } from '../../common/api';
import { useT } from '../i18n';
import { Muted, Panel, ToneTag } from '../shared';
import type { Edit } from './draft';

const TEST_CODES = /^decision\.test(?:Fails|Shape)$/;

interface TestsPanelProps {
  readonly table: DecisionTable;
  /** What the last check found, the tests that fail among it. */
  readonly problems: readonly DecisionProblemView[];
  readonly isChecked: boolean;
  readonly onEdit: (edit: Edit) => void;
}

/** What the table has to decide for some values; a change that decides otherwise is not saved. */
export function TestsPanel({ table, problems, isChecked, onEdit }: TestsPanelProps) {
  const t = useT();
  const tests = table.tests ?? [];
  const separator = t('common.listSeparator');
  const isFailing = problems.some(({ code }) => TEST_CODES.test(code));
  const inWords = (heads: readonly { readonly label: string }[], values: readonly unknown[]) =>
    heads
      .map(({ label }, column) => t('decision.result', { name: label, value: JSON.stringify(values[column] ?? null) }))
      .join(separator);
  return (
    <Panel
      title={t('decision.tests', { count: tests.length })}
      extra={
        tests.length > 0 && isChecked ? (
          <ToneTag tone={isFailing ? 'danger' : 'success'}>{t(isFailing ? 'decision.testsFail' : 'decision.testsPass')}</ToneTag>
        ) : null
      }
    >
      {tests.length === 0 ? <Muted>{t('decision.noTests')}</Muted> : null}
      <ol aria-label={t('decision.tests', { count: tests.length })} style={{ margin: 0, paddingInlineStart: '1.5em' }}>
        {tests.map((test, index) => (
          <li key={`${index} ${JSON.stringify(test)}`}>
            <Flex gap="small" wrap align="baseline" justify="space-between">
              <span style={{ overflowWrap: 'anywhere' }}>
                {t('decision.test', {
                  values: inWords(table.inputs, test.values),
                  results: inWords(table.outputs, test.results),
                })}
              </span>
              <Button
                size="small"
                icon={<DeleteOutlined aria-hidden />}
                aria-label={t('decision.removeTest', { number: index + 1 })}
                onClick={() => onEdit({ type: 'removeTest', index })}
              />
            </Flex>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

import type { DecisionRule, DecisionTable, Scalar } from '@wuxin/decision';
import { PlusOutlined } from '@ant-design/icons';
import { AutoComplete, Button, Flex, Input } from 'antd';
import { useCallback, useMemo } from 'react';
import type { DecisionProblemView } from '../../common/api';
import { useT, type Translate } from '../i18n';
import { DataTable, Muted, ToneTag, type DataColumn } from '../shared';
import type { CellPlace, Edit } from './draft';
import { elementIdOfCell, fieldOf } from './places';
import { RuleActs } from './RuleActs';
import { cellOf } from './scalars';

export interface RuleGridProps {
  table: DecisionTable;
  onEdit: (edit: Edit) => void;
  problems: DecisionProblemView[];
  /** What the last trial hit. */
  hitRuleIds: string[];
}

const CELL_STYLE = { minWidth: 150, width: '100%' } as const;
const NOTE_STYLE = { minWidth: 180, width: '100%' } as const;

interface CellProps {
  place: CellPlace;
  text: string;
  /** Known values, offered while typing. */
  values: readonly Scalar[] | undefined;
  label: string;
  status: 'error' | undefined;
  onChange: (text: string) => void;
}

function Cell({ place, text, values, label, status, onChange }: CellProps) {
  const id = elementIdOfCell(place);
  const options = useMemo(
    () => [...(place.part === 'when' ? ['-'] : []), ...(values ?? []).map(cellOf)].map((value) => ({ value })),
    [place.part, values],
  );
  if (!values) {
    return (
      <Input.TextArea
        id={id}
        value={text}
        onChange={(event) => onChange(event.target.value)}
        aria-label={label}
        status={status}
        autoSize={{ minRows: 1, maxRows: 4 }}
        style={CELL_STYLE}
      />
    );
  }
  return (
    <AutoComplete
      id={id}
      value={text}
      onChange={(next: string) => onChange(next)}
      options={options}
      aria-label={label}
      status={status}
      style={CELL_STYLE}
    />
  );
}

interface GridFacts {
  table: DecisionTable;
  onEdit: RuleGridProps['onEdit'];
  wrongFields: ReadonlySet<string>;
  hitRuleIds: string[];
  numberOf: ReadonlyMap<string, number>;
  t: Translate;
}

function cellColumns(facts: GridFacts, part: 'when' | 'then'): DataColumn<DecisionRule>[] {
  const { table, onEdit, wrongFields, numberOf, t } = facts;
  const heads = part === 'when' ? table.inputs : table.outputs;
  return heads.map(({ label, values }, column) => ({
    key: `${part}-${column}`,
    title: t(part === 'when' ? 'decision.inputHead' : 'decision.outputHead', { name: label }),
    render: (rule) => {
      const place = { ruleId: rule.id, part, column };
      return (
        <Cell
          place={place}
          text={rule[part][column] ?? ''}
          values={values}
          label={t('decision.cellOf', { number: (numberOf.get(rule.id) ?? 0) + 1, name: label })}
          status={wrongFields.has(elementIdOfCell(place)) ? 'error' : undefined}
          onChange={(text) => onEdit({ type: 'cell', place, text })}
        />
      );
    },
  }));
}

const columnsFor = (facts: GridFacts): DataColumn<DecisionRule>[] => {
  const { table, onEdit, hitRuleIds, numberOf, t } = facts;
  return [
    {
      key: 'number',
      title: t('decision.rule'),
      render: (rule) => (
        <Flex vertical gap={4}>
          <span>
            <strong>{(numberOf.get(rule.id) ?? 0) + 1}</strong> <Muted small>{rule.id}</Muted>{' '}
            {hitRuleIds.includes(rule.id) ? <ToneTag tone="success">{t('decision.hit')}</ToneTag> : null}
          </span>
          <RuleActs rule={rule} index={numberOf.get(rule.id) ?? 0} count={table.rules.length} onEdit={onEdit} />
        </Flex>
      ),
    },
    ...cellColumns(facts, 'when'),
    ...cellColumns(facts, 'then'),
    {
      key: 'note',
      title: t('decision.note'),
      render: ({ id, note }) => (
        <Input.TextArea
          value={note ?? ''}
          onChange={(event) => onEdit({ type: 'note', ruleId: id, text: event.target.value })}
          aria-label={t('decision.cellOf', { number: (numberOf.get(id) ?? 0) + 1, name: t('decision.note') })}
          autoSize={{ minRows: 1, maxRows: 4 }}
          style={NOTE_STYLE}
        />
      ),
    },
  ];
};

/** On a phone words stand above their fields, which are as wide as the card. */
function RuleCard({ rule, columns }: { rule: DecisionRule; columns: DataColumn<DecisionRule>[] }) {
  const [head, ...cells] = columns;
  return (
    <Flex vertical gap="small">
      {head?.render(rule)}
      {cells.map(({ key, title, render }) => (
        <div key={key}>
          <Muted small>{title}</Muted>
          {render(rule)}
        </div>
      ))}
    </Flex>
  );
}

/** The rules, one a row (a card on a phone): cells are typed, and known values offered. */
export function RuleGrid({ table, onEdit, problems, hitRuleIds }: RuleGridProps) {
  const t = useT();
  const rows = useMemo(() => [...table.rules], [table.rules]);
  const columns = useMemo(() => {
    const wrong = problems.filter(({ severity }) => severity === 'error').flatMap((problem) => fieldOf(problem) ?? []);
    const numberOf = new Map(table.rules.map(({ id }, index) => [id, index]));
    return columnsFor({ table, onEdit, wrongFields: new Set(wrong), hitRuleIds, numberOf, t });
  }, [table, onEdit, problems, hitRuleIds, t]);
  const renderCard = useCallback((rule: DecisionRule) => <RuleCard rule={rule} columns={columns} />, [columns]);
  return (
    <Flex vertical gap="middle">
      <DataTable label={t('decision.rules')} columns={columns} rows={rows} rowKey={({ id }) => id} renderCard={renderCard} />
      <div>
        <Button icon={<PlusOutlined aria-hidden />} onClick={() => onEdit({ type: 'addRule' })}>
          {t('decision.addRule')}
        </Button>
      </div>
    </Flex>
  );
}

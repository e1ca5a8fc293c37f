import type { ModdleElement } from '@wuxin/bpmn-core';
import { Button, Checkbox, Flex, theme } from 'antd';
import { useMemo, useState } from 'react';
import type { DesignOptions } from '../../../common/api';
import { useLanguage, useT, type Translate } from '../../i18n';
import { Muted, ToggleButtons } from '../../shared';
import {
  elementAt,
  outcomesBefore,
  processOf,
  readCondition,
  textIn,
  variablesOf,
  writeCondition,
  type BuiltCondition,
  type Language,
} from '../settings';
import { ChoiceInput } from './ChoiceSetting';
import { ConditionRow, type Subject } from './ConditionRow';
import { replaced, without, type PartProps } from './editing';
import { Part } from './Setting';
import { TextSetting } from './TextSetting';

function subjectsOf(
  flow: ModdleElement,
  { fields }: DesignOptions,
  { t, language }: { readonly t: Translate; readonly language: Language },
): readonly Subject[] {
  const outcomes = outcomesBefore(flow, language).map(({ key, label }) => ({ value: key, label }));
  const outcome: Subject = { name: 'outcome', label: t('designer.subject.outcome'), kind: 'choice', options: outcomes };
  const ofRecord = fields
    .filter(({ kind }) => kind !== 'other' && kind !== 'person')
    .map(({ name, title, kind, options }): Subject => ({ name: `record.${name}`, label: title, kind, options }));
  const process = processOf(flow);
  const variables = (process ? variablesOf(process) : []).map(({ name, isNumber, values }): Subject => {
    const label = t('designer.subject.variable', { name });
    if (values.length === 0) return { name, label, kind: isNumber ? 'number' : 'text', options: [] };
    return { name, label, kind: 'choice', options: values.map((value) => ({ value, label: value })) };
  });
  return [outcome, ...ofRecord, ...variables];
}

function Builder({
  built,
  subjects,
  onChange,
}: {
  built: BuiltCondition;
  subjects: readonly Subject[];
  onChange: (built: BuiltCondition) => void;
}) {
  const t = useT();
  const { parts, joinedBy } = built;
  const set = (next: BuiltCondition['parts']) => onChange({ joinedBy, parts: next });
  const fresh = { name: 'outcome', operator: '=' as const, value: subjects[0]?.options[0]?.value ?? '' };
  return (
    <Flex vertical gap="small">
      {parts.length > 1 ? (
        <ChoiceInput<'and' | 'or'>
          label={t('designer.joinedBy')}
          value={joinedBy}
          options={[
            { value: 'and', label: t('designer.joinedBy.and') },
            { value: 'or', label: t('designer.joinedBy.or') },
          ]}
          onChange={(next) => next && onChange({ joinedBy: next, parts })}
        />
      ) : null}
      {parts.map((part, index) => (
        <Flex key={index} gap="small" align="start">
          <ConditionRow part={part} subjects={subjects} onChange={(next) => set(replaced(parts, index, next))} />
          <Button aria-label={t('designer.removeCondition', { number: index + 1 })} onClick={() => set(without(parts, index))}>
            {t('designer.remove')}
          </Button>
        </Flex>
      ))}
      <Button onClick={() => set([...parts, fresh])}>{t('designer.addCondition')}</Button>
    </Flex>
  );
}

const NOTHING: BuiltCondition = { joinedBy: 'and', parts: [] };

/** When a flow is taken: built from fields, or a formula; and whether it is the one that is taken otherwise. */
export function ConditionPart({ element, options, change }: PartProps) {
  const t = useT();
  const language = useLanguage();
  const { token } = theme.useToken();
  const expression = elementAt(element, 'conditionExpression');
  const feel = expression ? textIn(expression, 'body') : '';
  const built = feel.trim() === '' ? NOTHING : readCondition(feel);
  const [wanted, setWanted] = useState<'fields' | 'formula'>('fields');
  const view = built === null ? 'formula' : wanted;
  const subjects = useMemo(() => subjectsOf(element, options, { t, language }), [element, options, t, language]);
  const source = elementAt(element, 'sourceRef');
  const isDefault = source !== undefined && elementAt(source, 'default') === element;
  const set = (next: string) => change(element, { set: 'condition', feel: next });
  return (
    <Part title={t('designer.condition')}>
      {source && hasDefault(source) ? (
        <Checkbox
          checked={isDefault}
          onChange={({ target }) => change(source, { set: 'default', flow: target.checked ? element : undefined })}
          style={{ marginBottom: token.marginXS }}
        >
          {t('designer.isDefault')}
        </Checkbox>
      ) : null}
      {isDefault ? (
        <Muted small>{t('designer.defaultHint')}</Muted>
      ) : (
        <>
          <div style={{ marginBottom: token.marginXS }}>
            <ToggleButtons
              label={t('designer.conditionView')}
              value={view}
              options={[
                ...(built === null ? [] : [{ value: 'fields' as const, label: t('designer.conditionView.fields') }]),
                { value: 'formula' as const, label: t('designer.conditionView.formula') },
              ]}
              onChange={setWanted}
            />
          </div>
          {built !== null && view === 'fields' ? (
            <Builder built={built} subjects={subjects} onChange={(next) => set(writeCondition(next))} />
          ) : (
            <TextSetting
              label={t('designer.formula')}
              hint={built === null ? t('designer.onlyFormula') : t('designer.formulaHint')}
              value={feel}
              onCommit={set}
              rows={2}
            />
          )}
        </>
      )}
    </Part>
  );
}

const hasDefault = ({ $type }: ModdleElement) =>
  ['bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway', 'bpmn:ComplexGateway'].includes($type) || /Task$|Activity$/.test($type);

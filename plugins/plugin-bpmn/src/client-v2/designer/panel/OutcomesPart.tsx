import { ArrowUpOutlined } from '@ant-design/icons';
import { Button, Checkbox, Flex, theme } from 'antd';
import { useT } from '../../i18n';
import { Muted } from '../../shared';
import { type Item, itemsOf, said } from '../settings';
import { ChoiceSetting } from './ChoiceSetting';
import { freeKey, listing, movedUp, replaced, without, type PartProps } from './editing';
import { Part } from './Setting';
import { TextSetting } from './TextSetting';

interface OutcomeProps {
  outcome: Item;
  number: number;
  onChange: (outcome: Item) => void;
  onRemove: () => void;
  onUp: () => void;
}

function Outcome({ outcome, number, onChange, onRemove, onUp }: OutcomeProps) {
  const t = useT();
  const { token } = theme.useToken();
  const set = (name: string) => (value: string | boolean | undefined) => onChange({ ...outcome, [name]: value || undefined });
  const name = said(outcome, 'name') || said(outcome, 'key');
  return (
    <fieldset
      style={{
        border: `1px solid ${token.colorBorderSecondary}`,
        borderRadius: token.borderRadius,
        padding: token.paddingXS,
        margin: 0,
      }}
    >
      <legend style={{ fontSize: token.fontSizeSM, color: token.colorTextSecondary }}>
        {t('designer.outcomeNumber', { number })}
      </legend>
      <TextSetting label={t('designer.outcomeName')} value={said(outcome, 'name')} onCommit={set('name')} />
      <TextSetting label={t('designer.nameEn')} value={said(outcome, 'nameEn')} onCommit={set('nameEn')} />
      <TextSetting
        label={t('designer.consequence')}
        value={said(outcome, 'consequence')}
        onCommit={set('consequence')}
        rows={2}
      />
      <ChoiceSetting
        label={t('designer.outcomeKind')}
        value={said(outcome, 'kind') || 'default'}
        options={[
          { value: 'primary', label: t('designer.outcomeKind.primary') },
          { value: 'default', label: t('designer.outcomeKind.default') },
          { value: 'danger', label: t('designer.outcomeKind.danger') },
        ]}
        onChange={set('kind')}
      />
      <Flex vertical gap={4}>
        <Checkbox checked={outcome.requiresOpinion === true} onChange={({ target }) => set('requiresOpinion')(target.checked)}>
          {t('designer.requiresOpinion')}
        </Checkbox>
        <Checkbox checked={outcome.skipsRequired === true} onChange={({ target }) => set('skipsRequired')(target.checked)}>
          {t('designer.skipsRequired')}
        </Checkbox>
      </Flex>
      <Flex gap="small" justify="space-between" align="center" style={{ marginTop: token.marginXS }}>
        <Muted small>{t('designer.outcomeKey', { key: said(outcome, 'key') })}</Muted>
        <Flex gap="small">
          <Button
            size="small"
            icon={<ArrowUpOutlined aria-hidden />}
            aria-label={t('designer.moveUp', { name })}
            disabled={number === 1}
            onClick={onUp}
          />
          <Button size="small" aria-label={t('designer.removeNamed', { name })} onClick={onRemove}>
            {t('designer.remove')}
          </Button>
        </Flex>
      </Flex>
    </fieldset>
  );
}

/** The buttons with which a task ends, in their order. */
export function OutcomesPart({ element, change }: PartProps) {
  const t = useT();
  const outcomes = itemsOf(element, 'wuxin:Outcome');
  const set = (next: readonly Item[]) => change(element, listing('wuxin:Outcome', next));
  const added = (): Item => ({
    key: freeKey('outcome', outcomes),
    name: t('designer.newOutcome'),
    kind: outcomes.length === 0 ? 'primary' : 'default',
  });
  return (
    <Part title={t('designer.outcomes')}>
      <Flex vertical gap="small">
        {outcomes.length === 0 ? <Muted small>{t('designer.noOutcomes')}</Muted> : null}
        {outcomes.map((outcome, index) => (
          <Outcome
            key={said(outcome, 'key') || index}
            outcome={outcome}
            number={index + 1}
            onChange={(next) => set(replaced(outcomes, index, next))}
            onRemove={() => set(without(outcomes, index))}
            onUp={() => set(movedUp(outcomes, index))}
          />
        ))}
        <Button onClick={() => set([...outcomes, added()])}>{t('designer.addOutcome')}</Button>
      </Flex>
    </Part>
  );
}

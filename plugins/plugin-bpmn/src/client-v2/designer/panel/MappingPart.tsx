import { Button, Flex } from 'antd';
import { useT } from '../../i18n';
import { Muted } from '../../shared';
import { itemsOf, said, type Item } from '../settings';
import { listing, replaced, without, type PartProps } from './editing';
import { Part } from './Setting';
import { TextInput } from './TextSetting';

type Side = 'inputs' | 'outputs';

const WORDS = {
  inputs: { title: 'designer.inputs', hint: 'designer.inputsHint', add: 'designer.addInput' },
  outputs: { title: 'designer.outputs', hint: 'designer.outputsHint', add: 'designer.addOutput' },
} as const;

const listIn = (mapping: Item | undefined, side: Side): readonly Item[] => {
  const list = mapping?.[side];
  return Array.isArray(list) ? (list as readonly Item[]) : []; // a list holds items
};

/** What a step gives to the work that it begins, and what it takes from its result. */
export function MappingPart({ element, change }: Omit<PartProps, 'options'>) {
  const t = useT();
  const [mapping] = itemsOf(element, 'wuxin:IoMapping');
  const set = (side: Side, list: readonly Item[]) => {
    const next = { inputs: listIn(mapping, 'inputs'), outputs: listIn(mapping, 'outputs'), [side]: list };
    const isEmpty = next.inputs.length + next.outputs.length === 0;
    change(element, listing('wuxin:IoMapping', isEmpty ? [] : [next]));
  };
  return (
    <Part title={t('designer.mappings')}>
      {(['inputs', 'outputs'] as const).map((side) => (
        <MappingList key={side} side={side} list={listIn(mapping, side)} onChange={(list) => set(side, list)} />
      ))}
    </Part>
  );
}

function MappingList({ side, list, onChange }: { side: Side; list: readonly Item[]; onChange: (list: readonly Item[]) => void }) {
  const t = useT();
  const words = WORDS[side];
  return (
    <Flex vertical gap={4} role="group" aria-label={t(words.title)} style={{ marginBottom: 12 }}>
      <span>{t(words.title)}</span>
      <Muted small>{t(words.hint)}</Muted>
      {list.map((entry, index) => (
        <Flex key={index} gap={4}>
          <TextInput
            label={t('designer.mappingSource')}
            placeholder={t('designer.mappingSource')}
            value={said(entry, 'source')}
            onCommit={(source) => onChange(replaced(list, index, { ...entry, source: asFormula(source) }))}
          />
          <TextInput
            label={t('designer.mappingTarget')}
            placeholder={t('designer.mappingTarget')}
            value={said(entry, 'target')}
            onCommit={(target) => onChange(replaced(list, index, { ...entry, target: target.trim() }))}
          />
          <Button aria-label={t('designer.removeMapping', { number: index + 1 })} onClick={() => onChange(without(list, index))}>
            {t('designer.remove')}
          </Button>
        </Flex>
      ))}
      <Button onClick={() => onChange([...list, { source: '=', target: '' }])}>{t(words.add)}</Button>
    </Flex>
  );
}

const asFormula = (text: string) => (text.trim().startsWith('=') ? text.trim() : `=${text.trim()}`);

import { Checkbox, Flex, InputNumber } from 'antd';
import { useT } from '../../i18n';
import { Muted } from '../../shared';
import { itemsOf, readLoop, said, type Loop, type Several } from '../settings';
import { ChoiceSetting } from './ChoiceSetting';
import { setting, type PartProps } from './editing';
import { Part, Setting } from './Setting';
import { TextSetting } from './TextSetting';

type Mode = 'once' | 'all' | 'any' | 'inTurn' | 'ratio' | 'formula' | 'other';

const FRESH: Several = {
  kind: 'several',
  until: 'all',
  isInTurn: false,
  collection: '',
  variable: 'member',
  percent: 67,
  condition: '',
};

function modeOf(loop: Loop): Mode {
  if (loop.kind !== 'several') return loop.kind;
  return loop.isInTurn && loop.until === 'all' ? 'inTurn' : loop.until;
}

function inMode(mode: Mode | undefined, loop: Loop): Loop {
  const before = loop.kind === 'several' ? loop : FRESH;
  switch (mode) {
    case 'all':
    case 'any':
    case 'ratio':
      return { ...before, until: mode, isInTurn: false };
    case 'inTurn':
      return { ...before, until: 'all', isInTurn: true };
    case 'formula':
      return { ...before, until: 'formula', condition: before.condition || '=nrOfCompletedInstances >= 2' };
    case 'other':
      return loop;
    case 'once':
    case undefined:
      return { kind: 'once' };
  }
}

function SeveralSettings({ loop, onChange }: { loop: Several; onChange: (loop: Loop) => void }) {
  const t = useT();
  return (
    <>
      <TextSetting
        label={t('designer.collection')}
        hint={t('designer.collectionHint')}
        value={loop.collection}
        onCommit={(collection) =>
          onChange({ ...loop, collection: collection && !collection.startsWith('=') ? `=${collection}` : collection })
        }
      />
      <TextSetting
        label={t('designer.variable')}
        hint={t('designer.variableHint', { variable: loop.variable })}
        value={loop.variable}
        onCommit={(variable) => onChange({ ...loop, variable })}
      />
      {loop.until === 'ratio' ? (
        <Setting label={t('designer.percent')} hint={t('designer.percentHint')}>
          {(id) => (
            <InputNumber
              id={id}
              min={1}
              max={100}
              precision={0}
              value={loop.percent}
              onChange={(percent) => percent && onChange({ ...loop, percent })}
            />
          )}
        </Setting>
      ) : null}
      {loop.until === 'formula' ? (
        <TextSetting
          label={t('designer.completion')}
          value={loop.condition}
          onCommit={(condition) => onChange({ ...loop, condition })}
        />
      ) : null}
    </>
  );
}

/** 会签, 或签, 依次, by ratio: how many do it, and how many of them are enough. */
export function LoopPart({ element, change }: PartProps) {
  const t = useT();
  const loop = readLoop(element);
  const set = (next: Loop) => change(element, { set: 'loop', loop: next });
  const modes: Mode[] = [
    'once',
    'all',
    'any',
    'inTurn',
    'ratio',
    'formula',
    ...(loop.kind === 'other' ? ['other' as const] : []),
  ];
  return (
    <Part title={t('designer.loop')}>
      <ChoiceSetting
        label={t('designer.loopMode')}
        value={modeOf(loop)}
        options={modes.map((mode) => ({ value: mode, label: t(`designer.loop.${mode}`) }))}
        onChange={(mode) => set(inMode(mode, loop))}
      />
      {loop.kind === 'several' ? <SeveralSettings loop={loop} onChange={set} /> : null}
      {loop.kind === 'several' && element.$type === 'bpmn:UserTask' ? (
        <PeopleRights element={element} variable={loop.variable} change={change} />
      ) : null}
      {loop.kind === 'other' ? <Muted small>{t('designer.loop.otherHint')}</Muted> : null}
    </Part>
  );
}

/** 加签 and 减签: whether its holders may change who does it. */
function PeopleRights({ element, variable, change }: Pick<PartProps, 'element' | 'change'> & { variable: string }) {
  const t = useT();
  const rights = [
    { name: 'wuxin:mayAddPeople', label: t('designer.mayAddPeople') },
    { name: 'wuxin:mayRemovePeople', label: t('designer.mayRemovePeople') },
  ] as const;
  const isAllowed = rights.some(({ name }) => element.get(name) === true);
  // whoever is added has to be the one whom the step asks for
  const goesOverPeople = itemsOf(element, 'wuxin:Assignment').some(
    (rule) => ['person', 'expression'].includes(said(rule, 'kind')) && said(rule, 'value').replace(/\s/g, '') === `=${variable}`,
  );
  return (
    <Flex vertical gap={4}>
      {rights.map(({ name, label }) => (
        <Checkbox
          key={name}
          checked={element.get(name) === true}
          onChange={({ target }) => change(element, setting({ [name]: target.checked || undefined }))}
        >
          {label}
        </Checkbox>
      ))}
      {isAllowed && !goesOverPeople ? <Muted small>{t('designer.peopleHint', { variable })}</Muted> : null}
    </Flex>
  );
}

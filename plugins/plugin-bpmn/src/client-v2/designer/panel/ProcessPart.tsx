import { Button, Flex } from 'antd';
import { useT } from '../../i18n';
import { Muted } from '../../shared';
import { type Item, said, stagesOf, textIn } from '../settings';
import { ChoiceSetting } from './ChoiceSetting';
import { freeKey, listing, movedUp, replaced, setting, without, type PartProps } from './editing';
import { NameSettings } from './NameSettings';
import { Part } from './Setting';
import { TextInput, TextSetting } from './TextSetting';

/** What holds for the whole process: its record and its stages. */
export function ProcessPart({ element, options, change }: PartProps) {
  const t = useT();
  return (
    <Part title={t('designer.process')}>
      <NameSettings element={element} change={change} />
      <ChoiceSetting
        label={t('designer.recordCollection')}
        hint={t('designer.recordCollectionHint')}
        value={textIn(element, 'wuxin:recordCollection') || undefined}
        options={options.collections}
        isClearable
        onChange={(name) => change(element, setting({ 'wuxin:recordCollection': name }))}
      />
      <TextSetting
        label={t('designer.caseTitle')}
        hint={t('designer.caseTitleHint')}
        value={textIn(element, 'wuxin:title')}
        onCommit={(title) => change(element, setting({ 'wuxin:title': title || undefined }))}
      />
    </Part>
  );
}

/** The stages that supervisors track, in their order. */
export function StagesPart({ element, change }: Pick<PartProps, 'element' | 'change'>) {
  const t = useT();
  const stages = stagesOf(element);
  const set = (next: readonly Item[]) => change(element, listing('wuxin:Stages', next.length > 0 ? [{ values: next }] : []));
  return (
    <Part title={t('designer.stages')}>
      <Flex vertical gap="small">
        {stages.length === 0 ? <Muted small>{t('designer.stagesHint')}</Muted> : null}
        {stages.map((stage, index) => {
          const name = said(stage, 'name') || said(stage, 'key');
          const put = (part: Item) => set(replaced(stages, index, { ...stage, ...part }));
          return (
            <Flex key={said(stage, 'key') || index} gap={4}>
              <TextInput
                label={t('designer.stageName', { number: index + 1 })}
                value={said(stage, 'name')}
                onCommit={(text) => put({ name: text })}
              />
              <TextInput
                label={t('designer.stageNameEn', { number: index + 1 })}
                value={said(stage, 'nameEn')}
                placeholder={t('designer.nameEn')}
                onCommit={(text) => put({ nameEn: text || undefined })}
              />
              <Button
                disabled={index === 0}
                aria-label={t('designer.moveUp', { name })}
                onClick={() => set(movedUp(stages, index))}
              >
                ↑
              </Button>
              <Button aria-label={t('designer.removeNamed', { name })} onClick={() => set(without(stages, index))}>
                {t('designer.remove')}
              </Button>
            </Flex>
          );
        })}
        <Button onClick={() => set([...stages, { key: freeKey('stage', stages), name: t('designer.newStage') }])}>
          {t('designer.addStage')}
        </Button>
      </Flex>
    </Part>
  );
}

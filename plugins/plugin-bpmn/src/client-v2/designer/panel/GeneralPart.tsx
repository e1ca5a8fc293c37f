import { PlusOutlined } from '@ant-design/icons';
import { Button, Flex } from 'antd';
import { useT } from '../../i18n';
import type { Inserted } from '../contract';
import { processOf, said, stagesOf, textIn } from '../settings';
import { ChoiceSetting } from './ChoiceSetting';
import { setting, type PartProps } from './editing';
import { Part } from './Setting';
import { TextSetting } from './TextSetting';

/** Name and stage: of every element. */
export function GeneralPart({ element, change, onInsert }: PartProps & { onInsert?: (what: Inserted) => void }) {
  const t = useT();
  const stages = stagesOf(processOf(element)).map((stage) => ({
    value: said(stage, 'key'),
    label: said(stage, 'name') || said(stage, 'key'),
  }));
  const isFlow = element.$type === 'bpmn:SequenceFlow';
  return (
    <Part title={t('designer.general')}>
      <TextSetting
        label={t('designer.name')}
        value={textIn(element, 'name')}
        onCommit={(name) => change(element, setting({ name: name || undefined }))}
      />
      <TextSetting
        label={t('designer.nameEn')}
        value={textIn(element, 'wuxin:nameEn')}
        onCommit={(name) => change(element, setting({ 'wuxin:nameEn': name || undefined }))}
      />
      {isFlow ? null : (
        <ChoiceSetting
          label={t('designer.stage')}
          hint={stages.length === 0 ? t('designer.noStages') : undefined}
          value={textIn(element, 'wuxin:stage') || undefined}
          options={stages}
          isClearable
          onChange={(stage) => change(element, setting({ 'wuxin:stage': stage }))}
        />
      )}
      {isFlow && onInsert ? (
        <Flex vertical gap="small">
          <Button icon={<PlusOutlined aria-hidden />} onClick={() => onInsert('userTask')}>
            {t('designer.insertStep')}
          </Button>
          <Button icon={<PlusOutlined aria-hidden />} onClick={() => onInsert('parallelGateway')}>
            {t('designer.insertFork')}
          </Button>
        </Flex>
      ) : null}
    </Part>
  );
}

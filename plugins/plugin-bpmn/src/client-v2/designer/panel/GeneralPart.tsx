import { PlusOutlined } from '@ant-design/icons';
import { Button, Flex } from 'antd';
import { useLanguage, useT } from '../../i18n';
import type { Inserted } from '../contract';
import { processOf, said, saidIn, stagesOf, textIn } from '../settings';
import { ChoiceSetting } from './ChoiceSetting';
import { setting, type PartProps } from './editing';
import { NameSettings } from './NameSettings';
import { Part } from './Setting';

/** Names and stage: of every element. */
export function GeneralPart({ element, change, onInsert }: PartProps & { onInsert?: (what: Inserted) => void }) {
  const t = useT();
  const language = useLanguage();
  const stages = stagesOf(processOf(element)).map((stage) => ({
    value: said(stage, 'key'),
    label: saidIn(language, stage, 'name') || said(stage, 'key'),
  }));
  const isFlow = element.$type === 'bpmn:SequenceFlow';
  return (
    <Part title={t('designer.general')}>
      <NameSettings element={element} change={change} />
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

import { CheckCircleOutlined, QuestionCircleOutlined } from '@ant-design/icons';
import { Flex } from 'antd';
import type { ParameterView } from '../../common/api';
import { useT, type TextKey } from '../i18n';
import { ToneTag } from '../shared';
import { MarkTag } from './MarkTag';

const CERTAINTY_TEXT: Record<ParameterView['certainty'], TextKey> = {
  found: 'parameter.found',
  known: 'parameter.known',
  unsure: 'parameter.unsure',
};

export const isToConfirm = ({ certainty, isConfirmed }: ParameterView): boolean => certainty === 'unsure' && !isConfirmed;

/** How sure the value is: from a rule that was found, known practice, or a guess that somebody stands for, or not yet. */
export function ParameterState({ parameter }: { parameter: ParameterView }) {
  const t = useT();
  const { certainty, mark } = parameter;
  return (
    <Flex gap={8} wrap>
      {isToConfirm(parameter) ? (
        <ToneTag tone="warning" icon={<QuestionCircleOutlined />}>
          {t('parameter.toConfirm')}
        </ToneTag>
      ) : (
        <ToneTag tone="success" icon={<CheckCircleOutlined />}>
          {certainty === 'unsure' ? t('parameter.confirmed') : t(CERTAINTY_TEXT[certainty])}
        </ToneTag>
      )}
      <MarkTag mark={mark} />
    </Flex>
  );
}

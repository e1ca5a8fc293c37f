import { CheckCircleOutlined, QuestionCircleOutlined } from '@ant-design/icons';
import { ToneTag } from '@wuxin/plugin-bpmn/client-v2';
import type { Certainty } from '../../common/api';
import { useT } from '../i18n';
import { CERTAINTY_TEXT } from '../shared';

/** How sure a number is, and whether somebody answers for it. */
export function CertaintyTag({ of: { certainty, isReady } }: { of: { certainty: Certainty; isReady: boolean } }) {
  const t = useT();
  if (!isReady)
    return (
      <ToneTag tone="danger" icon={<QuestionCircleOutlined />}>
        {t('rules.unconfirmed')}
      </ToneTag>
    );
  return (
    <ToneTag tone={certainty === 'found' ? 'success' : 'neutral'} icon={<CheckCircleOutlined />}>
      {t(certainty === 'unsure' ? 'rules.confirmed' : CERTAINTY_TEXT[certainty])}
    </ToneTag>
  );
}

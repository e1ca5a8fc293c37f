import { Alert, Flex } from 'antd';
import type { ProcessDraft } from '../../common/api';
import { useT } from '../i18n';
import { CheckedDiagram } from '../processes';

/** A drawing that is too large for the screen to be changed on it. `isHeld`: somebody was drawing, and goes on in a wider window. */
export function ReadOnlyDesign({ draft, isHeld }: { draft: ProcessDraft; isHeld: boolean }) {
  const t = useT();
  return (
    <Flex vertical gap="middle">
      <Alert
        type="info"
        showIcon
        message={t('designer.onPhone')}
        description={t(isHeld ? 'designer.heldHint' : 'designer.onPhoneHint')}
      />
      {isHeld ? null : <CheckedDiagram xml={draft.xml} problems={draft.problems} name={draft.name} />}
    </Flex>
  );
}

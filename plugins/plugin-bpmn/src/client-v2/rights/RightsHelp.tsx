import { Descriptions } from 'antd';
import { RIGHT_KEYS } from '../../common/rights';
import { useT } from '../i18n';
import { Panel, useIsPhone } from '../shared';

/** What each right is for. */
export function RightsHelp() {
  const t = useT();
  const isPhone = useIsPhone();
  return (
    <Panel title={t('right.what')}>
      <Descriptions
        column={1}
        size="small"
        layout={isPhone ? 'vertical' : 'horizontal'}
        items={RIGHT_KEYS.map((right) => ({ key: right, label: t(`right.name.${right}`), children: t(`right.about.${right}`) }))}
      />
    </Panel>
  );
}

import { Descriptions } from 'antd';
import { useT } from '../i18n';
import { Panel, useIsPhone } from '../shared';
import { RIGHT_ORDER } from './order';

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
        items={RIGHT_ORDER.map((right) => ({ key: right, label: t(`right.name.${right}`), children: t(`right.about.${right}`) }))}
      />
    </Panel>
  );
}

import { Flex, theme } from 'antd';
import type { OpinionCounts } from '../../common/api';
import { OPINION_TEXT, useT, VERDICTS } from './texts';

/** How many there are, what became of them, and how many still wait. */
export function Counts({ counts }: { counts: OpinionCounts }) {
  const t = useT();
  const { token } = theme.useToken();
  const figures = [
    { key: 'total', label: t('opinion.page.total'), count: counts.total },
    ...(['received', ...VERDICTS] as const).map((key) => ({ key, label: t(OPINION_TEXT[key]), count: counts[key] })),
  ];
  return (
    <Flex component="dl" gap={token.marginLG} wrap style={{ margin: 0 }}>
      {figures.map(({ key, label, count }) => (
        <div key={key}>
          <dt style={{ color: token.colorTextSecondary }}>{label}</dt>
          <dd style={{ margin: 0, fontSize: token.fontSizeHeading3, fontWeight: token.fontWeightStrong }}>{count}</dd>
        </div>
      ))}
    </Flex>
  );
}

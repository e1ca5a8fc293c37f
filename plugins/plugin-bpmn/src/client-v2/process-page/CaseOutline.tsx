import { CheckCircleOutlined, EnvironmentFilled, MinusCircleOutlined, WarningOutlined } from '@ant-design/icons';
import { theme } from 'antd';
import { useMemo, type ReactNode } from 'react';
import type { TrackedInstance } from '../../common/api';
import { useReadersXml } from '../diagram';
import { useT, type TextKey } from '../i18n';
import { ELEMENT_KIND_TEXT, Muted } from '../shared';
import { outlineOf, type OutlineItem } from './outline';

const STATE_TEXT: Record<OutlineItem['state'], TextKey> = {
  passed: 'outline.passed',
  current: 'outline.current',
  incident: 'outline.incident',
  ahead: 'outline.ahead',
};
const STATE_ICON: Record<OutlineItem['state'], ReactNode> = {
  passed: <CheckCircleOutlined />,
  current: <EnvironmentFilled />,
  incident: <WarningOutlined />,
  ahead: <MinusCircleOutlined />,
};

function useStateColour(state: OutlineItem['state']): string {
  const { token } = theme.useToken();
  return {
    passed: token.colorSuccess,
    current: token.colorPrimary,
    incident: token.colorError,
    ahead: token.colorTextSecondary,
  }[state];
}

function OutlineLine({ item }: { item: OutlineItem }) {
  const t = useT();
  const { token } = theme.useToken();
  const colour = useStateColour(item.state);
  const isHere = item.state === 'current' || item.state === 'incident';
  return (
    <li
      aria-current={isHere ? 'step' : undefined}
      style={{
        display: 'flex',
        gap: token.marginXS,
        paddingBlock: token.paddingXXS,
        paddingInline: token.paddingXS,
        marginInlineStart: item.depth * token.marginLG,
        borderRadius: token.borderRadius,
        background: isHere ? token.colorPrimaryBg : undefined,
      }}
    >
      <span aria-hidden style={{ color: colour }}>
        {STATE_ICON[item.state]}
      </span>
      <span>
        {isHere ? <strong>{item.name || t(ELEMENT_KIND_TEXT[item.kind])}</strong> : item.name || t(ELEMENT_KIND_TEXT[item.kind])}{' '}
        <Muted small>
          {[
            t(ELEMENT_KIND_TEXT[item.kind]),
            t(STATE_TEXT[item.state]),
            item.times > 1 ? t('outline.times', { count: item.times }) : null,
          ]
            .filter(Boolean)
            .join(' · ')}
        </Muted>
      </span>
    </li>
  );
}

/** The diagram's twin for keyboard and screen reader: the same elements, path and present position as a list. */
export function CaseOutline({ tracked }: { tracked: TrackedInstance }) {
  const t = useT();
  const xml = useReadersXml(tracked.xml);
  const items = useMemo(() => outlineOf(xml, tracked), [xml, tracked]);
  return (
    <ol aria-label={t('outline.title')} style={{ listStyle: 'none', margin: 0, padding: 0 }}>
      {items.map((item) => (
        <OutlineLine key={item.elementId} item={item} />
      ))}
    </ol>
  );
}

import { Button, Flex, theme } from 'antd';
import type { Difference, PartDifference } from '../../common/api';
import { useT, type TextKey } from '../i18n';
import { Muted, ToneTag, type Tone } from '../shared';

const LOOK: Record<Difference['kind'], { tone: Tone; text: TextKey }> = {
  added: { tone: 'success', text: 'comparison.added' },
  removed: { tone: 'danger', text: 'comparison.removed' },
  changed: { tone: 'warning', text: 'comparison.changed' },
};

function PartLine({ part: { part, before, after } }: { part: PartDifference }) {
  const t = useT();
  const label = t(`comparison.part.${part}`);
  if (before === after) return <>{t('comparison.partChanged', { part: label })}</>;
  const none = t('comparison.nothing');
  return <>{t('comparison.partLine', { part: label, before: before ?? none, after: after ?? none })}</>;
}

interface ListProps {
  differences: readonly Difference[];
  selected: string | null;
  onSelect: (elementId: string) => void;
}

/** Each difference in words; its button shows where it is. */
export function DifferenceList({ differences, selected, onSelect }: ListProps) {
  const t = useT();
  const { token } = theme.useToken();
  return (
    <ul
      aria-label={t('comparison.list')}
      style={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: token.marginXS }}
    >
      {differences.map((difference) => {
        const { elementId, elementName, kind, parts } = difference;
        const isSelected = selected === elementId;
        return (
          <li key={elementId}>
            <Flex gap="small" align="baseline" wrap style={isSelected ? { background: token.colorPrimaryBg } : undefined}>
              <ToneTag tone={LOOK[kind].tone}>{t(LOOK[kind].text)}</ToneTag>
              <div style={{ flex: '1 1 200px', overflowWrap: 'anywhere' }}>
                {elementName}
                {parts.map((part) => (
                  <div key={part.part}>
                    <Muted small>
                      <PartLine part={part} />
                    </Muted>
                  </div>
                ))}
              </div>
              <Button size="small" aria-pressed={isSelected} onClick={() => onSelect(elementId)}>
                {t('check.show', { name: elementName })}
              </Button>
            </Flex>
          </li>
        );
      })}
    </ul>
  );
}

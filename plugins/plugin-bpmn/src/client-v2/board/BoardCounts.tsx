import { Button, Flex, theme } from 'antd';
import type { Board, DeadlineLevel } from '../../common/api';
import { useT } from '../i18n';
import { LevelTag, LEVELS } from '../shared';

export interface BoardCountsProps {
  counts: Board['counts'];
  selected: DeadlineLevel | undefined;
  onSelect: (level: DeadlineLevel | undefined) => void;
}

function CountButton({
  level,
  count,
  isSelected,
  onClick,
}: {
  level: DeadlineLevel;
  count: number;
  isSelected: boolean;
  onClick: () => void;
}) {
  const { token } = theme.useToken();
  return (
    <Button
      aria-pressed={isSelected}
      onClick={onClick}
      style={{
        height: 'auto',
        flex: '1 1 96px',
        padding: token.paddingSM,
        borderColor: isSelected ? token.colorPrimary : undefined,
        background: isSelected ? token.colorPrimaryBg : undefined,
      }}
    >
      <Flex vertical align="center" gap="small">
        <span style={{ fontSize: token.fontSizeHeading2, lineHeight: token.lineHeightHeading2 }}>{count}</span>
        <LevelTag level={level} />
      </Flex>
    </Button>
  );
}

/** How many cases are late, near, on time; pressing one shows only these. */
export function BoardCounts({ counts, selected, onSelect }: BoardCountsProps) {
  const t = useT();
  return (
    <Flex role="group" aria-label={t('board.counts')} gap="small" wrap>
      {LEVELS.map((level) => (
        <CountButton
          key={level}
          level={level}
          count={counts[level]}
          isSelected={selected === level}
          onClick={() => onSelect(selected === level ? undefined : level)}
        />
      ))}
    </Flex>
  );
}

import { Button, Flex, Select } from 'antd';
import type { Board, BoardQuery } from '../../common/api';
import { useT } from '../i18n';
import { useIsPhone, type AddressFilter } from '../shared';
import type { FilterKey } from './useBoardQuery';

export interface BoardFiltersProps {
  query: BoardQuery;
  choices: Pick<Board, 'places' | 'processes'>;
  onChange: (filter: AddressFilter<FilterKey>) => void;
}

export function BoardFilters({ query, choices, onChange }: BoardFiltersProps) {
  const t = useT();
  const isPhone = useIsPhone();
  const style = isPhone ? { flex: '1 1 45%', minWidth: 0 } : { width: 220 };
  const isFiltered = Boolean(query.placeId ?? query.processKey ?? query.stage ?? query.level);
  return (
    <Flex role="search" aria-label={t('board.filters')} gap="small" wrap>
      <Select
        value={query.placeId}
        onChange={(place?: string) => onChange({ place })}
        options={choices.places.map(({ id, name }) => ({ value: id, label: name }))}
        showSearch
        optionFilterProp="label"
        aria-label={t('inbox.place')}
        placeholder={t('board.anyPlace')}
        allowClear
        style={style}
      />
      <Select
        value={query.processKey}
        onChange={(process?: string) => onChange({ process, stage: undefined })}
        options={choices.processes.map(({ key, name }) => ({ value: key, label: name }))}
        aria-label={t('inbox.process')}
        placeholder={t('inbox.anyProcess')}
        allowClear
        style={style}
      />
      {isFiltered ? (
        <Button onClick={() => onChange({ place: undefined, process: undefined, stage: undefined, level: undefined })}>
          {t('board.clear')}
        </Button>
      ) : null}
    </Flex>
  );
}

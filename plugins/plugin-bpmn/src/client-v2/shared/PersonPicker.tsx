import { Select } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import type { PeopleQuery, PersonOption } from '../../common/api';
import { useApi, useQuery } from '../api';
import { useT, type Translate } from '../i18n';
import { failureText } from './failureText';
import { useDebounced } from './useDebounced';

type Purpose = Omit<PeopleQuery, 'search'>;

interface PickerProps extends Purpose {
  id?: string;
  /** What is picked, for screen readers where no label is bound. */
  label: string;
}

const SEARCH_PAUSE_IN_MS = 300;

function usePeople({ purpose, taskId, instanceId }: Purpose) {
  const api = useApi();
  const t = useT();
  const [text, setText] = useState('');
  const search = useDebounced(text, SEARCH_PAUSE_IN_MS);
  const ask = useCallback(
    () => api.people.search({ purpose, taskId, instanceId, search }),
    [api, purpose, taskId, instanceId, search],
  );
  const people = useQuery(ask);
  const options = useMemo(() => (people.status === 'ready' ? grouped(people.data, purpose, t) : []), [people, purpose, t]);
  return { options, setText, people, isSearching: search.trim() !== '' };
}

/** People of the task's own rule first; beyond them only who was searched for by name, and called so when handing on. */
function grouped(people: readonly PersonOption[], purpose: PeopleQuery['purpose'], t: Translate) {
  const inside = people.filter(({ isOutside }) => !isOutside).map((person) => toOption(person, t));
  const outside = people.filter(({ isOutside }) => isOutside).map((person) => toOption(person, t));
  if (purpose === 'cc' || outside.length === 0) return [...inside, ...outside];
  const beyond = { label: t('person.outsideRule'), options: outside };
  return inside.length === 0 ? [beyond] : [{ label: t('person.byRule'), options: inside }, beyond];
}

const toOption = ({ id, name, hint }: PersonOption, t: Translate) => ({
  value: id,
  label: hint ? t('person.withHint', { name, hint }) : name,
});

function useSelectProps(props: PickerProps) {
  const t = useT();
  const { options, setText, people, isSearching } = usePeople(props);
  const nobody = t(isSearching ? 'person.noneFound' : 'person.typeName');
  const nothing = people.status === 'failed' ? failureText(people.failure, t) : nobody;
  return {
    'id': props.id,
    'aria-label': props.label,
    options,
    'showSearch': true,
    'filterOption': false as const,
    'onSearch': setText,
    'loading': people.status === 'loading',
    'notFoundContent': people.status === 'loading' ? t('common.loading') : nothing,
    'placeholder': t('person.search'),
    'style': { width: '100%' },
  };
}

/** Picks one of the people whom the server offers for this purpose. */
export function PersonPicker({
  value,
  onChange,
  ...rest
}: PickerProps & { value?: number; onChange?: (id: number | undefined) => void }) {
  return <Select<number> {...useSelectProps(rest)} value={value} onChange={onChange} allowClear />;
}

/** Picks several. */
export function PeoplePicker({
  value,
  onChange,
  ...rest
}: PickerProps & { value?: number[]; onChange?: (ids: number[]) => void }) {
  return <Select<number[]> {...useSelectProps(rest)} mode="multiple" value={value} onChange={onChange} />;
}

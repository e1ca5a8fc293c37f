import { RemoteSelect, type PlaceSettingProps } from '@wuxin/plugin-bpmn/client-v2';
import { useCallback, useMemo, useRef } from 'react';
import { useApi } from '../api';
import { useT } from '../i18n';

/** The place of a block, kept with its name, so that the name is there when the settings are opened again. */
export function PlaceSetting({ value, onChange }: PlaceSettingProps) {
  const t = useT();
  const api = useApi();
  const names = useRef(new Map<string, string>());
  const find = useCallback(
    async (text: string) => {
      const places = await api.notices.places(text);
      for (const { id, name } of places) names.current.set(id, name);
      return places.map(({ id, name }) => ({ value: id, label: name }));
    },
    [api],
  );
  const known = useMemo(() => (value ? [{ value: value.id, label: value.name }] : []), [value]);
  const choose = (id?: string) => onChange?.(id ? { id, name: names.current.get(id) ?? value?.name ?? id } : null);
  return (
    <RemoteSelect
      value={value?.id}
      onChange={choose}
      find={find}
      known={known}
      label={t('disclosure.place')}
      placeholder={t('block.anyPlace')}
    />
  );
}

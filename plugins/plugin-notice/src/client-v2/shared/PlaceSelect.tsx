import { RemoteSelect } from '@wuxin/plugin-bpmn/client-v2';
import { useCallback, useMemo } from 'react';
import type { PlaceRef } from '../../common/api';
import { useApi } from '../api';
import { useT } from '../i18n';

export interface PlaceSelectProps {
  id?: string;
  value?: string;
  onChange?: (placeId?: string) => void;
  /** What is chosen already, with its name. */
  known?: PlaceRef | null;
  label?: string;
  placeholder?: string;
}

/** One place; the server finds it by its name. */
export function PlaceSelect({ known, placeholder, ...props }: PlaceSelectProps) {
  const t = useT();
  const api = useApi();
  const find = useCallback(
    async (text: string) => (await api.notices.places(text)).map(({ id, name }) => ({ value: id, label: name })),
    [api],
  );
  const names = useMemo(() => (known ? [{ value: known.id, label: known.name }] : []), [known]);
  return <RemoteSelect {...props} find={find} known={names} placeholder={placeholder ?? t('notice.searchPlace')} />;
}

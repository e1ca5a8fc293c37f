import type { PersonRef } from '../../common/api';
import { useT } from '../i18n';

export interface PersonNameProps {
  person: PersonRef | null;
  /** Entry on behalf or stand-in: both names are shown. */
  onBehalfOf?: PersonRef | null;
}

/** A name as it was recorded; never looked up again. */
export function PersonName({ person, onBehalfOf }: PersonNameProps) {
  const t = useT();
  const name = person?.name ?? t('person.system');
  return <>{onBehalfOf ? t('person.onBehalfOf', { name, other: onBehalfOf.name }) : name}</>;
}

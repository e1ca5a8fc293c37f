import { Form } from 'antd';
import { useMemo } from 'react';
import type { ParameterLevel } from '../../common/api';
import { useT, type Translate } from '../i18n';
import { Choice } from '../shared';
import { placeInWords } from './parameterWords';

/** The whole installation among places, whose ids are never this. */
const EVERYWHERE = ':everywhere';

/** The id of the place that was chosen; null: the whole installation. */
export const chosenPlace = (choice: string | undefined): string | null =>
  choice === undefined || choice === EVERYWHERE ? null : choice;

const placeOptions = (chain: readonly ParameterLevel[], t: Translate) =>
  chain
    .filter(({ maySet }) => maySet)
    .map(({ place }) => ({
      value: place?.id ?? EVERYWHERE,
      label: place ? placeInWords(place, t) : t('parameter.everywhere'),
    }));

/** For where a value is set or confirmed: among the places on the way where the reader may, the nearest one first. */
export function PlaceField({ chain }: { chain: readonly ParameterLevel[] }) {
  const t = useT();
  const places = useMemo(() => placeOptions(chain, t), [chain, t]);
  return (
    <Form.Item name="placeId" label={t('parameter.place')} initialValue={places.at(-1)?.value} rules={[{ required: true }]}>
      <Choice options={places} />
    </Form.Item>
  );
}

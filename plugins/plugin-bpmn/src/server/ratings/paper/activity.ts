import type { ActivityContext, ActivityType, Entered } from '../../activity-types';
import type { HistoryEvent } from '../../history';
import { SYSTEM } from '../../runtime/actor';
import { textOf, type Locale } from '../../runtime/texts';
import { tables, type PaperCountRecord } from '../../store';
import type { LoadedVersion } from '../../versions';
import { itemName } from './item-name';
import { agreedCount, countsOf, settleCounts, type CountedRating } from './store';

const TELLERS = 2;
const NUMBERS = ['issued', 'recovered', 'valid', 'invalid'] as const;

/**
 * `wuxin:activityType="paperCount"`: whether the tellers of the rating `of` have counted the same. Variables: `countAgrees`, and then
 * `paperIssued`, `paperRecovered`, `paperValid`, `paperInvalid`. Where they have not, both counts are gone and have to be made again;
 * the history names what differs, and no number. `ratingSums` adds what they agree on to the sheets that were handed in here.
 */
export const paperCountType: ActivityType = {
  type: 'paperCount',
  validate: ({ settings: { config } }) => (config?.['of'] ? [] : [{ code: 'rating.countConfig' }]),
  async enter(context) {
    const { tx, unit, instance, element } = context;
    const rating = { instanceId: instance.id, elementId: element.settings.config?.['of'] ?? '' };
    const counts = await countsOf(tx, rating);
    const [first, ...others] = counts;
    if (!first || counts.length < TELLERS) return { kind: 'failed', code: 'rating.twoTellers', data: { counted: counts.length } };
    if (await agreedCount(tx, rating)) return { kind: 'failed', code: 'rating.countedAlready', data: {} };
    const differing = partsOf(first).filter((part) => others.some((other) => part.of(other) !== part.of(first)));
    if (differing.length > 0) {
      await settleCounts(tx, rating, null);
      unit.record(differs(context, rating, differing));
      return { kind: 'completed', variables: { countAgrees: false } };
    }
    return agree(context, rating, first);
  },
};

async function agree({ tx }: ActivityContext, rating: CountedRating, count: PaperCountRecord): Promise<Entered> {
  const twice = { ...rating, status: 'completed', completedById: [...count.raterIds] };
  if (count.raterIds.length > 0 && (await tables.tasks.count(tx, twice)) > 0)
    return { kind: 'failed', code: 'rating.countedTwice', data: {} };
  await settleCounts(tx, rating, count);
  const { issued, recovered, valid, invalid } = count;
  const said = (locale: Locale) => textOf(locale, 'rating.counted', { issued, recovered, valid, invalid });
  return {
    kind: 'completed',
    variables: { countAgrees: true, paperIssued: issued, paperRecovered: recovered, paperValid: valid, paperInvalid: invalid },
    decided: { 'zh-CN': said('zh-CN'), 'en-US': said('en-US') },
  };
}

/** One thing that tellers count: the sheets of one kind, or an item with all of its choices. */
interface Part {
  readonly key: string;
  readonly of: (count: PaperCountRecord) => string;
}

const partsOf = ({ counts }: PaperCountRecord): Part[] => [
  ...NUMBERS.map((key) => ({ key, of: (count: PaperCountRecord) => String(count[key]) })),
  ...Object.entries(counts).map(([key, choices]) => ({ key, of: (count: PaperCountRecord) => choicesOf(count, key, choices) })),
];

const choicesOf = ({ counts }: PaperCountRecord, item: string, choices: Readonly<Record<string, number>>): string =>
  Object.keys(choices)
    .map((choice) => counts[item]?.[choice] ?? 0)
    .join();

function differs(
  { version, element, tokenId }: ActivityContext,
  { elementId }: CountedRating,
  parts: readonly Part[],
): HistoryEvent {
  const said = (locale: Locale) =>
    textOf(locale, 'rating.countDiffers', { parts: parts.map(({ key }) => nameOf(version, elementId, key)[locale]) });
  return {
    kind: 'countDiffers',
    actor: SYSTEM,
    element: { id: element.id, name: element.name ?? element.id },
    tokenId,
    data: { sentence: said('zh-CN'), sentenceEn: said('en-US') },
  };
}

function nameOf(version: LoadedVersion, ratingId: string, key: string): Readonly<Record<Locale, string>> {
  if (!NUMBERS.some((number) => number === key)) return itemName(version, ratingId, key);
  return { 'zh-CN': textOf('zh-CN', `rating.sheets.${key}`), 'en-US': textOf('en-US', `rating.sheets.${key}`) };
}

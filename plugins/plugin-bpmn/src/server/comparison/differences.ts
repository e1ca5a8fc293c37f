import type { Difference, PartDifference } from '../../common/api';
import { textOf, type Locale } from '../runtime/texts';
import type { LoadedVersion } from '../versions';
import { comparedIn, type Compared } from './compared';
import { isSame, PARTS, type Words } from './parts';

/**
 * What somebody changed who made one version of the other, in the order of the newer drawing; then what is gone. Pure. Elements are
 * the same by their id; where they are drawn does not count.
 */
export function differencesBetween(before: LoadedVersion, after: LoadedVersion, words: Words): Difference[] {
  const { locale } = words;
  const withFrozen = ![before, after].some(({ record }) => record.status === 'draft');
  const [old, fresh] = [comparedIn(before, { withFrozen, locale }), comparedIn(after, { withFrozen, locale })];
  const kept = [...fresh.values()].flatMap((element): Difference[] => {
    const known = old.get(element.id);
    if (!known) return [{ kind: 'added', ...named(element, locale), parts: [] }];
    const parts = partsBetween(known, element, words);
    return parts.length > 0 ? [{ kind: 'changed', ...named(element, locale), parts }] : [];
  });
  const gone = [...old.values()].filter(({ id }) => !fresh.has(id));
  return [...kept, ...gone.map((element): Difference => ({ kind: 'removed', ...named(element, locale), parts: [] }))];
}

function partsBetween(before: Compared, after: Compared, words: Words): PartDifference[] {
  return PARTS.filter(({ of }) => !isSame(of(before), of(after))).map(({ part, say }) => ({
    part,
    before: say?.(before, words) || null,
    after: say?.(after, words) || null,
  }));
}

function named({ id, name, nameEn, way }: Compared, locale: Locale) {
  const between = way.length > 0 ? way.join(' → ') : null;
  // a graph keeps no English name of a flow: what it connects says which it is
  const own = locale === 'en-US' ? (nameEn ?? between ?? name) : name;
  return { elementId: id, elementName: own?.trim() ? own : (between ?? textOf(locale, 'designer.unnamed')) };
}

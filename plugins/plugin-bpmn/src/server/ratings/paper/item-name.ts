import type { Locale } from '../../runtime/texts';
import type { LoadedVersion } from '../../versions';

interface RatingForm {
  readonly contract: { readonly fields: readonly { readonly name: string; readonly label: string; readonly labelEn?: string }[] };
}

/** What the form of a rating calls one of its items. */
export function itemName(version: LoadedVersion, ratingId: string, item: string): Readonly<Record<Locale, string>> {
  const form = version.record.forms[ratingId] as RatingForm | undefined; // frozen by publishProcess
  const field = form?.contract.fields.find(({ name }) => name === item);
  return { 'zh-CN': field?.label ?? item, 'en-US': field?.labelEn ?? field?.label ?? item };
}

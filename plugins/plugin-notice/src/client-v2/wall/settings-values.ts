import type { WallOffice, WallSettings } from '../../common/api';

export interface OfficeValue {
  /** Left out: everywhere. */
  placeId?: string;
  windowAddress?: string;
  telephone?: string;
}

export interface SettingsValues {
  title: string;
  locale: WallSettings['locale'];
  address?: string;
  applicationAddress?: string;
  offices: OfficeValue[];
}

export const valuesOf = ({ title, locale, address, applicationAddress, offices }: WallSettings): SettingsValues => ({
  title,
  locale,
  address: address ?? '',
  applicationAddress: applicationAddress ?? '',
  offices: offices.map(({ placeId, ...said }) => ({ ...said, placeId: placeId ?? undefined })),
});

/** What the server keeps: an address that is left empty is none. */
export function settingsOf({ title, locale, address, applicationAddress, offices }: SettingsValues): WallSettings {
  return {
    title: title.trim(),
    locale,
    address: address?.trim() || null,
    applicationAddress: applicationAddress?.trim() || null,
    offices: offices.map(officeOf),
  };
}

const officeOf = ({ placeId, windowAddress = '', telephone = '' }: OfficeValue): WallOffice => ({
  placeId: placeId ?? null,
  windowAddress: windowAddress.trim(),
  telephone: telephone.trim(),
});

/** Two offices of one place: residents would see only one of them. */
export function isPlaceTwice(offices: readonly (OfficeValue | undefined)[], index: number): boolean {
  const placeId = offices[index]?.placeId;
  return offices.findIndex((office) => office !== undefined && office.placeId === placeId) < index;
}

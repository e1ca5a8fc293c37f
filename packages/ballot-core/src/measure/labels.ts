import { labelsEnUs } from './labels.en-US';
import { labelsZhCn } from './labels.zh-CN';
import type { Measure } from './measures';

export const LOCALES = ['zh-CN', 'en-US'] as const;
export type Locale = (typeof LOCALES)[number];

/** The same text in both languages of the interface. */
export type Localized = { readonly [L in Locale]: string };

/** `fact` names the number ("20 present"), `share` what a share is taken of ("half of those present"). */
export type Label = { readonly fact: string; readonly share: string };
export type Labels = { readonly [M in Measure]: Label };

/** A rule may call a number by its local name, e.g. 业主总数 instead of 应到. */
export type LabelOverrides = { readonly [M in Measure]?: { readonly [L in Locale]: Label } };

const LABELS: { readonly [L in Locale]: Labels } = { 'zh-CN': labelsZhCn, 'en-US': labelsEnUs };

export const labelOf = (measure: Measure, locale: Locale, overrides: LabelOverrides = {}): Label =>
  overrides[measure]?.[locale] ?? LABELS[locale][measure];

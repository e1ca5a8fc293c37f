import type { Json } from '@wuxin/bpmn-core';
import type { ComparedPart } from '../../common/api';
import { canonicalJson } from '../history';
import { textOf, type Locale } from '../runtime/texts';
import type { Compared } from './compared';

/** One part of an element: what is compared, and how it is said in a line. */
export interface Part {
  readonly part: ComparedPart;
  readonly of: (element: Compared) => unknown;
  /** Missing: that it changed says enough. */
  readonly say?: (element: Compared, words: Words) => string;
}

export interface Words {
  readonly locale: Locale;
  /** A rule by which people are found, as clerks know it. */
  readonly people: (rule: PersonRule) => string;
}

type PersonRule = NonNullable<Compared['settings']['assignments']>[number];

const joined = (texts: readonly string[], locale: Locale) => texts.join(locale === 'zh-CN' ? '、' : ', ');

const people = (rules: readonly PersonRule[], words: Words) => joined(rules.map(words.people), words.locale);

const amountOf = ({ amount, unit }: { amount: string; unit: string }, locale: Locale) =>
  `${amount} ${UNITS.has(unit) ? textOf(locale, `designer.unit.${unit}`) : unit}`;

const deadlineOf = (deadline: { amount: string; unit: string; stopLimit?: string }, locale: Locale) =>
  deadline.stopLimit === undefined
    ? amountOf(deadline, locale)
    : joined([amountOf(deadline, locale), textOf(locale, 'comparison.mayStop', { limit: deadline.stopLimit })], locale);

const UNITS = new Set(['workingDays', 'calendarDays', 'hours']);

/** In the order in which people look at an element. */
export const PARTS: readonly Part[] = [
  { part: 'name', of: ({ name }) => name, say: ({ name }) => name ?? '' },
  { part: 'kind', of: ({ type }) => type },
  {
    part: 'people',
    of: ({ settings }) => settings.assignments,
    say: ({ settings }, words) => people(settings.assignments ?? [], words),
  },
  { part: 'exceptions', of: ({ settings: { whenNobody, whenStarter, subjects } }) => [whenNobody, whenStarter, subjects] },
  { part: 'cc', of: ({ settings }) => settings.cc, say: ({ settings }, words) => people(settings.cc ?? [], words) },
  {
    part: 'outcomes',
    of: ({ settings }) => settings.outcomes,
    say: ({ settings }, { locale }) =>
      joined(
        (settings.outcomes ?? []).map(({ key, name, nameEn }) => (locale === 'en-US' ? nameEn : undefined) ?? name ?? key),
        locale,
      ),
  },
  {
    part: 'deadline',
    of: ({ settings }) => settings.deadline,
    say: ({ settings: { deadline } }, { locale }) => (deadline ? deadlineOf(deadline, locale) : ''),
  },
  { part: 'stage', of: ({ settings }) => settings.stage, say: ({ settings }) => settings.stage ?? '' },
  { part: 'form', of: ({ form }) => form },
  { part: 'loop', of: ({ loop }) => loop },
  { part: 'returnTo', of: ({ settings }) => settings.returnTo, say: ({ settings }) => settings.returnTo ?? '' },
  { part: 'condition', of: ({ condition }) => condition, say: ({ condition }) => condition ?? '' },
  { part: 'way', of: ({ way }) => way, say: ({ way }) => way.join(' → ') },
  { part: 'defaultFlow', of: ({ defaultFlowId }) => defaultFlowId, say: ({ defaultFlowId }) => defaultFlowId ?? '' },
  { part: 'called', of: ({ calledElement }) => calledElement, say: ({ calledElement }) => calledElement ?? '' },
  {
    part: 'decision',
    of: ({ settings: { decisionRef, resultVariable }, table }) => [decisionRef, resultVariable, table],
    say: ({ settings }) => settings.decisionRef ?? '',
  },
  { part: 'event', of: ({ event }) => event },
  { part: 'mappings', of: ({ mappings }) => mappings },
  {
    part: 'work',
    of: ({ settings: { activityType, retries, config, confidential, formKey, nameEn } }) => [
      activityType,
      retries,
      config,
      confidential,
      formKey,
      nameEn,
    ],
  },
  { part: 'record', of: ({ record }) => record, say: ({ record }) => record.join(' ') },
  {
    part: 'stages',
    of: ({ stages }) => stages,
    say: ({ stages }, { locale }) =>
      joined(
        stages.map(({ key, name, nameEn }) => (locale === 'en-US' ? nameEn : undefined) ?? name ?? key),
        locale,
      ),
  },
];

/** In whatever order an object holds its facts. */
export const isSame = (one: unknown, other: unknown): boolean => canonicalOf(one) === canonicalOf(other);

const canonicalOf = (value: unknown) => canonicalJson(JSON.parse(JSON.stringify(value ?? null)) as Json); // what JSON gives

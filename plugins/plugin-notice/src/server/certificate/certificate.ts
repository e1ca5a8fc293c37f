import { dayInWords } from '@wuxin/notice-wall';
import { type DocxBlock, localDateOf, localTimeOf, textOf, type Locale } from '@wuxin/plugin-bpmn';
import { isProven } from '../boards';
import type { PrintedFacts } from './facts';

const WIDTHS = [26, 74];
const KILOBYTE = 1024;

/** That a notice was published: what, where, since when and until when. Of people only the post. */
export function certificateOf(facts: PrintedFacts, now: number, locale: Locale): DocxBlock[] {
  const t = (key: string, data: Readonly<Record<string, unknown>> = {}) => textOf(locale, `notice.certificate.${key}`, data);
  const { notice, files } = facts;
  const moment = (at: number) => `${dayInWords(locale, localDateOf(at))} ${localTimeOf(at)}`;
  return [
    { kind: 'title', text: t('title') },
    { kind: 'table', widths: WIDTHS, rows: headRows(facts, locale) },
    { kind: 'heading', text: t('where') },
    { kind: 'paragraph', text: t('wall', { at: moment(notice.publishedAt ?? now), address: facts.wallAddress }) },
    ...boards(facts, locale),
    { kind: 'heading', text: t('what') },
    { kind: 'paragraph', text: t('contentHash', { hash: notice.contentHash ?? '' }) },
    ...files.map((file): DocxBlock => ({ kind: 'note', text: t('file', { name: file.name, kilobytes: Math.max(1, Math.round(file.size / KILOBYTE)), hash: file.sha256 }) })), // prettier-ignore
    { kind: 'heading', text: t('objections') },
    { kind: 'paragraph', text: objectionsText(facts, locale) },
    { kind: 'heading', text: t('journal') },
    { kind: 'note', text: t('journalHead', facts.journalHead) },
    { kind: 'note', text: t('printed', { at: moment(now) }) },
  ];
}

function headRows({ notice, kindTitle, placeName }: PrintedFacts, locale: Locale): string[][] {
  const t = (key: string, data: Readonly<Record<string, unknown>> = {}) => textOf(locale, `notice.certificate.${key}`, data);
  const { startsOn, endsOn } = notice;
  const period =
    startsOn === null || endsOn === null
      ? t('notBegun')
      : t('fromTo', {
          startsOn: dayInWords(locale, startsOn),
          endsOn: dayInWords(locale, endsOn),
          days: notice.periodDays,
          unit: textOf(locale, `notice.unit.${notice.periodUnit}`),
        });
  return [
    [t('number'), notice.number],
    [t('name'), notice.title],
    [t('kind'), kindTitle[locale]],
    ...(placeName === null ? [] : [[t('place'), placeName]]),
    ...(notice.matter === null ? [] : [[t('matter'), notice.matter]]),
    [t('period'), period],
    [t('status'), statusText({ notice }, locale)],
  ];
}

const statusText = ({ notice }: Pick<PrintedFacts, 'notice'>, locale: Locale): string => {
  const status = textOf(locale, `notice.status.${notice.status}`);
  if (notice.takenDownAt === null) return status;
  return textOf(locale, 'notice.certificate.takenDown', { status, day: dayInWords(locale, localDateOf(notice.takenDownAt)) });
};

function boards({ notice, postings }: PrintedFacts, locale: Locale): DocxBlock[] {
  const t = (key: string, data: Readonly<Record<string, unknown>> = {}) => textOf(locale, `notice.certificate.${key}`, data);
  if (postings.length === 0) return [{ kind: 'paragraph', text: t('noBoards') }];
  const rows = postings.map(({ posting, board }) => [
    [board?.name ?? '', board?.address ?? ''].filter((part) => part !== '').join('\n'),
    posting.postedOn === null ? t('notPosted') : dayInWords(locale, posting.postedOn),
    isProven(posting, notice) ? t(`proof.${posting.status === 'confirmed' ? 'twoPeople' : notice.boardProof}`) : t('notProven'),
    posting.postedById === null ? '' : textOf(locale, 'notice.post.poster'),
    posting.takenDownOn === null ? '' : dayInWords(locale, posting.takenDownOn),
  ]);
  const head = [t('board'), t('postedOn'), t('proof'), t('by'), t('paperDown')];
  return [{ kind: 'table', hasHead: true, widths: [26, 23, 16, 12, 23], rows: [head, ...rows] }];
}

function objectionsText({ notice, objections }: PrintedFacts, locale: Locale): string {
  const t = (key: string, data: Readonly<Record<string, unknown>> = {}) => textOf(locale, `notice.certificate.${key}`, data);
  if (!notice.takesObjections) return t('takesNone');
  const counted = objections.total === 0 ? t('noObjections') : t('counted', { ...objections });
  return notice.outcome === null ? counted : `${counted}${textOf(locale, `notice.outcome.${notice.outcome}`)}`;
}

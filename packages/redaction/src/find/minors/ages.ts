import { GAP, smallNumber } from '../../fold';
import type { Stream, StreamLabels } from '../../stream';
import type { StreamFinding } from '../finding';

const NUMBER = '(?:\\d{1,3}|[零〇一二两三四五六七八九十壹贰叁肆伍陆柒捌玖拾]{1,3})';
const AGE = new RegExp(`(${NUMBER})(?:\\.\\d)?个?(周岁|岁半?|月大)`, 'g');
/** A border of ages or a group of people, not somebody's age. */
const BORDER_BEFORE =
  /(?:年满|未满|不满|已满|满|达到|超过|不足|低于|高于|大于|小于|未达|至|到|以上|以下|不到|[-~–—－]|[≥≤<>]|男|女性?满)$/;
const PERSON_BEFORE = /(?:刚满|刚刚满)$/;
const BORDER_AFTER =
  /^(?:以上|以下|以内|及以上|及以下|或以上|或以下|周?岁?至|到|[-~–—－]|[(（]?含|的?(?:公民|居民|村民|儿童|未成年|人员|人群|少年|幼儿|婴幼儿|青少年|老年人|老人|群众|选民|子女|党员|妇女|劳动|以)|前|后的?)/;
const ADULT = 18;

/** Ages under 18 that are somebody's. */
export function minorAges(stream: Stream, labels: StreamLabels): StreamFinding[] {
  return [...inSentences(stream), ...behindLabels(stream, labels)];
}

const NUMBER_BEFORE = /[\d.零〇一二三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾]/;

function inSentences({ chars, text, gap }: Stream): StreamFinding[] {
  const findings: StreamFinding[] = [];
  for (const match of chars.matchAll(AGE)) {
    const [all, digits = '', unit] = match;
    const until = match.index + all.length;
    const years = unit === '月大' ? 0 : smallNumber(digits);
    if (years === null || years >= ADULT || text[match.index] !== text[until - 1]) continue;
    if (gap[match.index] === GAP.none && NUMBER_BEFORE.test(chars[match.index - 1] ?? '')) continue;
    const isFirst = gap[match.index] === GAP.boundary;
    const before = isFirst ? '' : chars.slice(Math.max(0, match.index - 4), match.index);
    if (BORDER_BEFORE.test(before) && !PERSON_BEFORE.test(before)) continue;
    if (BORDER_AFTER.test(chars.slice(until, until + 5))) continue;
    findings.push(ageFinding(match.index, until, unit === undefined ? 'likely' : 'sure'));
  }
  return findings;
}

const BARE = new RegExp(`^[:：]?(${NUMBER})(?![\\d零〇一二三四五六七八九十.-])`);

/** `年龄：8`, and a number under the header 年龄. */
function behindLabels(stream: Stream, labels: StreamLabels): StreamFinding[] {
  const findings: StreamFinding[] = [];
  const { chars, text, texts } = stream;
  const take = (position: number): void => {
    const match = BARE.exec(chars.slice(position, position + 6));
    const [all = '', digits = ''] = match ?? [];
    const until = position + all.length;
    const years = smallNumber(digits);
    if (!match || years === null || years >= ADULT || text[until - 1] !== text[position]) return;
    if (/^(?:周?岁)/.test(chars.slice(until, until + 2))) return; // found as a sentence says it
    findings.push(ageFinding(until - digits.length, until, 'sure'));
  };
  for (const { kind, end, start } of labels.all) {
    if (kind === 'age' && text[end] === text[start] && /^[:：]/.test(chars[end] ?? '')) take(end);
  }
  for (let at = 0; at < chars.length; at += 1) {
    if (at > 0 && text[at] === text[at - 1]) continue;
    if (texts[text[at] ?? 0]?.isHeader !== true && labels.around(at).has('age')) take(at);
  }
  return findings;
}

function ageFinding(from: number, until: number, certainty: 'sure' | 'likely'): StreamFinding {
  return { kind: 'minor', certainty, reason: 'minorAge', from, until, mask: { type: 'hidden' } };
}

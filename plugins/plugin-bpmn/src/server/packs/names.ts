import { namesInDrawing, type Json, type Pack } from '@wuxin/pack-format';
import { plainText } from '../forms';
import { textOf, type Locale } from '../runtime/texts';

/** Of a procedure. */
export const nameIn = (locale: Locale, { name, nameEn }: Pack['manifest']): string =>
  locale === 'en-US' ? (nameEn ?? name) : name;

/** What people call the parts of packs. */
export interface Names {
  readonly of: (part: string, name: string | null) => string;
  readonly where: (part: string, name: string | null, path: readonly string[]) => string;
}

/** Steps of a path that say nothing to a person. */
const SILENT = new Set([
  'children',
  'attributes',
  'root',
  'subModels',
  'stepParams',
  'field',
  'items',
  'bpmn:extensionElements',
  'wuxin:stages',
  'wuxin:ioMapping',
]);
/** Steps that have a word of their own in src/locale. */
const WORDED = new Set([
  'name',
  'wuxin:nameEn',
  'wuxin:deadline',
  'wuxin:assignment',
  'wuxin:outcome',
  'wuxin:config',
  'wuxin:stage',
  'wuxin:whenNobody',
  'wuxin:returnTo',
  'bpmn:conditionExpression',
  'sourceRef',
  'targetRef',
  'default',
  'amount',
  'unit',
  'layout',
  'fields',
  'rules',
  'defaultValue',
  'floor',
  'ceiling',
  'policyFloor',
  'policyCeiling',
  'source',
  'file',
]);

/** @param packs the first that has something names it */
export function namesIn(packs: readonly Pack[], locale: Locale): Names {
  const elements = new Map([...packs].reverse().flatMap(({ process }) => elementNames(process, locale)));
  const item = (part: string, name: string): Json | undefined => packs.map(({ parts }) => parts[part]?.[name]).find(Boolean);
  const of: Names['of'] = (part, name) => {
    if (name === null) return textOf(locale, `pack.part.${part}`);
    if (part === 'process' || part === 'forms') return elements.get(name) ?? name;
    return titleOf(item(part, name), locale) ?? name;
  };
  const inPart = (part: string, name: string | null, step: string): string => {
    const [, tag = step, key] = /^([\w:]+)\[(.*)\]$/.exec(step) ?? [];
    if (WORDED.has(tag)) return [textOf(locale, `pack.step.${tag.replace(':', '_')}`), key].filter(Boolean).join(' ');
    return (part === 'collections' && name !== null ? fieldTitle(item(part, name), step) : null) ?? step;
  };
  return {
    of,
    where: (part, name, path) => {
      const steps = path.filter((step) => !SILENT.has(step)).map((step) => inPart(part, name, step));
      return steps.join(' › ');
    },
  };
}

function elementNames(process: string, locale: Locale): [string, string][] {
  return namesInDrawing(process).map(({ id, name, nameEn }) => [id, (locale === 'en-US' ? nameEn : undefined) ?? name]);
}

function titleOf(item: Json | undefined, locale: Locale): string | null {
  const { name, nameEn, title } = (item ?? {}) as { name?: unknown; nameEn?: unknown; title?: unknown }; // parts are objects, or have none of these
  if (typeof title === 'string') return plainText(title, String(name));
  const own = locale === 'en-US' ? (nameEn ?? name) : name;
  return typeof own === 'string' ? own : null;
}

function fieldTitle(collection: Json | undefined, field: string): string | null {
  const { fields } = (collection ?? {}) as { fields?: readonly { name?: string; uiSchema?: { title?: unknown } }[] }; // as exported
  const known = fields?.find(({ name }) => name === field);
  return known ? plainText(known.uiSchema?.title, field) : null;
}

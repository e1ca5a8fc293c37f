import type { DesignChoice, DesignField, DesignOptions } from '../../common/api';
import { type FieldInfo, isToMany } from '../../common/form';
import { activityTypesOf } from '../activity-types';
import { assigneeKindViews, findPeople } from '../assignment';
import { drawingFacts, drawnVersion } from '../commands';
import { decisionOverview } from '../decisions';
import { englishTexts, readCollections } from '../forms';
import { parametersInForce } from '../parameters';
import { notFound } from '../runtime/errors';
import { hasText, textOf, type Locale } from '../runtime/texts';
import { tables, type ProcessRecord } from '../store';
import { drawingIn } from '../versions';
import { nameOfProcess, type Reader } from './reader';

/** What can be chosen when this process is drawn; one look-up for each list. Who may: administrators, by their right on the action. */
export async function designOptions(reader: Reader, key: string): Promise<DesignOptions> {
  const { tx, locale } = reader;
  const processes = await tables.processes.select(tx, {}, { order: [['key', 'ASC']] });
  const process = processes.find((one) => one.key === key);
  if (!process) throw notFound('process.notFound', { key });
  const say = await wordsOf(reader);
  const { xml } = await drawnVersion(tx, process);
  const { drawn: graph } = (await drawingIn(tx, xml)).compiled;
  const parameters = [...(await parametersInForce(tx, null, null)).values()];
  return {
    assigneeKinds: await assigneeKindViews(tx, locale),
    people: [...(await findPeople(tx, namedPeople(xml))).values()],
    fields: fieldsOf(reader, process, say),
    processes: processes.filter((one) => one !== process).map((one) => ({ value: one.key, label: nameOfProcess(reader, one) })),
    decisions: (await decisionOverview(tx, locale)).map(({ key: value, name }) => ({ value, label: name })),
    parameters: parameters.map(({ definition }) => ({
      value: definition.key,
      label: locale === 'en-US' ? definition.nameEn : definition.name,
    })),
    collections: await collectionsOf(reader, processes, say),
    activityTypes: activityTypesOf(tx.db)
      .ofServices()
      .map((one) => ({ value: one.type, label: one.title?.(locale) ?? activityTitle(one.type, locale) })),
    facts: await drawingFacts(tx, { graph, processKey: key, locale, isForEditor: true }),
  };
}

/** `<wuxin:assignment kind="person" value="5,7" />`; a drawing that cannot be read yet names nobody. */
function namedPeople(xml: string): number[] {
  const values = [...xml.matchAll(/kind="person"\s+value="([\d,\s]+)"/g)].flatMap(([, ids = '']) => ids.split(','));
  return [...new Set(values.map(Number))].filter((id) => Number.isSafeInteger(id) && id > 0);
}

type Words = (text: string) => string;

/** Texts that content wrote, in the reader's language. */
async function wordsOf({ tx, locale }: Reader): Promise<Words> {
  const english = locale === 'en-US' ? await englishTexts(tx.db).all(tx) : {};
  return (text) => (Object.hasOwn(english, text) ? (english[text] ?? text) : text);
}

function fieldsOf({ tx }: Reader, { recordCollection }: ProcessRecord, say: Words): DesignField[] {
  const info = recordCollection ? readCollections(tx.db)(recordCollection) : undefined;
  return [...(info?.fields.values() ?? [])].map((field) => ({
    name: field.name,
    title: say(field.title),
    kind: kindOf(field),
    options: (field.options ?? []).map(({ value, label }) => ({ value: String(value), label: say(label) })),
  }));
}

const NUMBERS = new Set(['integer', 'bigInt', 'float', 'double', 'decimal', 'sort']);
const DATES = new Set(['date', 'dateOnly', 'datetime', 'datetimeNoTz', 'datetimeTz', 'unixTimestamp']);

function kindOf(field: FieldInfo): DesignField['kind'] {
  if (field.target === 'users') return 'person';
  if (field.target !== null || isToMany(field)) return 'other';
  if (field.options) return field.type === 'string' ? 'choice' : 'other';
  if (NUMBERS.has(field.type)) return 'number';
  if (DATES.has(field.type)) return 'date';
  if (field.type === 'boolean' || field.type === 'radio') return 'boolean';
  return ['string', 'text', 'uid'].includes(field.type) ? 'text' : 'other';
}

/** Those that processes are about, and those of NocoBase's own list. */
async function collectionsOf({ tx }: Reader, processes: readonly ProcessRecord[], say: Words): Promise<DesignChoice[]> {
  const asked = { filter: { hidden: false }, sort: ['sort'], fields: ['name'] };
  const listed = (await tx.db.getRepository('collections').find(asked)) as { get(name: string): unknown }[]; // NocoBase leaves rows untyped
  const names = [
    ...processes.flatMap(({ recordCollection }) => recordCollection ?? []),
    ...listed.map((row) => String(row.get('name'))),
  ];
  const read = readCollections(tx.db);
  return [...new Set(names)].flatMap((name) => {
    const info = name.includes('.') ? undefined : read(name);
    return info ? [{ value: name, label: say(info.title) }] : [];
  });
}

/** Of the types that this plugin brings itself. */
function activityTitle(type: string, locale: Locale): string {
  const key = `designer.activityType.${type}`;
  return hasText(key) ? textOf(locale, key) : type;
}

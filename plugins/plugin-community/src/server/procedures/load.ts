import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { CommunityError } from '../errors';
import { formSchema, procedureSchema, type FormDescription, type ProcedureDefinition } from './schema';

/** A procedure folder, read and checked. */
export interface Procedure {
  readonly definition: ProcedureDefinition;
  readonly xml: string;
  /** By element id. */
  readonly forms: ReadonlyMap<string, FormDescription>;
  /** By key; plugin-bpmn checks what is in them. */
  readonly decisions: ReadonlyMap<string, unknown>;
  /** The Word file of each template, by key; plugin-bpmn checks what is in them. */
  readonly templates: ReadonlyMap<string, Uint8Array>;
}

/** @throws CommunityError `procedure.unreadable`, `procedure.invalid`, which name the file */
export async function loadProcedure(folder: string): Promise<Procedure> {
  const definition = await readChecked(join(folder, 'procedure.json'), procedureSchema);
  const forms = await readAll(definition.forms, (id) => readChecked(join(folder, 'forms', `${id}.form.json`), formSchema));
  const decisions = await readAll(definition.decisions, (key) => readJson(join(folder, 'decisions', `${key}.json`)));
  const keys = definition.templates.map(({ key }) => key);
  const templates = await readAll(keys, (key) => readBytes(join(folder, 'templates', `${key}.docx`)));
  return { definition, forms, decisions, templates, xml: await readText(join(folder, definition.process)) };
}

async function readAll<Value>(
  names: readonly string[],
  read: (name: string) => Promise<Value>,
): Promise<ReadonlyMap<string, Value>> {
  return new Map(await Promise.all(names.map(async (name) => [name, await read(name)] as const)));
}

/** Reads a JSON file of content and checks it against its schema. */
export async function readChecked<Value>(file: string, schema: z.ZodType<Value, z.ZodTypeDef, unknown>): Promise<Value> {
  const parsed = schema.safeParse(await readJson(file));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new CommunityError('procedure.invalid', 500, { file, path: issue?.path.join('.') ?? '', problem: issue?.message ?? '' });
}

async function readJson(file: string): Promise<unknown> {
  const content = await readText(file);
  try {
    return JSON.parse(content) as unknown;
  } catch (cause) {
    throw new CommunityError('procedure.invalid', 500, { file, path: '', problem: String(cause) }, { cause });
  }
}

const readText = async (file: string): Promise<string> => (await readBytes(file)).toString('utf8');

async function readBytes(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (cause) {
    throw new CommunityError('procedure.unreadable', 500, { file }, { cause });
  }
}

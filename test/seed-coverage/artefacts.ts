import { compile, parseDefinitions } from '@wuxin/bpmn-core';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** What a procedure's folder really has. */
export interface ProcedureArtefacts {
  readonly elements: ReadonlySet<string>;
  readonly fields: ReadonlySet<string>;
  readonly parameters: ReadonlySet<string>;
  readonly posts: ReadonlySet<string>;
  readonly decisions: ReadonlySet<string>;
}

export type Artefacts = ReadonlyMap<string, ProcedureArtefacts>;

const definition = z.object({
  process: z.string(),
  collections: z.array(z.object({ name: z.string(), fields: z.array(z.object({ name: z.string() })) })),
  parameters: z.array(z.object({ key: z.string() })),
  posts: z.array(z.object({ key: z.string() })),
  decisions: z.array(z.string()),
});

/** By folder name, of every procedure in a content folder. A process that does not compile has no elements to claim. */
export async function readArtefacts(contentFolder: string): Promise<Artefacts> {
  const folders = readdirSync(contentFolder).filter((name) => existsSync(join(contentFolder, name, 'procedure.json')));
  const entries = await Promise.all(folders.map(async (name) => [name, await artefactsOf(join(contentFolder, name))] as const));
  return new Map(entries);
}

async function artefactsOf(folder: string): Promise<ProcedureArtefacts> {
  const procedure = definition.parse(JSON.parse(readFileSync(join(folder, 'procedure.json'), 'utf8')));
  const { graph } = compile(await parseDefinitions(readFileSync(join(folder, procedure.process), 'utf8')));
  return {
    elements: new Set(Object.keys(graph?.elements ?? {})),
    fields: new Set(procedure.collections.flatMap(({ name, fields }) => fields.map((field) => `${name}.${field.name}`))),
    parameters: new Set(procedure.parameters.map(({ key }) => key)),
    posts: new Set(procedure.posts.map(({ key }) => key)),
    decisions: new Set(procedure.decisions),
  };
}

/** Ids of the table "Everything the seed names" in a Markdown file. */
export function seedIdsIn(markdown: string): readonly string[] {
  return [...markdown.matchAll(/^\|\s*(A\d+\.\d+[a-z]?)\s*\|/gm)].flatMap(([, id]) => id ?? []);
}

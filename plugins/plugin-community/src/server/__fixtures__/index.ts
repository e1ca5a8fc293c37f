import { compile, parseDefinitions, type Graph } from '@wuxin/bpmn-core';
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const WORKFLOWS = resolve(__dirname, '../../../../../workflows');

/** Every folder of content in this repository that is a procedure, by name. */
export const folders = (): string[] =>
  readdirSync(WORKFLOWS)
    .filter((name) => existsSync(join(WORKFLOWS, name, 'procedure.json')))
    .sort();

export const folderOf = (name: string): string => join(WORKFLOWS, name);

/** @throws Error with the problems when the process does not compile */
export async function graphOf(xml: string): Promise<Graph> {
  const { graph, problems } = compile(await parseDefinitions(xml));
  if (!graph) throw new Error(JSON.stringify(problems, null, 2));
  return graph;
}

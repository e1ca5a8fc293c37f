import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Json } from '../contract';
import { parseJson } from '../json';
import { ScenarioError } from './errors';
import { runScenario, type Mode } from './runScenario';
import { readScenarios, type ReadScenario, type Scenario } from './scenario';

const MODES: readonly Mode[] = ['live', 'restored'];

export interface Report {
  readonly passed: number;
  readonly failures: readonly string[];
}

/** Runs every scenario of a folder both ways; one counts as passed only when both ways do. */
export async function runFolder(folder: string): Promise<Report> {
  const scenarios = readScenarios(readJson(folder));
  const failures: string[] = [];
  for (const read of scenarios) {
    const failure = await failureOf(folder, read);
    if (failure !== null) failures.push(failure);
  }
  return { passed: scenarios.length - failures.length, failures };
}

async function failureOf(folder: string, read: ReadScenario): Promise<string | null> {
  switch (read.kind) {
    case 'scenario':
      return runBothWays(folder, read.scenario);
    case 'unreadable':
      return `FAILED ${read.name}: cannot be read: ${read.error.message}`;
  }
}

async function runBothWays(folder: string, scenario: Scenario): Promise<string | null> {
  const path = join(folder, `${scenario.id}.bpmn`);
  if (!existsSync(path)) return line(scenario, 'step 0', `${scenario.id}.bpmn is missing`);
  const xml = readFileSync(path, 'utf8');
  for (const mode of MODES) {
    const failure = await runScenario(scenario, xml, mode);
    if (failure) return line(scenario, `step ${failure.step} (${mode})`, failure.reason);
  }
  return null;
}

function line({ id, title }: Scenario, place: string, reason: string): string {
  return `FAILED ${id} ${title}: ${place}: ${reason}`;
}

function readJson(folder: string): Json {
  if (!existsSync(folder)) throw new ScenarioError('folderMissing', { folder });
  if (!statSync(folder).isDirectory()) throw new ScenarioError('folderUnreadable', { folder });
  const path = join(folder, 'scenarios.json');
  if (!existsSync(path)) throw new ScenarioError('scenariosMissing', { path });
  try {
    return parseJson(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new ScenarioError('scenariosNotJson', { path, reason: cause instanceof Error ? cause.message : '' }, { cause });
  }
}

import { FeelError, feelValue, viewFeel, type FeelValue } from '@wuxin/feel';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { DmnError, evaluateDmn, parseDmn, type DmnModel, type DmnProblem } from '../dmn';
import { readCases, type TckCase } from './read-cases';
import { isSameValue } from './same-value';

/** A result that was not as expected. */
export interface TckFailure {
  /** Folder, case and result. */
  readonly name: string;
  readonly cause: string;
  readonly detail: string;
}

export interface TckReport {
  readonly passed: number;
  readonly failures: readonly TckFailure[];
}

/** What `now()` says; no case depends on the moment. */
const NOW = Date.UTC(2026, 0, 1);

/** Runs every file of test cases at any depth under a folder, against the models beside it. A result counts as one. */
export async function runTck(folder: string): Promise<TckReport> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  let passed = 0;
  const failures: TckFailure[] = [];
  for (const file of files.filter((path) => /-test-.*\.xml$/.test(path)).sort()) {
    const outcome = await runFile(file, relative(folder, file).replace(/\.xml$/, ''));
    passed += outcome.passed;
    failures.push(...outcome.failures);
  }
  return { passed, failures };
}

async function runFile(file: string, name: string): Promise<TckReport> {
  const { modelName, cases } = readCases(readFileSync(file, 'utf8'));
  const total = cases.reduce((sum, { results }) => sum + results.length, 0);
  let models: DmnModel[];
  try {
    models = await modelsBeside(file, modelName);
  } catch (cause) {
    const failure = { name, ...reasonOf(cause) };
    return { passed: 0, failures: Array.from({ length: total }, () => failure) };
  }
  const failures = cases.flatMap((one) => runCase(models, one, name));
  return { passed: total - failures.length, failures };
}

/** The model of the file first, then those of its folder, which it may import. */
async function modelsBeside(file: string, modelName: string): Promise<DmnModel[]> {
  const folder = join(file, '..');
  const others = readdirSync(folder).filter((other) => other.endsWith('.dmn') && other !== modelName);
  return Promise.all([modelName, ...others].map((other) => parseDmn(readFileSync(join(folder, other), 'utf8'))));
}

function runCase(models: readonly DmnModel[], { id, invocable, inputs, results }: TckCase, file: string): TckFailure[] {
  return results.flatMap(({ name, expected }) => {
    const place = `${file} ${id} ${name}`;
    try {
      const { value: whole, problems } = evaluateDmn(models, { name: invocable ?? name, inputs: inputs() }, { now: NOW });
      const value = results.length > 1 && invocable !== null ? outputNamed(whole, name) : whole;
      const wanted = feelValue(expected());
      if (isSameValue(value, wanted)) return [];
      const detail = `expected ${shown(wanted)}, got ${shown(value)}`;
      return [
        {
          name: place,
          cause: causeOf(problems[0]),
          detail: problems[0] ? `${detail}; ${JSON.stringify(problems[0].data)}` : detail,
        },
      ];
    } catch (cause) {
      return [{ name: place, ...reasonOf(cause) }];
    }
  });
}

/** A decision service with several outputs gives them as a context. */
function outputNamed(whole: FeelValue, name: string): FeelValue {
  const view = viewFeel(whole);
  return (view.kind === 'context' ? view.entries[name] : undefined) ?? whole;
}

const causeOf = (problem: DmnProblem | undefined): string => {
  if (!problem) return 'another value';
  const { code } = problem.data;
  return typeof code === 'string' ? `${problem.code} ${code}` : problem.code;
};

function reasonOf(cause: unknown): { cause: string; detail: string } {
  if (cause instanceof DmnError) return { cause: cause.code, detail: JSON.stringify(cause.data) };
  if (cause instanceof FeelError) return { cause: `value in the case: ${cause.code}`, detail: JSON.stringify(cause.data) };
  return {
    cause: 'broken',
    detail: cause instanceof Error ? (cause.stack ?? cause.message).split('\n').slice(0, 3).join(' ') : String(cause),
  };
}

function shown(value: { toJSON(): unknown }): string {
  try {
    return JSON.stringify(value.toJSON());
  } catch {
    return 'no plain value';
  }
}

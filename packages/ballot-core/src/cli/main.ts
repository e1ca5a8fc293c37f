import { resolve } from 'node:path';
import { BallotError } from '../errors';
import { evaluateCases } from './cases';
import { readCasesFile } from './read-file';

type Output = { readonly cwd: string; readonly print: (line: string) => void };

const USAGE = 'npm run -s tally -- FILE.json';

/** Prints one JSON line per case and returns the exit code: 1 when a case or the file could not be evaluated. */
export function main(args: readonly string[], { cwd, print }: Output): 0 | 1 {
  try {
    const [file] = args;
    if (!file) throw new BallotError('ballot.fileNotGiven', { usage: USAGE });
    const results = evaluateCases(readCasesFile(resolve(cwd, file)));
    for (const result of results) print(JSON.stringify(result));
    return results.every(({ ok }) => ok) ? 0 : 1;
  } catch (error) {
    if (!(error instanceof BallotError)) throw error;
    print(JSON.stringify({ ok: false, ...error.toJSON() }));
    return 1;
  }
}

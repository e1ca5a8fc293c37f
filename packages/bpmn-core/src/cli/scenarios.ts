// npm run scenarios -- DIR: runs a folder of BPMN files against what scenarios.json says they must do.
import { resolve } from 'node:path';
import { ScenarioError } from './errors';
import { runFolder } from './folder';

async function main(folder: string | undefined): Promise<number> {
  if (folder === undefined) {
    console.error('usage: npm run scenarios -- DIR');
    return 2;
  }
  // npm changes to the root of the project; a relative folder is meant from where the command was given.
  const { failures, passed } = await runFolder(resolve(process.env.INIT_CWD ?? process.cwd(), folder));
  for (const failure of failures) console.log(failure);
  console.log(`${passed} passed, ${failures.length} failed`);
  return failures.length > 0 ? 1 : 0;
}

main(process.argv[2]).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof ScenarioError ? `error ${error.message}` : error);
    process.exitCode = 2;
  },
);

// npm run dmn-tck -- DIR: runs a folder in the layout of the public DMN TCK (github.com/dmn-tck/tck, TestCases).
import { resolve } from 'node:path';
import { runTck } from './run-folder';

async function main(folder: string | undefined): Promise<number> {
  if (folder === undefined) {
    console.error('usage: npm run dmn-tck -- DIR');
    return 2;
  }
  // npm changes to the root of the project; a relative folder is meant from where the command was given.
  const { passed, failures } = await runTck(resolve(process.env.INIT_CWD ?? process.cwd(), folder));
  const causes = [...new Set(failures.map(({ cause }) => cause))].sort();
  for (const cause of causes) {
    const those = failures.filter((failure) => failure.cause === cause);
    console.log(`${cause}: ${those.length}`);
    for (const { name, detail } of those) console.log(`  ${name}: ${detail}`);
  }
  console.log(`${passed} passed, ${failures.length} failed`);
  return failures.length > 0 ? 1 : 0;
}

main(process.argv[2]).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 2;
  },
);

// Reads [{ file, code }] from standard input, lints each as if it lay there, and prints the rule ids that fired, one list a fixture.
// Rules that need types are off: the files do not exist, so there is no program to ask.
import { ESLint } from 'eslint';
import { text } from 'node:stream/consumers';
import { resolve } from 'node:path';
import tseslint from 'typescript-eslint';

const root = resolve(import.meta.dirname, '../../..');
const { rules, languageOptions } = tseslint.configs.disableTypeChecked;
const eslint = new ESLint({ cwd: root, overrideConfig: { rules, languageOptions } });

const reports = [];
for (const { file, code } of JSON.parse(await text(process.stdin))) {
  const [result] = await eslint.lintText(code, { filePath: resolve(root, file) });
  reports.push(result.messages.map(({ ruleId, message }) => ({ rule: ruleId, message })));
}
console.log(JSON.stringify(reports));

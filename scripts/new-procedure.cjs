'use strict';
// npm run new-procedure -- NN-NAME [--name 中文名] [--name-en "English name"] [--in FOLDER]: a folder that a content author fills.
const { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } = require('node:fs');
const { dirname, join, relative, resolve } = require('node:path');
const { root } = require('./lib/install.cjs');

const TEMPLATE = join(__dirname, 'new-procedure/template');
const USAGE = 'usage: npm run new-procedure -- 60-repair-request [--name 报修] [--name-en "Repair request"] [--in FOLDER]';

function main(args) {
  const { folder, name, nameEn, content } = read(args);
  const target = join(content, folder);
  if (existsSync(target)) throw new Error(`${relative(process.cwd(), target)} is there already; nothing was changed.`);
  const key = camelCase(folder.replace(/^\d+-/, ''));
  const values = { key, collection: `${key}Records`, name: name ?? key, nameEn: nameEn ?? key };
  for (const file of filesIn(TEMPLATE)) {
    const path = join(target, relative(TEMPLATE, file));
    mkdirSync(dirname(path), { recursive: true });
    // a Word file has placeholders of its own and is taken as it is
    if (path.endsWith('.docx')) copyFileSync(file, path);
    else writeFileSync(path, filled(readFileSync(file, 'utf8'), path.endsWith('.bpmn') ? escaped(values) : values));
  }
  process.stdout.write(`${relative(process.cwd(), target)} is ready. Try it: npm test -- stories\n`);
}

function read(args) {
  const [folder, ...rest] = args;
  if (!/^\d{2}-[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(folder ?? '')) throw new Error(USAGE);
  const options = { '--name': undefined, '--name-en': undefined, '--in': join(root, 'workflows') };
  for (let index = 0; index < rest.length; index += 2) {
    const value = rest[index + 1];
    if (!Object.hasOwn(options, rest[index]) || !value || /["\\{}\n]/.test(value)) throw new Error(USAGE);
    options[rest[index]] = value;
  }
  return { folder, name: options['--name'], nameEn: options['--name-en'], content: resolve(options['--in']) };
}

const camelCase = (words) => words.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

const filled = (text, values) => text.replace(/\{\{(\w+)\}\}/g, (_, key) => values[key]);

const escaped = (values) =>
  Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      key,
      value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll("'", '’'),
    ]),
  );

function filesIn(folder) {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesIn(path) : [path];
  });
}

try {
  main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

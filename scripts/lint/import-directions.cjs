'use strict';
// ESLint rule: reports an import that runs against the layout.
const { relative, resolve, sep } = require('node:path');
const { problemOf } = require('./layout.cjs');

const root = resolve(__dirname, '../..');

/** @type {import('eslint').Rule.RuleModule} */
module.exports = {
  meta: { type: 'problem', schema: [], docs: { description: 'imports follow the arrows of the layout and end at doors' } },
  create(context) {
    const file = relative(root, context.filename).split(sep).join('/');
    const check = (node, source, typeOnly) => {
      if (typeof source?.value !== 'string') return;
      const message = problemOf({ file, specifier: source.value, typeOnly });
      if (message) context.report({ node: source, message });
    };
    const onlyTypes = (node) => node.importKind === 'type' || node.exportKind === 'type';
    return {
      ImportDeclaration: (node) => check(node, node.source, onlyTypes(node)),
      ExportNamedDeclaration: (node) => check(node, node.source, onlyTypes(node)),
      ExportAllDeclaration: (node) => check(node, node.source, onlyTypes(node)),
      ImportExpression: (node) => check(node, node.source, false),
      TSImportType: (node) => check(node, node.argument?.literal ?? node.source, true),
    };
  },
};

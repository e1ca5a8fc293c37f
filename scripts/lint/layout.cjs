'use strict';
// Which file may import which: the arrows of the layout (packages <- plugins, one door per folder) as a pure function.
const { posix } = require('node:path');

/** What a package may use of our other packages. Tests, command lines and test hosts may use any of them. */
const PACKAGE_ARROWS = {
  'bpmn-core': ['xml'],
  'decision': ['feel', 'xml'],
  'pack-format': ['xml'],
  'redaction': ['xml'],
};
/** What a plugin may use of our other plugins, always through its door. */
const PLUGIN_ARROWS = {
  'plugin-ballot': ['plugin-bpmn'],
  'plugin-notice': ['plugin-bpmn'],
  'plugin-supervision': ['plugin-bpmn'],
  'plugin-community': ['plugin-bpmn', 'plugin-ballot', 'plugin-notice', 'plugin-supervision'],
};
/** NocoBase reads collections and migrations file by file; runtime is a shelf of small tools, one a file. */
const FOLDERS_WITHOUT_DOOR = new Set(['collections', 'migrations', 'runtime']);
/**
 * A kind of element plugs into both phases of the core; through their doors it would import the registry that lists it. A migration
 * moves the interpreter's rows by its own rules, which are nobody else's.
 */
const INSIDERS = {
  'packages/bpmn-core/src/kinds/': ['interpret', 'compile'],
  'packages/bpmn-core/src/migration/': ['interpret'],
};
const HOST_PAGE = /^(react|react-dom|antd|@ant-design|@formily\/(antd-v5|react))(\/|$)/;
const SERVER_ONLY = /^(sequelize|koa|pg|sqlite3|@koa|@nocobase\/(?!client-v2|flow-engine|utils\/client|plugin-[^/]+\/client-v2))/;
const NO_RUNTIME_OF_OURS = /^(sequelize|koa|pg|sqlite3|react|react-dom|antd|@nocobase|@ant-design|@koa)(\/|$)/;

const isTest = (path) => /\.(test|spec)\.tsx?$/.test(path) || /(^|\/)__(tests|fixtures)__\//.test(path);

/**
 * Where a file of the repository lies.
 * @param {string} path relative to the repository, with slashes
 */
function placeOf(path) {
  const [top, unit, src, ...rest] = path.split('/');
  if ((top !== 'packages' && top !== 'plugins') || src !== 'src') return { top, inside: rest, unit: undefined };
  if (top === 'packages') return { top, unit, home: `packages/${unit}`, area: `packages/${unit}/src`, inside: rest };
  const side = ['server', 'client-v2', 'common'].includes(rest[0]) ? rest[0] : undefined;
  const area = side ? `plugins/${unit}/src/${side}` : undefined;
  return { top, unit, home: `plugins/${unit}`, side, area, inside: side ? rest.slice(1) : rest };
}

/** Code that stands on Node and on every package by purpose: command lines, tests and the host that plays scenarios. */
const isEdge = (path, place) => isTest(path) || ['cli', 'host', 'testing'].includes(place.inside[0]);

/**
 * @param {{ file: string, specifier: string, typeOnly?: boolean }} use `file` relative to the repository
 * @returns {string | undefined} why this import is not allowed
 */
function problemOf({ file, specifier, typeOnly = false }) {
  const place = placeOf(file);
  if (specifier.endsWith('.json') && !place.unit) return undefined;
  if (!specifier.startsWith('.')) return bareProblem(file, place, specifier, typeOnly);
  return relativeProblem(file, place, posix.join(posix.dirname(file), specifier));
}

function relativeProblem(file, from, target) {
  const to = placeOf(target);
  if (to.unit && to.home !== from.home) return `${to.home} is used by its name, not by a path into it.`;
  if (isTest(file) && to.top === 'test') return undefined;
  if (from.unit && !target.startsWith(`${from.home}/`)) return `A file of ${from.home} imports nothing outside it by path.`;
  return sideProblem(from, to) ?? doorProblem(file, target, to);
}

function sideProblem(from, to) {
  if (!from.side || !to.side || from.side === to.side) return undefined;
  if (from.side === 'common') return `src/common imports neither src/server nor src/client-v2.`;
  return to.side === 'common' ? undefined : `src/${from.side} never imports src/${to.side}; what both need lies in src/common.`;
}

/** Feature folders are the direct children of an area; from outside an import ends at the folder. */
function doorProblem(file, target, to) {
  if (!to.area) return undefined;
  const [feature, ...past] = target.slice(to.area.length + 1).split('/');
  if (past.length === 0 || (past.length === 1 && past[0] === 'index') || target.endsWith('.json')) return undefined;
  if (file.startsWith(`${to.area}/${feature}/`) || isOpen(file, feature, to) || isInsider(file, feature)) return undefined;
  return `Past the door of ${to.area}/${feature}: import "${feature}" and let its index.ts name what others may use.`;
}

const isOpen = (file, feature, { top }) =>
  feature.startsWith('__') || (feature === 'testing' && isTest(file)) || (top === 'plugins' && FOLDERS_WITHOUT_DOOR.has(feature));
const isInsider = (file, feature) =>
  Object.entries(INSIDERS).some(([home, open]) => file.startsWith(home) && open.includes(feature));

function bareProblem(file, place, specifier, typeOnly) {
  const own = /^@wuxin\/([^/]+)(\/.*)?$/.exec(specifier);
  if (own) return ownProblem(file, place, { name: own[1], rest: own[2] });
  if (place.top === 'packages' && place.unit) return packageProblem(file, place, specifier);
  if (place.top === 'plugins' && place.unit) return pluginProblem(file, place, specifier, typeOnly);
  return undefined;
}

function packageProblem(file, place, specifier) {
  if (NO_RUNTIME_OF_OURS.test(specifier)) return `packages/* know no NocoBase, no database and no page: not "${specifier}".`;
  if (specifier.startsWith('node:') && !isEdge(file, place)) return `packages/* run in the browser too: not "${specifier}".`;
  return undefined;
}

function pluginProblem(file, place, specifier, typeOnly) {
  if (place.side === 'server' && (HOST_PAGE.test(specifier) || /\/client(-v2)?$/.test(specifier)))
    return `src/server does not run in a page: not "${specifier}".`;
  if (
    place.side === 'client-v2' &&
    !isTest(file) &&
    (specifier.startsWith('node:') || (SERVER_ONLY.test(specifier) && !typeOnly))
  )
    return `src/client-v2 runs in a page: not "${specifier}".`;
  if (
    place.side === 'client-v2' &&
    file.includes('/lazy/') &&
    !typeOnly &&
    (HOST_PAGE.test(specifier) || specifier.startsWith('@nocobase/'))
  )
    return `A lazily loaded module cannot see the page's "${specifier}".`;
  return undefined;
}

function ownProblem(file, place, { name, rest }) {
  if (name === 'test') return !place.unit || isTest(file) ? undefined : '@wuxin/test is for tests.';
  if (name.startsWith('plugin-')) return ownPluginProblem(file, place, { name, rest });
  if (rest) return `@wuxin/${name} has one door: import "@wuxin/${name}".`;
  if (place.top !== 'packages' || !place.unit || isEdge(file, place)) return undefined;
  return PACKAGE_ARROWS[place.unit]?.includes(name) ? undefined : `packages/${place.unit} stands without packages/${name}.`;
}

function ownPluginProblem(file, place, { name, rest }) {
  if (place.top === 'packages' && place.unit) return 'packages/* know no plugin.';
  if (rest && rest !== '/client-v2') return `@wuxin/${name} has one door: import "@wuxin/${name}".`;
  if (place.top !== 'plugins' || !place.unit) return undefined;
  if (place.unit === name) return `Inside ${name}, import by path.`;
  if (!PLUGIN_ARROWS[place.unit]?.includes(name))
    return `${place.unit} does not know ${name}: it registers itself there, not the other way.`;
  if (place.side === 'client-v2' && !rest) return `The page's door is "@wuxin/${name}/client-v2".`;
  return place.side !== 'client-v2' && rest ? `The server's door is "@wuxin/${name}".` : undefined;
}

module.exports = { isTest, problemOf };

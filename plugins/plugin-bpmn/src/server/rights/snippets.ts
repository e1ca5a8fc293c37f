import type { Application } from '@nocobase/server';
import type { RightKey } from '../../common/api';
import type { Right } from '../runtime/rights';

export const SUPERVISION_SNIPPET = 'pm.wuxin.supervision';
/** Everything of processes and cases but `bind`; who had it before there were rights for the parts has the same since. */
export const ADMINISTRATION_SNIPPET = 'pm.wuxin.processes';

/**
 * The rights and their names in NocoBase. Roles of administrators have `pm.*`, which is every snippet whose name begins so: the name of `bind` does not, and so
 * nobody but the root user has it who was not given it by name.
 */
export const SNIPPET_OF: Readonly<Record<RightKey, string>> = {
  processes: ADMINISTRATION_SNIPPET,
  design: 'pm.wuxin.design',
  publish: 'pm.wuxin.publish',
  migrate: 'pm.wuxin.migrate',
  parameters: 'pm.wuxin.parameters',
  bind: 'wuxin.bind',
};

/** An action that who has the right may call, and who has not may not. What `bind` allows is a part of other actions, so its own is no action. */
export const ACTION_OF: Readonly<Record<Right, readonly [resource: string, action: string]>> = {
  design: ['bpmnProcesses', 'saveDraft'],
  publish: ['bpmnProcesses', 'publish'],
  migrate: ['bpmnProcesses', 'migrate'],
  bind: ['bpmnBindings', 'bind'],
};

/** Looking at processes, and trying them out, which changes nothing. */
const LOOKING = [
  ...[
    'overview',
    'detail',
    'changes',
    'versionCases',
    'compare',
    'draft',
    'draftProblems',
    'check',
    'designOptions',
    'validate',
    'publishing',
  ],
  ...['previewForm', 'placeholders', 'template', 'exportPack', 'migrations', 'migration'],
  ...['tryOutSetup', 'tryOut', 'tryOutForm', 'tryOutOptions', 'tryOutDrawing', 'keptTests', 'keptTest', 'runTests'],
].map((name) => `bpmnProcesses:${name}`);
const LOOKING_AT_TABLES = ['overview', 'detail', 'check', 'file', 'readFile', 'try'].map((name) => `bpmnDecisions:${name}`);
const LOOKS = [...LOOKING, ...LOOKING_AT_TABLES];

const DESIGNING = [
  ...['deploy', 'draw', 'importDrawing', 'saveDraft', 'copyForm', 'addField', 'keepTest', 'removeTest'],
  ...['addTemplate', 'replaceTemplate', 'removeTemplate', 'askForPublishing'],
].map((name) => `bpmnProcesses:${name}`);
const PUBLISHING = ['publish', 'renew', 'retire', 'rollBack'].map((name) => `bpmnProcesses:${name}`);
const MIGRATING = ['migrationPlan', 'previewMigration', 'migrate', 'stopMigration', 'continueMigration'].map(
  (name) => `bpmnProcesses:${name}`,
);

/** Resources that are administered as a whole. */
const ADMINISTERED = [
  'bpmnProcesses',
  'bpmnIncidents',
  'bpmnInstances',
  'bpmnParameters',
  'bpmnDecisions',
  'bpmnPacks',
  'bpmnDataStarts',
  'bpmnCalendars',
];

/** Which rights roles can be given, and what each allows; each command asks again. */
export function registerSnippets({ acl }: Application): void {
  const register = (name: string, actions: string[]) => acl.registerSnippet({ name, actions });
  register(SUPERVISION_SNIPPET, ['bpmnSupervision:*']);
  register(
    ADMINISTRATION_SNIPPET,
    ADMINISTERED.map((name) => `${name}:*`),
  );
  register(SNIPPET_OF.parameters, ['bpmnParameters:*']);
  register(SNIPPET_OF.design, [...LOOKS, ...DESIGNING, 'bpmnDecisions:change', 'bpmnPacks:*']);
  register(SNIPPET_OF.publish, [...LOOKS, ...PUBLISHING]);
  register(SNIPPET_OF.migrate, [...LOOKS, ...MIGRATING]);
  register(SNIPPET_OF.bind, [ACTION_OF.bind.join(':')]);
}

import type {
  Deadline,
  DeadlineStep,
  ElementSettings,
  Outcome,
  ParameterCheck,
  PersonRule,
  ProcessSettings,
  Stage,
} from '../graph';
import { childrenOf, extensionsOf, flagOf, textOf, type ModdleElement } from '../parse';
import { feelOf } from './expression';

export function readElementSettings(source: ModdleElement): ElementSettings {
  const [deadline] = extensionsOf(source, 'wuxin:Deadline');
  const retries = Number(textOf(source, 'wuxin:retries') ?? Number.NaN);
  return compact({
    nameEn: text(source, 'nameEn'),
    stage: text(source, 'stage'),
    activityType: text(source, 'activityType'),
    retries: Number.isInteger(retries) ? retries : undefined,
    formKey: text(source, 'formKey'),
    whenNobody: text(source, 'whenNobody'),
    whenStarter: text(source, 'whenStarter'),
    returnTo: text(source, 'returnTo'),
    confidential: flagOf(source, 'wuxin:confidential') || undefined,
    mayAddPeople: flagOf(source, 'wuxin:mayAddPeople') || undefined,
    mayRemovePeople: flagOf(source, 'wuxin:mayRemovePeople') || undefined,
    subjects: listOf(source, 'wuxin:Subject', readPersonRule),
    decisionRef: text(source, 'decisionRef'),
    resultVariable: text(source, 'resultVariable'),
    assignments: listOf(source, 'wuxin:Assignment', readPersonRule),
    cc: listOf(source, 'wuxin:Cc', readPersonRule),
    outcomes: listOf(source, 'wuxin:Outcome', readOutcome),
    deadline: deadline && readDeadline(deadline),
    config: readConfig(source),
  });
}

export function readProcessSettings(source: ModdleElement): ProcessSettings {
  const stages = extensionsOf(source, 'wuxin:Stages').flatMap((list) => childrenOf(list, 'values'));
  return compact({
    nameEn: text(source, 'nameEn'),
    recordCollection: text(source, 'recordCollection'),
    title: text(source, 'title'),
    businessKey: text(source, 'businessKey'),
    stages: stages.length > 0 ? stages.map(readStage) : undefined,
    checks: listOf(source, 'wuxin:Check', readCheck),
    config: readConfig(source),
  });
}

function text(source: ModdleElement, name: string): string | undefined {
  return textOf(source, `wuxin:${name}`) ?? undefined;
}

function own(source: ModdleElement, name: string): string | undefined {
  return textOf(source, name) ?? undefined;
}

function listOf<T>(source: ModdleElement, type: string, read: (item: ModdleElement) => T): readonly T[] | undefined {
  const items = extensionsOf(source, type).map(read);
  return items.length > 0 ? items : undefined;
}

function readPersonRule(source: ModdleElement): PersonRule {
  return { kind: textOf(source, 'kind') ?? '', value: textOf(source, 'value') ?? '' };
}

function readOutcome(source: ModdleElement): Outcome {
  return compact({
    key: textOf(source, 'key') ?? '',
    name: own(source, 'name'),
    nameEn: own(source, 'nameEn'),
    kind: own(source, 'kind'),
    consequence: own(source, 'consequence'),
    consequenceEn: own(source, 'consequenceEn'),
    requiresOpinion: flag(source, 'requiresOpinion'),
    skipsRequired: flag(source, 'skipsRequired'),
  });
}

function readDeadline(source: ModdleElement): Deadline {
  return compact({
    amount: textOf(source, 'amount') ?? '',
    unit: textOf(source, 'unit') ?? '',
    base: own(source, 'base'),
    stopLimit: own(source, 'stopLimit'),
    steps: childrenOf(source, 'steps').map(readDeadlineStep),
  });
}

function readDeadlineStep(source: ModdleElement): DeadlineStep {
  return compact({
    amount: textOf(source, 'amount') ?? '',
    unit: textOf(source, 'unit') ?? '',
    action: textOf(source, 'action') ?? '',
    kind: own(source, 'kind'),
    value: own(source, 'value'),
  });
}

function readStage(source: ModdleElement): Stage {
  return compact({ key: textOf(source, 'key') ?? '', name: own(source, 'name'), nameEn: own(source, 'nameEn') });
}

function readCheck(source: ModdleElement): ParameterCheck {
  return compact({
    condition: `=${feelOf(textOf(source, 'condition') ?? '')}`,
    message: textOf(source, 'message')?.trim() ?? '',
    messageEn: own(source, 'messageEn'),
  });
}

function readConfig(source: ModdleElement): Readonly<Record<string, string>> | undefined {
  const properties = extensionsOf(source, 'wuxin:Config').flatMap((config) => childrenOf(config, 'values'));
  const entries = properties.map((property) => [textOf(property, 'name') ?? '', textOf(property, 'value') ?? ''] as const);
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

function flag(source: ModdleElement, name: string): boolean | undefined {
  const value = source.get(name);
  return typeof value === 'boolean' ? value : undefined;
}

/** Leaves out what the file does not say, so that stored graphs stay small and comparable. */
function compact<T extends object>(settings: T): T {
  for (const key of Object.keys(settings) as (keyof T)[]) if (settings[key] === undefined) delete settings[key];
  return settings;
}

import { defineParameters, parametersInForce, type ParameterDefinition, type Tx } from '@wuxin/plugin-bpmn';

const POLICY = { limitKind: 'policy', ceiling: null, certainty: 'unsure' } as const;
const PROPOSED = {
  source: '本系统建议值，须由镇（街）确认',
  sourceEn: 'Proposed by this system; to be confirmed by the township',
};
const LEVELS = ['county', 'township'];

/** Numbers of objections (P59 of the domain specification). The first three, {@link SHARED}, are also in the four deliberations, where they mean the same. */
export const OBJECTION_PARAMETERS: readonly ParameterDefinition[] = [
  {
    key: 'obj.answer_days',
    name: '异议答复期限',
    nameEn: 'Time for answering an objection',
    defaultValue: 5,
    unit: 'workingDays',
    floor: 1,
    ...POLICY,
    source: '山东要求 5 日内答复，本省条文未读到，须确认',
    sourceEn: 'Shandong: within 5 days; no text of this province was read: to be confirmed',
    levels: LEVELS,
  },
  {
    key: 'obj.township_days',
    name: '镇（街）复核期限',
    nameEn: 'Time for the township to look again',
    defaultValue: 10,
    unit: 'workingDays',
    floor: 1,
    ...POLICY,
    source: '重庆要求镇 10 日内答复，本省条文未读到，须确认',
    sourceEn: 'Chongqing: within 10 days; no text of this province was read: to be confirmed',
    levels: LEVELS,
  },
  {
    key: 'obj.group',
    name: '共同异议须听证的人数',
    nameEn: 'People who object together, from whom on they are heard',
    defaultValue: 10,
    unit: 'people',
    floor: 2,
    ...POLICY,
    source: '领域说明 P59；本程序建议',
    sourceEn: 'Domain specification P59; proposal of this procedure',
    levels: LEVELS,
  },
  {
    key: 'obj.accept_days',
    name: '异议受理期限',
    nameEn: 'Time for accepting an objection',
    defaultValue: 2,
    unit: 'workingDays',
    floor: 1,
    ...POLICY,
    ...PROPOSED,
    levels: LEVELS,
  },
  {
    key: 'obj.appeal_days',
    name: '异议申请复核期限',
    nameEn: 'Time for going to the level above with an objection',
    defaultValue: 5,
    unit: 'workingDays',
    floor: 1,
    ...POLICY,
    ...PROPOSED,
    levels: LEVELS,
  },
  {
    key: 'obj.keep_days',
    name: '异议人信息保留期限',
    nameEn: 'How long name and contact of whoever objected are kept once it is closed',
    defaultValue: 180,
    unit: 'calendarDays',
    floor: 0,
    ...POLICY,
    ...PROPOSED,
    levels: LEVELS,
  },
];

const SHARED: readonly string[] = ['obj.answer_days', 'obj.township_days', 'obj.group'];

/**
 * Of those that it shares, only what nobody has defined: a pack of an installation may say another source or limit, and an upgrade of ours must not take
 * that back. What a pack says later replaces ours; the meaning is the same.
 */
export async function seedObjectionParameters(tx: Tx): Promise<void> {
  const known = await parametersInForce(tx, SHARED, null);
  await defineParameters(tx, OBJECTION_PARAMETERS.filter(({ key }) => !known.has(key))); // prettier-ignore
}

/** Days and people that hold at a place. */
export interface ObjectionNumbers {
  readonly acceptDays: number;
  readonly answerDays: number;
  readonly townshipDays: number;
  readonly appealDays: number;
  readonly keepDays: number;
  readonly group: number;
}

export async function numbersAt(tx: Tx, placeId: string | null): Promise<ObjectionNumbers> {
  const values = await parametersInForce(tx, OBJECTION_PARAMETERS.map(({ key }) => key), placeId); // prettier-ignore
  const number = (key: string) =>
    Number(values.get(key)?.value ?? OBJECTION_PARAMETERS.find((one) => one.key === key)?.defaultValue);
  return {
    acceptDays: number('obj.accept_days'),
    answerDays: number('obj.answer_days'),
    townshipDays: number('obj.township_days'),
    appealDays: number('obj.appeal_days'),
    keepDays: number('obj.keep_days'),
    group: number('obj.group'),
  };
}

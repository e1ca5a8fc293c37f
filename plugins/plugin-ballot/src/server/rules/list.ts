import { parseMeetingType, parseRule } from '@wuxin/ballot-core';
import type { ReadTx } from '@wuxin/plugin-bpmn';
import type { MeetingTypeRow, RuleRow } from '../../common/api';
import type { Who } from '../rights';
import { tables, type RuleRecord } from '../store';
import { isReady, titleOf } from './find';
import { isGivenKey } from './given-keys';
import { digestOf, isChanged } from './seed';

const BY_KEY: [string, 'ASC'][] = [['key', 'ASC']];

export async function listRules(tx: ReadTx, { isAdministrator }: Who): Promise<RuleRow[]> {
  const rows = await tables.rules.select(tx, {}, { order: BY_KEY });
  return rows.filter(({ key }) => !isGivenKey(key)).map((row) => ruleRow(row, isAdministrator));
}

function ruleRow({ key, rule, shippedDigest }: RuleRecord, isAdministrator: boolean): RuleRow {
  const parsed = parseRule(rule);
  const { certainty, source, confirmed } = parsed;
  return {
    key,
    title: titleOf(parsed),
    rule,
    source: source ?? null,
    certainty,
    isReady: isReady(parsed),
    confirmed: confirmed ?? null,
    isChanged: shippedDigest !== null && isChanged(rule, shippedDigest),
    isOwn: shippedDigest === null,
    digest: digestOf(rule),
    mayConfirm: isAdministrator && certainty === 'unsure',
    mayChange: isAdministrator,
  };
}

export async function listMeetingTypes(tx: ReadTx, { isAdministrator }: Who): Promise<MeetingTypeRow[]> {
  const rules = new Map((await tables.rules.select(tx, {})).map(({ key, rule }) => [key, parseRule(rule)]));
  const rows = await tables.meetingTypes.select(tx, {}, { order: BY_KEY });
  return rows
    .filter(({ key }) => !isGivenKey(key))
    .map(({ key, type, shippedDigest }) => {
      const { title, source, certainty, rules: keys } = parseMeetingType(type);
      const isUsable = keys.some((rule) => {
        const found = rules.get(rule);
        return found !== undefined && isReady(found);
      });
      return {
        key,
        title,
        type,
        source: source ?? null,
        certainty,
        isReady: isUsable,
        isChanged: shippedDigest !== null && isChanged(type, shippedDigest),
        isOwn: shippedDigest === null,
        digest: digestOf(type),
        mayChange: isAdministrator,
      };
    });
}

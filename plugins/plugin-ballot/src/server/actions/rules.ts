import type { Confirmation } from '@wuxin/ballot-core';
import { forbidden, type Locale, type Tx } from '@wuxin/plugin-bpmn';
import { journalView } from '../journal';
import type { Who } from '../rights';
import { confirmNumbers, createMeetingType, createRule, listMeetingTypes, listRules, saveMeetingType, saveRule } from '../rules';
import { reading, writing } from './define';
import * as Input from './inputs';

export const ruleActions = {
  'ballotRules:list': reading(Input.Nothing, listRules),
  'ballotRules:save': writing(Input.Rule, (tx, who, { rule, ...given }) => saveRule(tx, who, { rule, ...given })),
  'ballotRules:create': writing(Input.Rule, async (tx, who, { rule, reason }) => ({
    id: await createRule(tx, who, { rule, reason }),
  })),
  'ballotRules:confirm': writing(Input.Confirm, (tx, who, { id: key, source, reason, quorum, approval }) => {
    const numbers = { quorum, approval } as Pick<Confirmation, 'quorum' | 'approval'>; // the rule that they make is read anew
    return confirmNumbers(tx, who, { key, source, reason, ...numbers });
  }),
  'ballotRules:journal': reading(Input.One, (tx, who, { id }, { locale }) => journalFor(tx, who, `rule:${id}`, locale)),
  'ballotMeetingTypes:journal': reading(Input.One, (tx, who, { id }, { locale }) =>
    journalFor(tx, who, `meetingType:${id}`, locale),
  ),
  'ballotMeetingTypes:list': reading(Input.Nothing, listMeetingTypes),
  'ballotMeetingTypes:save': writing(Input.MeetingType, (tx, who, { type, ...given }) =>
    saveMeetingType(tx, who, { type, ...given }),
  ),
  'ballotMeetingTypes:create': writing(Input.MeetingType, async (tx, who, { type, reason }) => ({
    id: await createMeetingType(tx, who, { type, reason }),
  })),
};

/** Who changed it when, and why; for administrators. */
async function journalFor(tx: Tx, { isAdministrator }: Who, subject: string, locale: Locale) {
  if (!isAdministrator) throw forbidden('ballot.notAdministrator');
  return journalView(tx, subject, locale);
}

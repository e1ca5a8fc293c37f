import { randomBytes } from 'node:crypto';
import type { DrawnSlipsView } from '../../common/api';
import { doorUrl } from '../door';
import { drawMeetingKey, openBox } from '../key';
import { drawMeetingSlips, exchangeSlip, handOutSlip } from '../slips';
import { writing } from './define';
import * as Input from './inputs';

export const boxActions = {
  'ballotBoxes:drawKey': writing(Input.One, (tx, who, { id }) => drawMeetingKey(tx, who, id)),
  'ballotBoxes:drawSlips': writing(Input.DrawSlips, async (tx, who, { id, count }): Promise<DrawnSlipsView> => {
    const { codes } = await drawMeetingSlips(tx, who, id, { count, randomBytes });
    return { codes, url: doorUrl(id) };
  }),
  'ballotBoxes:handOut': writing(Input.HandOut, (tx, who, { id, entryId }) => handOutSlip(tx, who, id, entryId)),
  'ballotBoxes:exchange': writing(Input.Exchange, (tx, who, { id, code }) => exchangeSlip(tx, who, id, code)),
  'ballotBoxes:openBox': writing(Input.OpenBox, (tx, who, { id, shares }) => openBox(tx, who, id, shares)),
};

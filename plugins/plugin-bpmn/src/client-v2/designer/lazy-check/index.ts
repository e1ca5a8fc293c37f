import { afterChange, checkDrawn, readDrawing } from '../../../common/check';
import type { CheckModule } from '../contract';

/** Of the text of a drawing, as the server reads it. */
export const check: CheckModule['check'] = async (xml, { facts, words, said }) =>
  afterChange(said, await checkDrawn(await readDrawing(xml), facts, words));

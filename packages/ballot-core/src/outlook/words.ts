import type { Localized } from '../measure';
import type { Outlook } from './outlook';

type Told = Pick<Outlook, 'status' | 'outstanding'> & { readonly isHouseholds: boolean };

const ZH: { readonly [S in Outlook['status']]: string } = {
  open: '结果取决于其余的票',
  willPass: '即使其余全部反对，也已通过',
  cannotPass: '即使其余全部赞成，也不能通过',
};

const EN: { readonly [S in Outlook['status']]: string } = {
  open: 'the result depends on the others',
  willPass: 'passed even if all the others vote against',
  cannotPass: 'cannot pass even if all the others vote in favour',
};

/** When nobody is left who could change it. */
const DECIDED: { readonly [S in Outlook['status']]: Localized } = {
  open: { 'zh-CN': '结果待计票', 'en-US': 'the result is still to be counted' },
  willPass: { 'zh-CN': '已达到通过所需票数', 'en-US': 'there are enough votes to pass' },
  cannotPass: { 'zh-CN': '没有达到通过所需票数', 'en-US': 'there are not enough votes to pass' },
};

/** What the chair may say before the last vote is in, and once it is. */
export const outlookWords = ({ status, outstanding, isHouseholds }: Told): Localized =>
  outstanding === 0
    ? {
        'zh-CN': `都已表决；${DECIDED[status]['zh-CN']}`,
        'en-US': `all have voted; ${DECIDED[status]['en-US']}`,
      }
    : {
        'zh-CN': `还有 ${outstanding} ${isHouseholds ? '户' : '人'}未表决；${ZH[status]}`,
        'en-US': `${outstanding} ${isHouseholds ? 'households' : 'people'} have not voted; ${EN[status]}`,
      };

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

/** What the chair may say before the last vote is in. */
export const outlookWords = ({ status, outstanding, isHouseholds }: Told): Localized => ({
  'zh-CN': `还有 ${outstanding} ${isHouseholds ? '户' : '人'}未表决；${ZH[status]}`,
  'en-US': `${outstanding} ${isHouseholds ? 'households' : 'people'} have not voted; ${EN[status]}`,
});

/** What people enter in the yearly cycle. */

export const PROBLEMS = '问'.repeat(450);

export const report = (secretaryName: string, more: object = {}) => ({
  secretaryName,
  reportWork: '抓组织覆盖、抓就业、抓阵地。'.repeat(40),
  reportProblems: PROBLEMS,
  reportLastYear: '上年度三个问题已销号。',
  reportPlans: '按月更新就业台账。',
  orgDue: 4,
  orgBuilt: 4,
  fundParty: 30000,
  fundService: 50000,
  fundOffice: 20000,
  covenant: 'adopted',
  labourHouseholds: 200,
  zeroJobHouseholds: 4,
  premises: ['partyOffice', 'committeeOffice', 'policeRoom', 'library', 'activityRoom', 'square'],
  ...more,
});

export const sheet = (choice: string) => ({
  rateOrganisation: choice,
  rateDuty: choice,
  rateService: choice,
  rateRectification: choice,
  rateOverall: choice,
});

export const meeting = (today: string) => ({
  heldOn: today,
  venue: '会议室',
  attendance: 30,
  questions: '就业怎么抓？答：按三单制逐户对接。',
});

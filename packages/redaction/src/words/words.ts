import type { FindingKind, FindingReason, RedactionFinding } from '../find';

export type RedactionLocale = 'zh-CN' | 'en-US';

type Both = { readonly [locale in RedactionLocale]: string };

const KINDS: { readonly [kind in FindingKind]: Both } = {
  idNumber: { 'zh-CN': '身份证号', 'en-US': 'ID number' },
  phone: { 'zh-CN': '电话号码', 'en-US': 'telephone number' },
  bankAccount: { 'zh-CN': '银行账号', 'en-US': 'bank account' },
  name: { 'zh-CN': '姓名', 'en-US': 'name' },
  minor: { 'zh-CN': '未成年人信息', 'en-US': 'data of a minor' },
  address: { 'zh-CN': '门牌地址', 'en-US': 'address with door number' },
};

const REASONS: { readonly [reason in FindingReason]: Both } = {
  idCheckSum: {
    'zh-CN': '十八位，地区、出生日期和校验码都对',
    'en-US': '18 characters whose region, date of birth and check sum are right',
  },
  idDate: {
    'zh-CN': '十八位，含有效的出生日期，但校验码不对',
    'en-US': '18 characters with a date of birth, but a wrong check sum',
  },
  idLabel: { 'zh-CN': '写在“身份证号”之后或之下', 'en-US': 'stands behind or under the word for ID number' },
  idOldForm: { 'zh-CN': '十五位的旧身份证号', 'en-US': 'an old ID number of 15 digits' },
  idPartlyMasked: { 'zh-CN': '只遮住了一部分的身份证号', 'en-US': 'an ID number of which only a part is hidden' },
  mobileNumber: { 'zh-CN': '手机号码', 'en-US': 'a mobile number' },
  splitMobileNumber: { 'zh-CN': '被拆开书写的手机号码', 'en-US': 'a mobile number that is written in pieces' },
  landline: { 'zh-CN': '带区号的固定电话', 'en-US': 'a landline with its area code' },
  phoneLabel: { 'zh-CN': '写在“电话”之后或之下', 'en-US': 'stands behind or under the word for telephone' },
  cardCheckSum: { 'zh-CN': '银行卡号，校验码正确', 'en-US': 'a card number whose check sum is right' },
  cardPrefix: { 'zh-CN': '以 62 开头、长度同银行卡号', 'en-US': 'begins with 62 and is as long as a card number' },
  accountLabel: { 'zh-CN': '写在“账号”“卡号”之后或之下', 'en-US': 'stands behind or under the word for account or card' },
  accountPartlyMasked: { 'zh-CN': '只遮住了一部分的银行账号', 'en-US': 'an account of which only a part is hidden' },
  knownName: { 'zh-CN': '办件中的人名', 'en-US': 'a name of the case' },
  nameLabel: { 'zh-CN': '写在“姓名”“户主”“联系人”等之后', 'en-US': 'stands behind a word such as name, householder or contact' },
  nameHeader: { 'zh-CN': '在姓名一类的表列中', 'en-US': 'in a column of names' },
  nameTitle: { 'zh-CN': '后面有“同志”“先生”“女士”等称呼', 'en-US': 'stands before a form of address' },
  nameApposition: { 'zh-CN': '后面写着性别、年龄、住址或号码', 'en-US': 'stands before a sex, an age, an address or a number' },
  reporterName: {
    'zh-CN': '举报人、投诉人、异议人的姓名，须保密',
    'en-US': 'the name of somebody who reports or objects, which is confidential',
  },
  minorAge: { 'zh-CN': '不满十八周岁的年龄', 'en-US': 'an age under 18' },
  minorBirthDate: { 'zh-CN': '未成年人的出生日期', 'en-US': 'the date of birth of a minor' },
  minorIdNumber: { 'zh-CN': '未成年人的身份证号', 'en-US': 'the ID number of a minor' },
  minorSchool: {
    'zh-CN': '姓名旁写有未成年人的年龄、生日或学校',
    'en-US': 'a name beside the age, birthday or school of a minor',
  },
  minorName: { 'zh-CN': '学生、子女等未成年人的姓名', 'en-US': 'the name of a pupil or child' },
  roomNumber: { 'zh-CN': '写到单元或房号的地址', 'en-US': 'an address down to the unit or room' },
  groupNumber: { 'zh-CN': '写到几组几号的地址', 'en-US': 'an address down to the number in a group' },
  streetNumber: { 'zh-CN': '写到门牌号的地址', 'en-US': 'an address down to the number of the house' },
  shortDoorNumber: { 'zh-CN': '形如 2-3-501 的楼栋、单元、房号', 'en-US': 'building, unit and room as in 2-3-501' },
  doorHeader: { 'zh-CN': '在房号、门牌一类的表列中', 'en-US': 'in a column of rooms or doors' },
};

const CERTAINTIES: { readonly [certainty in RedactionFinding['certainty']]: Both } = {
  sure: { 'zh-CN': '可以确定', 'en-US': 'sure' },
  likely: { 'zh-CN': '疑似，请核对', 'en-US': 'likely, please look' },
};

export const kindWords = (kind: FindingKind, locale: RedactionLocale): string => KINDS[kind][locale];
export const reasonWords = (reason: FindingReason, locale: RedactionLocale): string => REASONS[reason][locale];
export const certaintyWords = (certainty: RedactionFinding['certainty'], locale: RedactionLocale): string =>
  CERTAINTIES[certainty][locale];

/** One line for people: what it is and why. */
export function explainFinding(
  { kind, reason, certainty }: Pick<RedactionFinding, 'kind' | 'reason' | 'certainty'>,
  locale: RedactionLocale,
): string {
  const words = `${kindWords(kind, locale)}${locale === 'zh-CN' ? '：' : ': '}${reasonWords(reason, locale)}`;
  return locale === 'zh-CN'
    ? `${words}（${certaintyWords(certainty, locale)}）`
    : `${words} (${certaintyWords(certainty, locale)})`;
}

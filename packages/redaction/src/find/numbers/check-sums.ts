const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const ID_CHECKS = '10X98765432';
/** First two digits: provinces, Taiwan, Hong Kong, Macao, and foreigners with permanent residence. */
const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 91'.split(' '),
);
const CREDIT_CODE = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** The last character that the first 17 digits of an ID number ask for. */
export function idCheckOf(digits: string): string {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  return ID_CHECKS[sum % 11] ?? '';
}

export const isProvince = (digits: string): boolean => PROVINCES.has(digits.slice(0, 2));

/** The check of payment cards. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits[digits.length - 1 - at]);
    const doubled = at % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** GB 32100-2015. */
export function isCreditCode(code: string): boolean {
  if (code.length !== 18) return false;
  let sum = 0;
  let weight = 1;
  for (const char of code.slice(0, 17)) {
    const value = CREDIT_CODE.indexOf(char);
    if (value < 0) return false;
    sum += value * weight;
    weight = (weight * 3) % 31;
  }
  return CREDIT_CODE[(31 - (sum % 31)) % 31] === code[17];
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A day of the calendar as `YYYY-MM-DD`, or null. */
export function dateOf(year: number, month: number, day: number): string | null {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const last = month === 2 && isLeap ? 29 : (DAYS[month - 1] ?? 0);
  if (!(year >= 1850 && year <= 2200) || !(day >= 1 && day <= last)) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** `YYYYMMDD` or `YYMMDD` of the last century. */
export function dateOfDigits(digits: string): string | null {
  const full = digits.length === 6 ? `19${digits}` : digits;
  return dateOf(Number(full.slice(0, 4)), Number(full.slice(4, 6)), Number(full.slice(6, 8)));
}

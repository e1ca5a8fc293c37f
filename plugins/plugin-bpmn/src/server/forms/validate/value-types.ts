import type { ValueType } from '../../../common/form';

const isNumeric = (value: unknown) =>
  (typeof value === 'number' && Number.isFinite(value)) ||
  (typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value)));
const isKey = (value: unknown) =>
  (typeof value === 'number' && Number.isFinite(value)) || (typeof value === 'string' && value !== '');
/** Large keys and decimals travel as text; a JavaScript number that lost digits is no integer. */
const isInteger = (value: unknown) => Number.isSafeInteger(value) || (typeof value === 'string' && /^-?\d{1,19}$/.test(value));
/** Years of which the calendars know the days (`localDate` of workday): a slip of the hand is refused here, not by a deadline later. */
const KNOWN_YEAR = /^(19|2\d)\d{2}-\d{2}-\d{2}/;
const isInstant = (value: unknown) => typeof value === 'string' && KNOWN_YEAR.test(value) && !Number.isNaN(Date.parse(value));

/** Whether a value that is not empty may stand in a column of this type. */
export function hasType(value: unknown, type: ValueType): boolean {
  switch (type) {
    case 'text':
      return typeof value === 'string';
    case 'number':
      return isNumeric(value);
    case 'integer':
      return isInteger(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'date':
      return isInstant(value) && isCalendarDate(String(value).slice(0, 10));
    case 'datetime':
      return isInstant(value);
    case 'time':
      return typeof value === 'string' && /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(value);
    case 'timestamp':
      return isNumeric(value) || isInstant(value);
    case 'texts':
      return Array.isArray(value) && value.every((item) => typeof item === 'string' || typeof item === 'number');
    case 'key':
      return isKey(value);
    case 'keys':
      return Array.isArray(value) && value.every(isKey);
  }
}

/** 31 February is a date to JavaScript and not to people. */
function isCalendarDate(date: string): boolean {
  return new Date(`${date}T00:00:00Z`).toISOString().startsWith(date);
}

import { formatDate, formatInstant } from './time';

export interface DateTimeProps {
  at: number;
  /** Only the day, where the minute says nothing. */
  dayOnly?: boolean;
}

/** An instant as people write it, machine-readable at the same time. */
export function DateTime({ at, dayOnly = false }: DateTimeProps) {
  return <time dateTime={new Date(at).toISOString()}>{dayOnly ? formatDate(at) : formatInstant(at)}</time>;
}

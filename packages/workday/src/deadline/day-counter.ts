import { dayInfo, type Calendar } from '../calendar';
import { addDays, type LocalDate } from '../date';
import { WorkdayError } from '../errors';

/** So many days of rest for one reason; `name` is null for plain weekends. */
export interface SkippedDays {
  readonly name: string | null;
  readonly days: number;
}

/** Longer than any holiday; whatever rests longer is a mistake in the table. */
const LONGEST_REST = 366;

/** Walks through a calendar day by day and remembers what it passed. */
export class DayCounter {
  isProvisional = false;
  private readonly rest = new Map<string | null, number>();

  constructor(private readonly calendar: Calendar) {}

  get coveredUntil(): LocalDate {
    return this.calendar.coveredUntil;
  }

  skipped(): SkippedDays[] {
    return [...this.rest].map(([name, days]) => ({ name, days }));
  }

  /** The day itself if it is worked, otherwise the next one that is. */
  workingDayFrom(date: LocalDate): LocalDate {
    let candidate = date;
    for (let rested = 0; !this.isWorked(candidate); rested++) {
      if (rested >= LONGEST_REST) throw new WorkdayError('workday.noWorkingDay', { calendar: this.calendar.name, date });
      candidate = addDays(candidate, 1);
    }
    return candidate;
  }

  /** The last of `amount` working days after a date; with 0 the date itself, or the next working day if it is a day of rest. */
  workingDayAfter(date: LocalDate, amount: number): LocalDate {
    let last = amount === 0 ? this.workingDayFrom(date) : date;
    for (let counted = 0; counted < amount; counted++) last = this.workingDayFrom(addDays(last, 1));
    return last;
  }

  private isWorked(date: LocalDate): boolean {
    const { isWorking, name, isProvisional } = dayInfo(date, this.calendar);
    this.isProvisional ||= isProvisional;
    if (!isWorking) this.rest.set(name, (this.rest.get(name) ?? 0) + 1);
    return isWorking;
  }
}

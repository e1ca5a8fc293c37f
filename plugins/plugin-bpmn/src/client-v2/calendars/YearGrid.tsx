import { Button, Flex, theme } from 'antd';
import { useMemo } from 'react';
import type { CalendarYear } from '../../common/api';
import { useLanguage, useT } from '../i18n';
import { Panel } from '../shared';
import { monthsOf, type YearDay, type YearMonth } from './year';

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const CELL = 32;

type Look = 'working' | 'rest' | 'setRest' | 'setWorking' | 'unknown';

function lookOf({ exception, isRest, isUnknown }: YearDay): Look {
  if (exception) return exception.kind === 'rest' ? 'setRest' : 'setWorking';
  if (isUnknown && !isRest) return 'unknown';
  return isRest ? 'rest' : 'working';
}

function useLooks() {
  const { token } = theme.useToken();
  return useMemo(
    () => ({
      working: { background: 'transparent', color: token.colorText, borderColor: 'transparent' },
      rest: { background: token.colorFillTertiary, color: token.colorText, borderColor: 'transparent' },
      setRest: { background: token.colorErrorBg, color: token.colorText, borderColor: token.colorErrorBorder, fontWeight: 600 },
      setWorking: { background: token.colorInfoBg, color: token.colorText, borderColor: token.colorInfoBorder, fontWeight: 600 },
      unknown: { background: 'transparent', color: token.colorText, borderColor: token.colorBorder, borderStyle: 'dashed' },
    }),
    [token],
  );
}

function Day({ day, onPick }: { day: YearDay; onPick: (day: YearDay) => void }) {
  const t = useT();
  const looks = useLooks();
  const { exception } = day;
  const what = exception?.name ?? t(day.isRest ? 'calendar.kind.rest' : 'calendar.kind.working');
  return (
    <Button
      size="small"
      aria-label={t('calendar.dayIs', { date: day.date, what })}
      title={exception ? exception.name : undefined}
      onClick={() => onPick(day)}
      style={{ width: CELL, height: CELL, padding: 0, boxShadow: 'none', ...looks[lookOf(day)] }}
    >
      {day.dayOfMonth}
    </Button>
  );
}

const nameOfMonth = (month: number, language: string) =>
  new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }).format(Date.UTC(2000, month - 1));

function Month({ month: { month, weeks }, onPick }: { month: YearMonth; onPick: (day: YearDay) => void }) {
  const t = useT();
  const language = useLanguage();
  return (
    <Panel title={nameOfMonth(month, language)}>
      <table style={{ borderCollapse: 'separate', borderSpacing: 2 }}>
        <thead>
          <tr>
            {WEEKDAYS.map((day) => (
              <th key={day} scope="col" style={{ fontWeight: 'normal' }}>
                {t(`calendar.weekday.${day}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week, index) => (
            <tr key={index}>
              {week.map((day, weekday) => (
                <td key={day?.date ?? `empty-${weekday}`} style={{ padding: 0, textAlign: 'center' }}>
                  {day ? <Day day={day} onPick={onPick} /> : null}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

/** What the looks of a day mean. */
export function Legend() {
  const t = useT();
  const { token } = theme.useToken();
  const looks = useLooks();
  const shown = ['rest', 'setRest', 'setWorking', 'unknown'] as const;
  return (
    <Flex gap="middle" wrap style={{ marginBottom: token.margin }}>
      {shown.map((look) => (
        <Flex key={look} gap="small" align="center">
          <span
            aria-hidden
            style={{ width: token.sizeMD, height: token.sizeMD, borderWidth: 1, borderStyle: 'solid', ...looks[look] }}
          />
          {t(`calendar.look.${look}`)}
        </Flex>
      ))}
    </Flex>
  );
}

/** A year by months; a day is a button that changes it. */
export function YearGrid({ year, onPick }: { year: CalendarYear; onPick: (day: YearDay) => void }) {
  const { token } = theme.useToken();
  const months = useMemo(() => monthsOf(year.year, year), [year]);
  return (
    <>
      <Legend />
      <div style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(290px, 1fr))', gap: token.margin }}>
        {months.map((month) => (
          <Month key={month.month} month={month} onPick={onPick} />
        ))}
      </div>
    </>
  );
}

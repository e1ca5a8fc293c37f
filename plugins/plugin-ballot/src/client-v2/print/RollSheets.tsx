import { formatInstant } from '@wuxin/plugin-bpmn/client-v2';
import type { MeetingDesk, RollEntryRow } from '../../common/api';
import { useT } from '../i18n';
import { Sheet, SignLines } from './PrintView';

interface Props {
  desk: MeetingDesk;
  entries: readonly RollEntryRow[];
}

function HeadLines({ desk }: { desk: MeetingDesk }) {
  const t = useT();
  return (
    <p style={{ textAlign: 'center' }}>
      {t('print.meetingLine', { number: desk.number, at: formatInstant(desk.plannedAt), venue: desk.venue || '–' })}
    </p>
  );
}

/** 名册: who is due. */
export function RollSheets({ desk, entries }: Props) {
  const t = useT();
  const hasHouseholds = entries.some(({ household }) => household !== null);
  return (
    <Sheet>
      <h1>{t('print.rollTitle', { title: desk.title })}</h1>
      <HeadLines desk={desk} />
      <table>
        <thead>
          <tr>
            <th style={{ width: '14mm' }}>{t('print.no')}</th>
            <th>{t('roll.field.name')}</th>
            {hasHouseholds ? <th>{t('roll.field.household')}</th> : null}
            <th style={{ width: '30mm' }}>{t('print.note')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.id}>
              <td className="wuxin-number">{entry.number}</td>
              <td>{entry.name}</td>
              {hasHouseholds ? <td>{entry.household}</td> : null}
              <td>
                {entry.isWithdrawn ? t('roll.withdrawn') : null}
                {!entry.isWithdrawn && !entry.mayVote ? t('roll.mayNotVote') : null}
                {entry.representsHousehold ? ` ${t('roll.field.representsHousehold')}` : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p style={{ marginTop: '4mm' }}>{t('print.rollSum', { entries: entries.length, due: desk.roll?.due ?? 0 })}</p>
      {desk.roll?.hash ? <p className="wuxin-small">{t('print.rollHash', { hash: desk.roll.hash })}</p> : null}
      <SignLines labels={[t('post.chair'), t('post.supervisor'), t('print.date')]} />
    </Sheet>
  );
}

/** 签到表: on which people sign as they come; the clerk enters it. */
export function SignInSheets({ desk, entries }: Props) {
  const t = useT();
  return (
    <Sheet>
      <h1>{t('print.signInTitle', { title: desk.title })}</h1>
      <HeadLines desk={desk} />
      <table className="wuxin-tall">
        <thead>
          <tr>
            <th style={{ width: '14mm' }}>{t('print.no')}</th>
            <th style={{ width: '34mm' }}>{t('roll.field.name')}</th>
            <th>{t('print.signature')}</th>
            <th style={{ width: '24mm' }}>{t('print.arrived')}</th>
            <th style={{ width: '24mm' }}>{t('print.left')}</th>
          </tr>
        </thead>
        <tbody>
          {entries
            .filter(({ isWithdrawn }) => !isWithdrawn)
            .map((entry) => (
              <tr key={entry.id}>
                <td className="wuxin-number">{entry.number}</td>
                <td>{entry.name}</td>
                <td />
                <td />
                <td />
              </tr>
            ))}
        </tbody>
      </table>
      <SignLines labels={[t('post.clerk'), t('print.dueLine', { due: desk.attendance.due }), t('print.presentLine')]} />
    </Sheet>
  );
}

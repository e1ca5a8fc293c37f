import { Alert, Flex } from 'antd';
import { useMemo } from 'react';
import type { ArrangementConflictView, ArrangementFestival, ArrangementReading } from '../../common/api';
import { useT, type Translate } from '../i18n';
import { DataTable, Muted, ToneTag, type DataColumn } from '../shared';
import { EffectWords } from './Effect';

type Read = Extract<ArrangementReading, { state: 'read' }>;

const festivalColumns = (t: Translate): DataColumn<ArrangementFestival>[] => [
  { key: 'name', title: t('calendar.import.festival'), render: ({ name }) => <strong>{name}</strong> },
  {
    key: 'rest',
    title: t('calendar.import.rest'),
    render: ({ from, until, restDays }) =>
      restDays === 1 ? t('calendar.import.restDay', { from }) : t('calendar.import.restDays', { from, until, count: restDays }),
  },
  {
    key: 'working',
    title: t('calendar.import.working'),
    render: ({ working }) =>
      working.length > 0 ? (
        <Flex vertical>
          {working.map((date) => (
            <span key={date}>{date}</span>
          ))}
        </Flex>
      ) : (
        <Muted>{t('calendar.import.noWorking')}</Muted>
      ),
  },
  {
    key: 'changes',
    title: t('calendar.import.changes'),
    render: ({ changes }) =>
      changes > 0 ? t('calendar.import.changedDays', { count: changes }) : <Muted>{t('calendar.import.unchanged')}</Muted>,
  },
];

const KIND_TONE = { rest: 'danger', working: 'info' } as const;

const conflictColumns = (t: Translate): DataColumn<ArrangementConflictView>[] => [
  {
    key: 'date',
    title: t('calendar.date'),
    render: ({ date, name }) => (
      <>
        <strong>{date}</strong> {name}
      </>
    ),
  },
  {
    key: 'stored',
    title: t('calendar.import.stored'),
    maxWidth: 220,
    render: ({ kind, source, setBy }) => (
      <>
        <ToneTag tone={KIND_TONE[kind]}>{t(`calendar.kind.${kind}`)}</ToneTag>{' '}
        <Muted small>
          {source} {setBy?.name ?? t('calendar.published')}
        </Muted>
      </>
    ),
  },
  {
    key: 'becomes',
    title: t('calendar.import.becomes'),
    maxWidth: 140,
    render: ({ becomes }) =>
      becomes === null ? (
        <Muted small>{t('calendar.import.stays')}</Muted>
      ) : (
        <ToneTag tone={KIND_TONE[becomes]}>{t(`calendar.kind.${becomes}`)}</ToneTag>
      ),
  },
];

/** What a notice says, against what is stored, with its consequences. */
export function ArrangementResult({ reading, year }: { reading: ArrangementReading; year: number }) {
  const t = useT();
  if (reading.state === 'refused')
    return (
      <Alert
        type="error"
        showIcon
        role="alert"
        message={t('calendar.import.refused')}
        description={
          <ul style={{ margin: 0, paddingInlineStart: '1.2em', overflowWrap: 'anywhere' }}>
            {reading.problems.map(({ text }, index) => (
              <li key={index}>{text}</li>
            ))}
          </ul>
        }
      />
    );
  return <Understood reading={reading} year={year} />;
}

export const changesNothing = ({ days, coveredUntil }: Read): boolean => days === 0 && coveredUntil === null;

function Understood({ reading, year }: { reading: Read; year: number }) {
  const t = useT();
  const festivals = useMemo(() => festivalColumns(t), [t]);
  const conflicts = useMemo(() => conflictColumns(t), [t]);
  return (
    <Flex vertical gap="middle">
      {changesNothing(reading) ? (
        <Alert type="info" showIcon message={t('calendar.import.nothing', { year })} />
      ) : (
        <Alert
          type="warning"
          showIcon
          message={<EffectWords effect={reading.effect} />}
          description={reading.coveredUntil === null ? undefined : t('calendar.import.covers', { date: reading.coveredUntil })}
        />
      )}
      {reading.conflicts.length > 0 ? (
        <section>
          <h3>{t('calendar.import.conflicts')}</h3>
          <DataTable
            label={t('calendar.import.conflicts')}
            columns={conflicts}
            rows={reading.conflicts}
            rowKey={({ date }) => date}
          />
        </section>
      ) : null}
      <section>
        <h3>{t('calendar.import.festivals')}</h3>
        <DataTable
          label={t('calendar.import.festivals')}
          columns={festivals}
          rows={reading.festivals}
          rowKey={({ name }) => name}
        />
        <Muted small>
          {t('calendar.source')}: {reading.source}
        </Muted>
      </section>
    </Flex>
  );
}

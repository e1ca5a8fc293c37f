import { formatInstant } from '@wuxin/plugin-bpmn/client-v2';
import type { MeetingDesk, MotionView } from '../../common/api';
import { useSaid, useT, type TextKey } from '../i18n';
import { ANSWER_TEXT, ANSWERS, WAY_TEXT } from '../shared';
import { Sheet, SignLines } from './PrintView';

const BALLOT_LINES: readonly TextKey[] = ['count.issued', 'count.recovered', 'count.invalid'];

function Line({ name }: { name: string }) {
  return (
    <tr>
      <td>{name}</td>
      <td style={{ width: '90mm' }} />
      <td style={{ width: '30mm' }} />
    </tr>
  );
}

/** 计票表: tally marks and numbers of one teller, in the order of the page on which they are entered. */
export function CountSheetPage({ motion, desk }: { motion: MotionView; desk: MeetingDesk }) {
  const t = useT();
  const said = useSaid();
  const isElection = motion.candidates.length > 0;
  const isByHands = motion.way === 'showOfHands';
  return (
    <Sheet>
      <h1>{t('print.countTitle')}</h1>
      <p style={{ textAlign: 'center' }}>
        {desk.title} · {formatInstant(desk.plannedAt)}
      </p>
      <p>
        <strong>{t('motion.heading', { number: motion.number, title: motion.title })}</strong>
      </p>
      <p>
        {t(WAY_TEXT[motion.way])} · {said(motion.ruleTitle)}
      </p>
      <table className="wuxin-tall">
        <thead>
          <tr>
            <th>{t('print.item')}</th>
            <th>{t('print.tally')}</th>
            <th>{t('print.sum')}</th>
          </tr>
        </thead>
        <tbody>
          {isByHands ? null : BALLOT_LINES.map((key) => <Line key={key} name={t(key)} />)}
          {isElection
            ? motion.candidates.map(({ id, name }) => <Line key={id} name={t('print.votesFor', { name })} />)
            : ANSWERS.map((answer) => <Line key={answer} name={t(ANSWER_TEXT[answer])} />)}
        </tbody>
      </table>
      <p style={{ marginTop: '4mm' }}>{t(isByHands ? 'print.countHandsCheck' : 'print.countPaperCheck')}</p>
      <SignLines labels={[t('post.teller'), t('post.supervisor'), t('print.date')]} />
    </Sheet>
  );
}

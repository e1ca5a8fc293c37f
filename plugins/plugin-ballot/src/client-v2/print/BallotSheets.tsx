import type { MeetingDesk, MotionView } from '../../common/api';
import { useT } from '../i18n';
import { ANSWER_TEXT, ANSWERS } from '../shared';
import { inSheets } from './pieces';
import { CutSheet } from './PrintView';

const LONG_TEXT = 120;

/** How many ballots of this length fit on a sheet. */
function ballotsASheet({ candidates, text }: MotionView): number {
  if (candidates.length > 8) return 1;
  return candidates.length > 2 || text.length > LONG_TEXT ? 2 : 4;
}

function Ballot({ motion, desk }: { motion: MotionView; desk: MeetingDesk }) {
  const t = useT();
  const isElection = motion.candidates.length > 0;
  const lines = isElection ? motion.candidates.map(({ name }) => name) : [motion.title];
  return (
    <div className="wuxin-piece">
      <h1 style={{ fontSize: '15pt' }}>{t(isElection ? 'print.electionTitle' : 'print.ballotTitle')}</h1>
      <p style={{ textAlign: 'center' }}>
        {desk.title} · {t('print.motionLine', { number: motion.number })}
      </p>
      {isElection ? <p>{motion.title}</p> : null}
      {motion.text ? <p style={{ whiteSpace: 'pre-wrap' }}>{motion.text}</p> : null}
      <table className="wuxin-tall">
        <thead>
          <tr>
            <th>{t(isElection ? 'result.candidates' : 'print.matter')}</th>
            {ANSWERS.map((answer) => (
              <th key={answer} style={{ width: '22mm' }}>
                {t(ANSWER_TEXT[answer])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line}>
              <td>{line}</td>
              {ANSWERS.map((answer) => (
                <td key={answer} className="wuxin-number">
                  <span className="wuxin-box" />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="wuxin-small" style={{ marginTop: '3mm' }}>
        {isElection ? t('print.electionHint', { seats: motion.seats ?? 1 }) : t('print.ballotHint')}
      </p>
    </div>
  );
}

/** 表决票 or 选票: as many as are asked for. */
export function BallotSheets({ motion, desk, count }: { motion: MotionView; desk: MeetingDesk; count: number }) {
  const rows = ballotsASheet(motion);
  const numbers = Array.from({ length: count }, (_, index) => index);
  return (
    <>
      {inSheets(numbers, rows).map((sheet) => (
        <CutSheet key={sheet[0]} rows={rows}>
          {sheet.map((number) => (
            <Ballot key={number} motion={motion} desk={desk} />
          ))}
        </CutSheet>
      ))}
    </>
  );
}

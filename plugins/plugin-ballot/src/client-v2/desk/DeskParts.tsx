import { Sections, type SectionItem } from '@wuxin/plugin-bpmn/client-v2';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { MeetingDesk } from '../../common/api';
import { useT, type TextKey } from '../i18n';
import { DESK_PARTS, type DeskPart } from '../routes';
import { AttendancePart } from './attendance';
import { useDesk } from './desk-context';
import { JournalPart } from './JournalPart';
import { MinutesPart } from './MinutesPart';
import { MotionsPart } from './motions';
import { PrintPart } from './PrintPart';
import { RollPart } from './roll';
import { SecrecyPart } from './secrecy';

const LABEL: Record<DeskPart, TextKey> = {
  attendance: 'desk.attendance',
  roll: 'desk.roll',
  motions: 'desk.motions',
  secrecy: 'desk.secrecy',
  minutes: 'desk.minutes',
  print: 'desk.print',
  journal: 'desk.journal',
};

const CONTENT: Record<DeskPart, () => JSX.Element> = {
  attendance: AttendancePart,
  roll: RollPart,
  motions: MotionsPart,
  secrecy: SecrecyPart,
  minutes: MinutesPart,
  print: PrintPart,
  journal: JournalPart,
};

/** What a desk opens with: the roll while there is none, who comes until it is opened, then what is voted on. */
function firstPart({ roll, status }: MeetingDesk): DeskPart {
  if (!roll || (roll.status === 'draft' && status === 'draft')) return 'roll';
  if (status === 'draft' || status === 'convened') return 'attendance';
  return status === 'open' ? 'motions' : 'minutes';
}

/** The parts of the desk; which one is shown stands in the address. */
export function DeskParts() {
  const t = useT();
  const { desk } = useDesk();
  const [search, setSearch] = useSearchParams();
  const asked = DESK_PARTS.find((part) => part === search.get('part'));
  const items = useMemo<SectionItem[]>(
    () =>
      DESK_PARTS.map((key) => {
        const Content = CONTENT[key];
        return { key, label: t(LABEL[key]), children: <Content /> };
      }),
    [t],
  );
  return (
    <Sections
      label={t('desk.part')}
      items={items}
      active={asked ?? firstPart(desk)}
      onChange={(part) => setSearch({ part }, { replace: true })}
    />
  );
}

import { PrinterOutlined } from '@ant-design/icons';
import { FailureAlert, Muted, Panel, useCommand } from '@wuxin/plugin-bpmn/client-v2';
import { Button, Flex, InputNumber } from 'antd';
import { useCallback, useState } from 'react';
import type { MotionView, RollEntryRow } from '../../common/api';
import { useApi, type BallotApi } from '../api';
import { useT } from '../i18n';
import { BallotSheets, CountSheetPage, PrintView, RollSheets, SignInSheets } from '../print';
import { useDesk } from './desk-context';

type Open = { kind: 'roll' | 'signIn'; entries: RollEntryRow[] } | { kind: 'ballots' | 'count'; motion: MotionView } | null;

const PAGE_SIZE = 200;

/** All entries, a page after the other: a printed roll is whole. */
async function allEntries(api: BallotApi, id: string): Promise<RollEntryRow[]> {
  const all: RollEntryRow[] = [];
  for (let page = 1; ; page += 1) {
    const { rows, total } = await api.rolls.entries(id, { page, pageSize: PAGE_SIZE });
    all.push(...rows);
    if (rows.length === 0 || all.length >= total) return all;
  }
}

function Opened({ open, ballots, onClose }: { open: NonNullable<Open>; ballots: number; onClose: () => void }) {
  const t = useT();
  const { desk } = useDesk();
  switch (open.kind) {
    case 'roll':
      return (
        <PrintView title={t('print.roll')} onClose={onClose}>
          <RollSheets desk={desk} entries={open.entries} />
        </PrintView>
      );
    case 'signIn':
      return (
        <PrintView title={t('print.signIn')} onClose={onClose}>
          <SignInSheets desk={desk} entries={open.entries} />
        </PrintView>
      );
    case 'ballots':
      return (
        <PrintView title={t('print.ballots')} onClose={onClose}>
          <BallotSheets desk={desk} motion={open.motion} count={ballots} />
        </PrintView>
      );
    case 'count':
      return (
        <PrintView title={t('print.count')} onClose={onClose}>
          <CountSheetPage desk={desk} motion={open.motion} />
        </PrintView>
      );
  }
}

function MotionPrints({ motion, onOpen }: { motion: MotionView; onOpen: (open: Open) => void }) {
  const t = useT();
  const { way } = motion;
  const hasBallots = way === 'paper' || way === 'mixed';
  const isCounted = hasBallots || way === 'showOfHands';
  if (!isCounted) return null;
  return (
    <Flex gap="small" wrap align="center">
      <span style={{ flex: '1 1 200px' }}>{t('motion.heading', { number: motion.number, title: motion.title })}</span>
      {hasBallots ? (
        <Button icon={<PrinterOutlined />} onClick={() => onOpen({ kind: 'ballots', motion })}>
          {t('print.ballots')}
        </Button>
      ) : null}
      <Button icon={<PrinterOutlined />} onClick={() => onOpen({ kind: 'count', motion })}>
        {t('print.count')}
      </Button>
    </Flex>
  );
}

/** 打印材料: what lies on the table of a meeting. Slips and shares are printed where they are drawn, and only then. */
export function PrintPart() {
  const t = useT();
  const api = useApi();
  const { desk } = useDesk();
  const [open, setOpen] = useState<Open>(null);
  const [ballots, setBallots] = useState(desk.attendance.due || 1);
  const load = useCommand(
    useCallback(async (kind: 'roll' | 'signIn') => setOpen({ kind, entries: await allEntries(api, desk.id) }), [api, desk.id]),
  );
  const motions = desk.motions.filter(({ status }) => status !== 'withdrawn');
  return (
    <Flex vertical gap="middle">
      <Panel title={t('desk.roll')}>
        <Flex gap="small" wrap>
          <Button icon={<PrinterOutlined />} disabled={!desk.roll} loading={load.isRunning} onClick={() => void load.run('roll')}>
            {t('print.roll')}
          </Button>
          <Button
            icon={<PrinterOutlined />}
            disabled={!desk.roll}
            loading={load.isRunning}
            onClick={() => void load.run('signIn')}
          >
            {t('print.signIn')}
          </Button>
        </Flex>
        <FailureAlert failure={load.failure} />
      </Panel>
      <Panel title={t('desk.motions')}>
        <Flex vertical gap="small">
          <label>
            {t('print.howMany')}{' '}
            <InputNumber min={1} max={5000} precision={0} value={ballots} onChange={(count) => setBallots(count ?? 1)} />
          </label>
          {motions.map((motion) => (
            <MotionPrints key={motion.id} motion={motion} onOpen={setOpen} />
          ))}
          {motions.length === 0 ? <Muted>{t('motion.none')}</Muted> : null}
        </Flex>
      </Panel>
      <Muted>{t('print.slipsElsewhere')}</Muted>
      {open ? <Opened open={open} ballots={ballots} onClose={() => setOpen(null)} /> : null}
    </Flex>
  );
}

import type { Community } from '../../__fixtures__/community';

/**
 * How the matters go on: in the words of the version that they were started in, whatever the content says by now. So this uses nothing
 * of the steps by which the tests of the content go.
 */
export async function fromCalledMeeting(community: Community, matter: string): Promise<void> {
  await record(community, matter, 'organiser', { due: 9, present: 8, approve: 7, oppose: 1, abstain: 0 });
  await hold(community, matter, ['secretary', 'organiser'], { due: 15, present: 12, approve: 10, oppose: 1, abstain: 1 });
  await community.act(matter, ['director', 'amend'], {
    outcome: 'minor',
    data: {
      amendments: '采纳关于照明的意见。',
      planText: '在三号楼北侧新建停车位 60 个并加装照明。',
      planVersion: 2,
      minorReason: '只按意见补充照明。',
    },
  });
  await hold(community, matter, ['director', 'director'], { due: 45, present: 38, approve: 31, oppose: 5, abstain: 2 });
  await post(community, matter);
  await fromNotice(community, matter);
}

export async function fromNotice(community: Community, matter: string): Promise<void> {
  await conclude(community, matter);
  const works = {
    expectedAmount: 186000,
    contractor: '安康某建设公司',
    startedOn: community.today,
    finishedOn: community.day(30),
  };
  await community.pass(30);
  await community.act(matter, ['lead', 'implement'], { outcome: 'finish', data: works });
  const acceptance = { finalAmount: 185000, acceptors: '王强、张丽、居民代表 3 人', acceptanceOpinion: '合格' };
  await community.act(matter, ['director', 'accept'], {
    outcome: 'accepted',
    data: { acceptedOn: community.today, ...acceptance },
  });
  await community.act(matter, ['witness', 'witness'], conforms('决算与票据一致。'));
  await post(community, matter);
  await conclude(community, matter);
  const residents = { assessedOn: community.today, satisfied: 36, partlySatisfied: 4, dissatisfied: 1 };
  await community.act(matter, ['secretary', 'assess'], { outcome: 'assessed', data: residents });
  const archive = { archivedItems: ['documents', 'minutes', 'notices'], archiveNumber: matter, archivedOn: community.today };
  await community.act(matter, ['archivist', 'archive'], { outcome: 'archived', data: archive });
}

const conforms = (supervisionOpinion: string) => ({ outcome: 'conforms', data: { supervisionOpinion } });

type Votes = Readonly<Record<'due' | 'present' | 'approve' | 'oppose' | 'abstain', number>>;

async function hold(community: Community, matter: string, [convener, recorder]: readonly [string, string], votes: Votes) {
  await community.act(matter, [convener, 'convene'], {
    outcome: 'called',
    data: { plannedOn: community.day(3), venue: '社区会议室', agenda: '停车位改造', textsSentOn: community.today },
  });
  await community.pass(3);
  await record(community, matter, recorder, votes);
}

async function record(community: Community, matter: string, recorder: string, votes: Votes) {
  await community.act(matter, [recorder, 'hold'], {
    outcome: 'recorded',
    data: {
      heldOn: community.today,
      venue: '社区会议室',
      chair: '陈敏',
      minuteTaker: '林静',
      voteMode: 'hands',
      ...votes,
      invalidVotes: 0,
      notVoting: 0,
      resolution: '同意方案。',
      minutes: '逐项说明方案，讨论后表决。',
      evidence: ['signIn', 'minutesPaper', 'votes'],
    },
  });
  await community.act(matter, ['witness', 'witness'], conforms('程序合规。'));
}

async function post(community: Community, matter: string) {
  const postPlaces = ['board', 'group'];
  await community.act(matter, ['director', 'prepare'], {
    outcome: 'ready',
    data: {
      content: '停车位改造决议。',
      redactionChecks: ['noIds', 'noVotes', 'noHealth'],
      postPlaces,
      contact: '张丽 0915-1234567',
    },
  });
  await community.act(matter, ['witness', 'vet'], { outcome: 'agree', data: { vetOpinion: '内容属实。' } });
  await community.act(matter, ['director', 'post'], { outcome: 'posted', data: { postedOn: community.today, postPlaces } });
}

/** The notice's period ends without an objection. */
async function conclude(community: Community, matter: string) {
  await community.pass(8);
  await community.act(matter, ['witness', 'conclude'], conforms('公示期满，未收到异议。'));
}

import type { Entries } from '../pages/task-form';

/** 锦苑社区, where all of it happens. */
export const COMMUNITY = '锦苑社区';
export const BOARDS = [
  { name: '文化广场公示栏', address: '文化广场东侧' },
  { name: '三号楼公示栏', address: '三号楼一单元门口' },
] as const;

/** What was typed although it must not be public: invented, and no number of anybody. */
export const SECRETS = { phone: '13812345678', idNumber: '11010519491231002X' } as const;

const RESOLVED = '健身场地建设已由居民代表会议通过：距楼 15 米，器材 12 件，预算 9.2 万元。';
export const VOTES = { first: '赞成 31 人，反对 5 人，弃权 2 人', second: '赞成 33 人，反对 4 人，弃权 1 人' } as const;

export const PREPARED: Entries = {
  公示内容: `${RESOLVED}应到 45 人，实到 38 人，${VOTES.first}。\n联系人电话 ${SECRETS.phone}，身份证号 ${SECRETS.idNumber}。`,
  公示方式: '在公示台办理：脱敏检查、审批、公示栏和公示墙',
  个人信息检查: ['没有个人投票情况', '没有健康、困难等敏感信息'],
  公示位置: ['公开栏', '居民微信群'],
  受理异议的人和电话: '社区党群服务中心 0915-0000000',
};

/** The same, as the page would send it, after the second vote. */
export const PREPARED_AGAIN = {
  content: `${RESOLVED}经重新表决，应到 45 人，实到 38 人，${VOTES.second}。`,
  posting: 'desk',
  redactionChecks: ['noIds', 'noVotes', 'noHealth'],
  postPlaces: ['board'],
  contact: '社区党群服务中心 0915-0000000',
};

/** A meeting that was called some days ago and is held today, as the pages would send its two steps. */
export const votedAgain = (today: string, calledOn: string) => ({
  called: { plannedOn: today, venue: '社区广场', agenda: '重新表决健身场地', textsSentOn: calledOn },
  held: {
    heldOn: today,
    venue: '社区广场',
    chair: '王强',
    minuteTaker: '林静',
    voteMode: 'secret',
    due: 45,
    present: 38,
    approve: 33,
    oppose: 4,
    abstain: 1,
    invalidVotes: 0,
    notVoting: 0,
    resolution: '通过方案。',
    minutes: '核对首次计票的差错，重新表决。',
    evidence: ['signIn', 'minutesPaper', 'votes', 'texts'],
  },
});

export const WITNESSED = { supervisionOpinion: '程序合规。' };

export const OBJECTION = '公示的赞成票数与会上宣布的不一致，请核对表决票并重新计票。';
export const ANSWER = '经核对表决票，首次计票有误，异议成立，重新表决。';

const [FIRST, SECOND] = ['第三条 红白喜事从简，倡导节俭办席', '第三条 红白喜事从简，倡导节约办席'] as const;
/** One word of the covenant, before and after it is corrected. */
export const COVENANT_WORD = [FIRST, SECOND] as const;

/** The vote of a covenant once more, as the pages would send the steps from the final text to the publication. */
export const covenantAgain = (today: string, effectiveOn: string) => ({
  finalised: { meetingPlannedOn: today },
  voted: {
    meetingForm: 'households',
    heldOn: today,
    due: 420,
    present: 290,
    womenPresent: 130,
    approve: 250,
    oppose: 22,
    abstain: 13,
    invalidVotes: 2,
    notVoting: 3,
    minutes: '补行计票公布，居民无新的意见。',
  },
  filed: {
    packageItems: ['report', 'text', 'minutes', 'review'],
    filingContact: '社区党群服务中心 0915-0000000',
    filedOn: today,
  },
  accepted: {
    receivedOn: today,
    receiptNo: '云岭收〔居民公约〕9 号',
    filingOpinion: '内容合法，程序完备，予以备案。',
    filingNo: '云岭备〔居民公约〕9 号',
  },
  published: { effectiveOn },
});

export const COVENANT_OBJECTION = '表决当晚没有当场公布票数，请按规定重新表决并当场公布结果。';
export const COVENANT_ANSWER = '经核实，当晚未当场公布票数，异议成立，重新表决。';
export const WORD_OBJECTION = '第三条里“节俭办席”应为“节约办席”，与表决时宣读的文字不同。';
export const WORD_ANSWER = '经核对宣读稿，文字有误，已更正后重新公示。';

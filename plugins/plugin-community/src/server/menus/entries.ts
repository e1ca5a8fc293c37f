import { SUPERVISION_SNIPPET } from '@wuxin/plugin-bpmn';

/** One entry of the menu: a page of one of our plugins, and which roles see it beside the administrators. */
export interface MenuEntry {
  readonly uid: string;
  /** Key in our locale files. */
  readonly title: string;
  readonly icon: string;
  readonly href: string;
  readonly roles: readonly string[];
}

const STAFF = 'wuxinStaff';
const SUPERVISOR = 'wuxinSupervisor';
/** Of plugin-ballot: its holders call meetings. Like '!pm' it is the name of a snippet, and no code of that plugin is needed to give it. */
const CONVENE_SNIPPET = 'wuxin.ballots.convene';
/** Of plugin-notice: its holders draft notices, and take objections and opinions at the window. */
const NOTICE_SNIPPETS = ['wuxin.notices.draft', 'wuxin.notices.receive'];

/** In their order, counted from 0: what stands first now comes before what older installations have had as their first, 1. */
export const MENU: readonly MenuEntry[] = [
  { uid: 'wuxinMenuHome', title: 'menu.home', icon: 'HomeOutlined', href: '/admin/wuxin/home', roles: [STAFF, SUPERVISOR] },
  {
    uid: 'wuxinMenuInbox',
    title: 'menu.inbox',
    icon: 'CheckSquareOutlined',
    href: '/admin/wuxin/inbox',
    roles: [STAFF, SUPERVISOR],
  },
  {
    uid: 'wuxinMenuStart',
    title: 'menu.start',
    icon: 'PlusSquareOutlined',
    href: '/admin/wuxin/start',
    roles: [STAFF, SUPERVISOR],
  },
  {
    uid: 'wuxinMenuStandIns',
    title: 'menu.standIns',
    icon: 'SwapOutlined',
    href: '/admin/wuxin/stand-ins',
    roles: [STAFF, SUPERVISOR],
  },
  {
    uid: 'wuxinMenuMeetings',
    title: 'menu.meetings',
    icon: 'TeamOutlined',
    href: '/admin/wuxin/meetings',
    roles: [STAFF, SUPERVISOR],
  },
  {
    uid: 'wuxinMenuNotices',
    title: 'menu.notices',
    icon: 'NotificationOutlined',
    href: '/admin/wuxin/notices',
    roles: [STAFF, SUPERVISOR],
  },
  {
    uid: 'wuxinMenuObjections',
    title: 'menu.objections',
    icon: 'CommentOutlined',
    href: '/admin/wuxin/objections',
    roles: [STAFF, SUPERVISOR],
  },
  {
    uid: 'wuxinMenuOpinions',
    title: 'menu.opinions',
    icon: 'FormOutlined',
    href: '/admin/wuxin/opinions',
    roles: [STAFF, SUPERVISOR],
  },
  {
    uid: 'wuxinMenuDisclosures',
    title: 'menu.disclosures',
    icon: 'ScheduleOutlined',
    href: '/admin/wuxin/disclosures',
    roles: [STAFF, SUPERVISOR],
  },
  { uid: 'wuxinMenuBoard', title: 'menu.board', icon: 'TableOutlined', href: '/admin/wuxin/board', roles: [SUPERVISOR] },
  { uid: 'wuxinMenuProcesses', title: 'menu.processes', icon: 'PartitionOutlined', href: '/admin/wuxin/processes', roles: [] },
  { uid: 'wuxinMenuParameters', title: 'menu.parameters', icon: 'SlidersOutlined', href: '/admin/wuxin/parameters', roles: [] },
  {
    uid: 'wuxinMenuDecisions',
    title: 'menu.decisions',
    icon: 'BranchesOutlined',
    href: '/admin/wuxin/decisions',
    roles: [],
  },
  { uid: 'wuxinMenuCalendars', title: 'menu.calendars', icon: 'CalendarOutlined', href: '/admin/wuxin/calendars', roles: [] },
  {
    uid: 'wuxinMenuDataStarts',
    title: 'menu.dataStarts',
    icon: 'ThunderboltOutlined',
    href: '/admin/wuxin/data-starts',
    roles: [],
  },
  {
    uid: 'wuxinMenuBallotRules',
    title: 'menu.ballotRules',
    icon: 'AuditOutlined',
    href: '/admin/wuxin/ballot-rules',
    roles: [],
  },
  {
    uid: 'wuxinMenuNoticeKinds',
    title: 'menu.noticeKinds',
    icon: 'TagsOutlined',
    href: '/admin/wuxin/notice-kinds',
    roles: [],
  },
  { uid: 'wuxinMenuWall', title: 'menu.noticeWall', icon: 'GlobalOutlined', href: '/admin/wuxin/notice-wall', roles: [] },
];

export interface RoleDefinition {
  readonly name: string;
  readonly title: string;
  readonly snippets: readonly string[];
}

/** Roles decide what somebody sees in the menu; what they may do in a case follows from their posts. */
export const ROLES: readonly RoleDefinition[] = [
  { name: STAFF, title: 'roles.staff', snippets: ['!ui.*', '!pm', '!pm.*', '!app', CONVENE_SNIPPET, ...NOTICE_SNIPPETS] },
  // without "!pm.*", which would take the right to supervise away again
  { name: SUPERVISOR, title: 'roles.supervisor', snippets: ['!ui.*', '!pm', '!app', SUPERVISION_SNIPPET] },
];

/** Rights that a role of earlier builds came without: it gets them once, on the next upgrade. */
export const LATER_RIGHTS: readonly { readonly role: string; readonly snippet: string }[] = [
  { role: STAFF, snippet: CONVENE_SNIPPET },
  ...NOTICE_SNIPPETS.map((snippet) => ({ role: STAFF, snippet })),
];

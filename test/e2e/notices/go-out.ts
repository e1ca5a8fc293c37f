import type { Cast } from '../harness';
import { NoticeDesk } from './desk';

interface Outing {
  readonly title: string;
  /** On which it hangs. */
  readonly board: string;
  /** What is changed in its text before, if anything. */
  readonly correction?: readonly [from: string, to: string];
}

/**
 * From its draft to its posting: the director chooses a board and has it checked, in which nothing is found, the witness approves, the director publishes
 * and posts it. @returns its id
 */
export async function goOut(cast: Cast, { title, board, correction }: Outing): Promise<string> {
  const desk = await NoticeDesk.find(await cast.page('director'), title);
  if (correction) await desk.rewrite(...correction);
  else await desk.chooseBoards(board);
  await desk.save();
  await desk.openCheckWithoutFindings();
  await desk.confirmCheck();
  await desk.act({ button: '提交审批', done: '已提交' });
  await (await NoticeDesk.open(await cast.page('witness'), desk.id)).act({ button: '审批通过', done: '已审批' });
  const approved = await NoticeDesk.open(desk.page, desk.id);
  await approved.act({ button: '公布', done: '已公布' });
  await approved.notePosted(board);
  await approved.expectNext(/公示中/);
  return desk.id;
}

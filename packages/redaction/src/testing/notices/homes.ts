import { two, type Person } from '../people';
import type { NoticeWriter, Words } from '../writer';

/** Names of places, as notices begin with them. */
export const SITE = ['幸福家园', '惠民苑', '盛世花园', '新民社区', '东坝小区', '龙泉安置点', '康乐新村'];

/** Door-level, as people write it. */
export function homeOf(writer: NoticeWriter, { home }: Person): Words {
  const { chance } = writer;
  const { building, unit, floor, door } = home;
  const room = `${floor}${two(door)}`;
  const [village, street] = [chance.one(['红星', '双桥', '高峰']), chance.one(['解放', '育才', '江北'])];
  const [before, own] = chance.one<readonly [string, string]>([
    ['', `${building}号楼${unit}单元${room}室`],
    ['', `${building}号楼${unit}单元${room}`],
    ['', `${building}栋${unit}单元${room}室`],
    ['', `${building}幢${unit}单元${room}号`],
    ['', `${building}-${unit}-${room}`],
    ['', `${building}#楼${unit}单元${room}`],
    [
      '',
      `${chinese(building)}号楼${chinese(unit)}单元${[...room].map((digit) => '零一二三四五六七八九'[Number(digit)]).join('')}室`,
    ],
    ['', `${building} 号楼 ${unit} 单元 ${room} 室`],
    ['', `${building}号楼${unit}单元${floor}楼${chance.one(['东', '西'])}户`],
    [`${village}村`, `${chinese(chance.whole(1, 9))}组${chance.whole(1, 120)}号`],
    ['', `${street}路${chance.whole(1, 300)}号`],
    ['', `${chance.one(['A', 'B', 'C'])}${building}-${unit}-${room}`],
    [`${chance.one(['东', '西'])}区`, `${building}号楼${room}室`],
    ['', `${building}栋${unit}单元${floor}-${door}`],
    ['', `${building}号楼${unit}单元 ${room}`],
    ['', `${building}－${unit}－${room}`],
    ['', `${building}号院${unit}号楼${room}`],
    ['', `${chinese(building)}栋${chinese(unit)}单元${chinese(floor)}楼${door}号`],
  ]);
  return [before, writer.secret('address', own)];
}

/** A number below a hundred as it is written out: 十二. */
export function chinese(value: number): string {
  const ones = '零一二三四五六七八九'[value % 10] ?? '';
  const tens = Math.floor(value / 10);
  if (tens === 0) return ones;
  return `${tens > 1 ? '零一二三四五六七八九'[tens] : ''}十${value % 10 === 0 ? '' : ones}`;
}

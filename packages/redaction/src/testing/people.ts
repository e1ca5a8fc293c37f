import type { Chance } from './chance';

/** Notices are generated for this day. */
export const GENERATED_ON = '2026-11-26';

export interface Person {
  readonly name: string;
  readonly id: string;
  readonly oldId: string;
  readonly bornOn: string;
  readonly age: number;
  readonly phone: string;
  readonly landline: string;
  readonly card: string;
  readonly account: string;
  readonly home: { readonly building: number; readonly unit: number; readonly floor: number; readonly door: number };
}

const SURNAMES =
  '王王王李李李张张张刘刘陈陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓韩冯曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤储来鲜柯党冉昝祝阮成汝操都唐余'.split(
    '',
  );
const COMPOUND = ['欧阳', '司马', '上官', '诸葛', '皇甫', '令狐', '尉迟', '夏侯'];
const GIVEN =
  '伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英文华建国志红梅玉珍春花小燕国庆海波永成德金凤翠莲世清显荣正义先忠立新兴云培仁礼智贵有福长生满仓家祥宗耀开运礼子涵梓轩雨桐一诺浩然思琪欣怡'.split(
    '',
  );
const AREAS = [
  '612401',
  '612422',
  '612423',
  '612424',
  '612425',
  '612426',
  '612427',
  '612428',
  '612429',
  '612430',
  '610902',
  '610921',
  '610922',
  '610923',
  '610924',
  '610925',
  '610926',
  '610927',
  '610928',
  '610929',
  '420303',
  '511921',
  '622826',
  '110105',
  '440306',
  '652301',
];
const PHONE_BEGINNINGS =
  '130 131 132 133 134 135 136 137 138 139 145 147 149 150 151 152 153 155 156 157 158 159 162 165 166 167 170 171 172 173 175 176 177 178 180 181 182 183 184 185 186 187 188 189 190 191 192 193 195 196 197 198 199'.split(
    ' ',
  );
const BANKS: readonly (readonly [string, number])[] = [
  ['623028', 19],
  ['622848', 19],
  ['621700', 19],
  ['622202', 19],
  ['621799', 19],
  ['621098', 19],
  ['623010', 19],
  ['622700', 16],
  ['436742', 19],
  ['955880', 19],
  ['621785', 19],
  ['625912', 16],
  ['356833', 16],
  ['522850', 16],
  ['622150', 18],
  ['940049', 16],
];

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

export function personOf(chance: Chance, ages: readonly [number, number] = [19, 92]): Person {
  const age = chance.whole(...ages);
  // born before the day of the notice, so that the age is right
  const bornOn = `${2026 - age}-${two(chance.whole(1, 11))}-${two(chance.whole(1, 25))}`;
  const digits = bornOn.replaceAll('-', '');
  const head = chance.one(AREAS) + digits + chance.digits(3);
  const area = chance.one(['0915', '0915', '0915', '029', '0916', '010', '0719', '023']);
  const unit = chance.whole(1, 4);
  return {
    name: nameOf(chance),
    id: head + checkOf(head),
    oldId: head.slice(0, 6) + (digits.startsWith('19') ? digits.slice(2) : `70${digits.slice(4)}`) + chance.digits(3),
    bornOn,
    age,
    phone: chance.one(PHONE_BEGINNINGS) + chance.digits(8),
    landline: `${area}-${chance.whole(2, 8)}${chance.digits(area.length === 3 ? 7 : 6)}`,
    card: cardOf(chance),
    account: chance.one(['2701', '2610', '6060', '1036', '806', '100']) + chance.digits(chance.whole(9, 17)),
    home: { building: chance.whole(1, 32), unit, floor: chance.whole(1, 18), door: chance.whole(1, 6) },
  };
}

function nameOf(chance: Chance): string {
  const surname = chance.is(0.04) ? chance.one(COMPOUND) : chance.one(SURNAMES);
  return surname + chance.one(GIVEN) + (chance.is(0.7) ? chance.one(GIVEN) : '');
}

function cardOf(chance: Chance): string {
  const [beginning, length] = chance.one(BANKS);
  const head = beginning + chance.digits(length - beginning.length - 1);
  const check = Array.from({ length: 10 }, (_, digit) => head + digit).find((card) => luhn(card) === 0);
  return check ?? head;
}

function luhn(card: string): number {
  const values = [...card].reverse().map(Number);
  return values.reduce((sum, value, at) => sum + (at % 2 === 0 ? value : value > 4 ? value * 2 - 9 : value * 2), 0) % 10;
}

function checkOf(head: string): string {
  return '10X98765432'[ID_WEIGHTS.reduce((sum, weight, at) => sum + weight * Number(head[at]), 0) % 11] ?? '0';
}

export const two = (value: number): string => String(value).padStart(2, '0');

// npm run redaction -- --seeds 10001-10500: how much of generated notices the check finds, and how much of what it finds is right.
import { check } from '..';
import { GENERATED_ON, KINDS, measure, noticeOf, type Measurement } from '../testing';

const USAGE = 'usage: npm run redaction -- --seeds FIRST-LAST [--show NUMBER] | --speed';
const SHOWN = 20;

function main(args: readonly string[]): number {
  const seeds = /^(\d+)-(\d+)$/.exec(valueOf(args, '--seeds') ?? '');
  if (args.includes('--speed')) {
    speed();
    return 0;
  }
  if (!seeds) {
    console.error(USAGE);
    return 2;
  }
  const measured = measure(Number(seeds[1]), Number(seeds[2]));
  console.log(`${measured.notices} notices, ${measured.characters} characters`);
  console.log('| kind | secrets | found | recall | findings | right | precision |');
  for (const kind of KINDS) console.log(rowOf(measured, kind));
  for (const miss of measured.misses.slice(0, Number(valueOf(args, '--show') ?? SHOWN))) {
    console.log(
      `${miss.problem} ${miss.kind} seed ${miss.seed} ${JSON.stringify(miss.text)} (${miss.disguises.join(', ')}) in ${JSON.stringify(miss.around)}`,
    );
  }
  return 0;
}

/** Texts that would be slow if anything looked at them more than once for each of their characters. */
const HARD = [
  '1',
  '6101241990',
  '13812345678',
  '1.',
  '张三、',
  '张三，男，',
  '8岁',
  '3号楼',
  '3号楼2单元501 ',
  '姓名：',
  '账号：1 ',
  '*',
];
const SIZES = [125_000, 250_000, 500_000, 1_000_000];

function speed(): void {
  const notices = Array.from({ length: 3_000 }, (_, seed) => JSON.stringify(noticeOf(seed + 1).document)).join('\n');
  console.log(`| text | ${SIZES.map((size) => `${size} characters, ms`).join(' | ')} |`);
  for (const [name, text] of [['notices', notices], ...HARD.map((piece) => [JSON.stringify(piece), piece])]) {
    const times = SIZES.map((size) => millisecondsOf((text ?? '').repeat(Math.ceil(size / (text ?? '').length)).slice(0, size)));
    console.log(`| ${name ?? ''} | ${times.join(' | ')} |`);
  }
}

/** Of the processor, so that what else runs on the machine does not count. */
function millisecondsOf(text: string): number {
  const before = process.cpuUsage();
  check({ blocks: [{ kind: 'paragraph', text }] }, { today: GENERATED_ON });
  const { user, system } = process.cpuUsage(before);
  return Math.round((user + system) / 1_000);
}

function rowOf({ byKind }: Measurement, kind: (typeof KINDS)[number]): string {
  const { secrets, found, findings, right } = byKind[kind];
  return `| ${kind} | ${secrets} | ${found} | ${percent(found, secrets)} | ${findings} | ${right} | ${percent(right, findings)} |`;
}

const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${((part / whole) * 100).toFixed(2)} %`);

function valueOf(args: readonly string[], option: string): string | undefined {
  const at = args.indexOf(option);
  return at < 0 ? undefined : args[at + 1];
}

process.exitCode = main(process.argv.slice(2));

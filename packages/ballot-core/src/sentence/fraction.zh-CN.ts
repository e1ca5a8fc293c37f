const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 半数, 三分之二, 百分之三十, 全部; from a hundred on in figures: 1000 分之 667. */
export function fractionZhCn(num: number, den: number): string {
  if (num === den) return '全部';
  if (num * 2 === den) return '半数';
  if (den === 100) return `百分之${numeral(num)}`;
  return den < 100 ? `${numeral(den)}分之${numeral(num)}` : `${den} 分之 ${num}`;
}

/** 1 to 99 in words: 七, 十, 十二, 三十. */
function numeral(value: number): string {
  const [tens, ones] = [Math.trunc(value / 10), value % 10];
  const tensInWords = tens === 0 ? '' : `${tens === 1 ? '' : DIGITS[tens]}十`;
  return `${tensInWords}${ones === 0 ? '' : DIGITS[ones]}`;
}

/** The thirty on the roll, as they are pasted out of a spreadsheet. */
const NAMES =
  '赵桂芳 钱守义 孙丽华 李建国 周玉梅 吴大勇 郑秀英 王志强 冯春燕 陈国梁 褚卫东 卫小红 蒋文斌 沈月娥 韩立新 杨柳青 朱永福 秦淑珍 尤金山 许凤霞 何家旺 吕美兰 施长庚 张文博 孔令辉 曹雪琴 严守信 华建军 金玉兰 魏东升'.split(
    ' ',
  );

const WOMEN = new Set('赵桂芳 孙丽华 周玉梅 郑秀英 冯春燕 卫小红 沈月娥 秦淑珍 许凤霞 吕美兰 曹雪琴 金玉兰'.split(' '));

export const REPRESENTATIVES: readonly string[] = NAMES;
export const ROLL_TABLE = ['姓名\t性别', ...NAMES.map((name) => `${name}\t${WOMEN.has(name) ? '女' : '男'}`)].join('\n');

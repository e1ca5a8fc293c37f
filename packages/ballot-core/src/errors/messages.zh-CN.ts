import { isMeasure, labelOf, type Measure } from '../measure';
import type { BallotMessages, RuleProblem } from './codes';

/** For people who hold a meeting; the keys stand in the data of the error. */
const words = (measure: string) => (isMeasure(measure) ? labelOf(measure, 'zh-CN').fact : measure);
const name = (measure: Measure) => `${words(measure)}（${measure}）`;
const listed = (problems: readonly RuleProblem[]) => problems.map(({ path, message }) => `${path}：${message}`).join('；');

export const messagesZhCn: BallotMessages = {
  'ballot.ruleUnknown': ({ rule, known }) => `没有名为“${rule}”的表决规则。可用的规则：${known.join('、')}。`,
  'ballot.ruleInvalid': ({ rule, problems }) => `表决规则“${rule}”有误：${listed(problems)}。`,
  'ballot.ruleUnconfirmed': ({ rule }) => `表决规则“${rule}”的人数要求尚未确认，请先录入经核实的数字和依据，再进行计票。`,
  'ballot.ruleNotInForce': ({ rule, heldOn, validFrom, validUntil }) =>
    `表决规则“${rule}”不适用于 ${heldOn} 的会议（适用期：${validFrom ?? '不限'} 至 ${validUntil ?? '今'}）。`,
  'ballot.meetingTypeUnknown': ({ meetingType, known }) =>
    `没有名为“${meetingType}”的会议类型。可用的类型：${known.join('、')}。`,
  'ballot.meetingTypeInvalid': ({ meetingType, problems }) => `会议类型“${meetingType}”有误：${listed(problems)}。`,
  'ballot.countsInvalid': ({ got }) => `票数应是一个由名称和数字组成的对象，收到的是${got}。`,
  'ballot.countUnknown': ({ field }) => `不认识的计数项“${field}”。`,
  'ballot.countNotWhole': ({ field, got }) => `“${field}”应为不小于 0 的整数，收到的是 ${got}。`,
  'ballot.areaNotExact': ({ field, got }) =>
    `${name(field)}应以平方米计，写成最多四位小数的字符串（如 "89.37"）或整数，收到的是 ${got}。`,
  'ballot.countMissing': ({ fields, rule }) => `按规则“${rule}”计票还缺少：${fields.map(name).join('、')}。`,
  'ballot.countTooLarge': ({ field, got, limitField, limit }) => `${words(field)} ${got} 多于${words(limitField)} ${limit}。`,
  'ballot.votesDoNotAddUp': ({ parts, sum, totalField, total }) =>
    `${Object.entries(parts)
      .map(([part, amount]) => `${words(part)} ${amount}`)
      .join(' + ')} = ${sum}，不等于${words(totalField)} ${total}。`,
  'ballot.dueDoesNotMatch': ({ due, allMembers, excluded }) =>
    `全体 ${allMembers} 人减去无表决权的 ${excluded} 人，与应到 ${due} 人不符。`,
  'ballot.candidatesInvalid': ({ got }) =>
    `候选人应为非空列表，每人有 id 和得票数 approve，并写明应选名额 seats（不小于 1）；问题在于：${got}。`,
  'ballot.candidateTwice': ({ candidate }) => `候选人“${candidate}”重复出现。`,
  'ballot.candidateVotesTooMany': ({ candidate, votes, ballots }) =>
    `候选人“${candidate}”的各项票数合计 ${votes} 票，多于可计的选票 ${ballots} 张。`,
  'ballot.tooManyMarks': ({ marks, seats, ballots }) =>
    `各候选人得票合计 ${marks} 票，多于 ${ballots} 张选票各选 ${seats} 人所能得到的票数。`,
  'ballot.rollInvalid': ({ problems }) => `名册有误：${listed(problems)}。`,
  'ballot.rollDiffers': ({ field, entered, onRoll }) => `录入的${name(field)}为 ${entered}，名册上是 ${onRoll}。`,
  'ballot.caseInvalid': ({ problems }) => `用例有误：${listed(problems)}。`,
  'ballot.caseTwice': ({ id }) => `用例编号“${id}”重复。`,
  'ballot.fileUnreadable': ({ file, reason }) => `无法读取文件 ${file}：${reason}。`,
  'ballot.jsonInvalid': ({ file, reason }) => `文件 ${file} 不是有效的 JSON：${reason}。`,
  'ballot.fileNotCases': ({ file }) => `文件 ${file} 应是用例数组，或带有 cases 数组的对象。`,
  'ballot.fileNotGiven': ({ usage }) => `请指定用例文件：${usage}`,
};

import { isMeasure, labelOf } from '../measure';
import type { BallotMessages, RuleProblem } from './codes';

/** For people who hold a meeting; the keys stand in the data of the error. */
const words = (measure: string) => (isMeasure(measure) ? labelOf(measure, 'en-US').fact : measure);
const listed = (problems: readonly RuleProblem[]) => problems.map(({ path, message }) => `${path}: ${message}`).join('; ');

export const messagesEnUs: BallotMessages = {
  'ballot.ruleUnknown': ({ rule, known }) => `There is no voting rule "${rule}". Known rules: ${known.join(', ')}.`,
  'ballot.ruleInvalid': ({ rule, problems }) => `The voting rule "${rule}" is wrong: ${listed(problems)}.`,
  'ballot.ruleUnconfirmed': ({ rule }) =>
    `The numbers of the voting rule "${rule}" are not confirmed. Enter the verified numbers and their source before counting.`,
  'ballot.ruleNotInForce': ({ rule, heldOn, validFrom, validUntil }) =>
    `The voting rule "${rule}" does not apply to a meeting on ${heldOn} (in force ${validFrom ?? 'since ever'} to ${validUntil ?? 'now'}).`,
  'ballot.meetingTypeUnknown': ({ meetingType, known }) =>
    `There is no meeting type "${meetingType}". Known types: ${known.join(', ')}.`,
  'ballot.meetingTypeInvalid': ({ meetingType, problems }) => `The meeting type "${meetingType}" is wrong: ${listed(problems)}.`,
  'ballot.countsInvalid': ({ got }) => `Counts must be an object of names and numbers, got ${got}.`,
  'ballot.countUnknown': ({ field }) => `Unknown count "${field}".`,
  'ballot.countNotWhole': ({ field, got }) => `"${field}" must be a whole number of at least 0, got ${got}.`,
  'ballot.areaNotExact': ({ field, got }) =>
    `"${field}" must be square metres as a string with at most four decimals ("89.37") or a whole number, got ${got}.`,
  'ballot.countMissing': ({ fields, rule }) => `The rule "${rule}" cannot be counted without ${fields.join(', ')}.`,
  'ballot.countTooLarge': ({ field, got, limitField, limit }) =>
    `${got} ${words(field)} is more than ${limit} ${words(limitField)}.`,
  'ballot.votesDoNotAddUp': ({ parts, sum, totalField, total }) =>
    `${Object.entries(parts)
      .map(([part, amount]) => `${amount} ${words(part)}`)
      .join(' + ')} = ${sum}, which is not the ${total} ${words(totalField)}.`,
  'ballot.dueDoesNotMatch': ({ due, allMembers, excluded }) =>
    `${allMembers} members less ${excluded} without a vote does not give ${due} due.`,
  'ballot.candidatesInvalid': ({ got }) =>
    `Candidates must be a non-empty list, each with an id and approve, and seats must be at least 1; the problem: ${got}.`,
  'ballot.candidateTwice': ({ candidate }) => `Candidate "${candidate}" is listed twice.`,
  'ballot.candidateVotesTooMany': ({ candidate, votes, ballots }) =>
    `The votes of candidate "${candidate}" add up to ${votes}, more than the ${ballots} ballots that can be counted.`,
  'ballot.tooManyMarks': ({ marks, seats, ballots }) =>
    `The candidates have ${marks} votes together, more than ${ballots} ballots with ${seats} choices each can give.`,
  'ballot.rollInvalid': ({ problems }) => `The roll is wrong: ${listed(problems)}.`,
  'ballot.rollDiffers': ({ field, entered, onRoll }) => `${field} was entered as ${entered}, but the roll gives ${onRoll}.`,
  'ballot.caseInvalid': ({ problems }) => `The case is wrong: ${listed(problems)}.`,
  'ballot.caseTwice': ({ id }) => `The case id "${id}" is used twice.`,
  'ballot.fileUnreadable': ({ file, reason }) => `Cannot read the file ${file}: ${reason}.`,
  'ballot.jsonInvalid': ({ file, reason }) => `The file ${file} is not valid JSON: ${reason}.`,
  'ballot.fileNotCases': ({ file }) => `The file ${file} must be an array of cases or an object with an array "cases".`,
  'ballot.fileNotGiven': ({ usage }) => `Name a file with cases: ${usage}`,
};

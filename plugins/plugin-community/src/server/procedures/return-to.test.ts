import { compile, parseDefinitions } from '@wuxin/bpmn-core';
import { resolve } from 'node:path';
import { loadProcedure } from './index';

const WORKFLOWS = resolve(__dirname, '../../../../../workflows');

/** Steps whose own outcomes say where a case goes back to, and what is counted when it does. */
const NOWHERE: Readonly<Record<string, readonly string[]>> = {
  '01-meeting': ['hold', 'witness'],
  '02-notice': ['vet', 'post', 'watch', 'conclude'],
  '03-supervision': ['reply', 'recheck'],
  '04-filing': ['file', 'checkFiling', 'correctFiling', 'revoke'],
  '06-review': ['review', 'redraft', 'conference'],
  '12-four-deliberations': ['amend', 'implement', 'accept', 'assess', 'handleFailure'],
  '38-covenant': ['consult', 'review', 'redraft', 'conference', 'finalise', 'recordVote', 'publish'],
  '56-appraisal-follow-up': ['receive', 'hear'],
  '56-report-appraisal': ['approve', 'study', 'announce', 'use'],
  '56-secretary-report': ['prereview', 'again'],
};

describe('退回 beside the outcomes of a procedure', () => {
  const returnToOf = async (folder: string) => {
    const { graph } = compile(await parseDefinitions((await loadProcedure(resolve(WORKFLOWS, folder))).xml));
    return (id: string) => graph?.elements[id]?.settings.returnTo;
  };

  it.each(Object.entries(NOWHERE))('of %s is not offered at %p', async (folder, tasks) => {
    const returnTo = await returnToOf(folder);
    expect(tasks.filter((id) => returnTo(id) !== 'none')).toEqual([]);
  });

  it('lets the drafting group ask for more opinions', async () => {
    const returnTo = await returnToOf('38-covenant');
    expect([returnTo('summarise'), returnTo('draft')]).toEqual(['solicit', 'solicit,summarise']);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const COVENANT = join(__dirname, '../../../workflows/38-covenant/process.bpmn');

/** The covenant as content brings it. */
export const covenant = (): string => readFileSync(COVENANT, 'utf8');

export const NEW_STEP = '法律顾问审查';

const LEGAL_CHECK = `<bpmn:userTask id="legalCheck" name="${NEW_STEP}" wuxin:nameEn="Legal check" wuxin:stage="review" wuxin:returnTo="none">
      <bpmn:extensionElements>
        <wuxin:assignment kind="post" value="communitySecretary" />
        <wuxin:outcome key="checked" name="审查完毕" nameEn="Checked" kind="primary" consequence="草案送镇（街）审核。" consequenceEn="The draft goes to the township." />
        <wuxin:deadline amount="3" unit="workingDays" />
      </bpmn:extensionElements>
      <bpmn:incoming>consulted</bpmn:incoming>
      <bpmn:outgoing>legallyChecked</bpmn:outgoing>
    </bpmn:userTask>
    `;

/** One in which a lawyer looks at the draft before the township does, whose review has less time. */
export function secondVersion(): string {
  return changed(covenant(), [
    ['<bpmn:userTask id="review" ', `${LEGAL_CHECK}<bpmn:userTask id="review" `],
    ['<bpmn:incoming>consulted</bpmn:incoming>\n      <bpmn:incoming>redraftChecked', '<bpmn:incoming>legallyChecked</bpmn:incoming>\n      <bpmn:incoming>redraftChecked'], // prettier-ignore
    [
      'sourceRef="isConsulted" targetRef="review" />',
      'sourceRef="isConsulted" targetRef="legalCheck" />\n    <bpmn:sequenceFlow id="legallyChecked" sourceRef="legalCheck" targetRef="review" />',
    ],
    [`amount='=param("cov.review_days")' unit="workingDays"`, `amount="5" unit="workingDays"`],
    [
      '<bpmndi:BPMNShape id="review_di"',
      '<bpmndi:BPMNShape id="legalCheck_di" bpmnElement="legalCheck">\n        <dc:Bounds x="900" y="242" width="100" height="80" />\n      </bpmndi:BPMNShape>\n      <bpmndi:BPMNShape id="review_di"',
    ],
  ]);
}

/** What is to be changed has to be there. */
function changed(xml: string, changes: readonly (readonly [before: string, after: string])[]): string {
  return changes.reduce((text, [before, after]) => {
    if (!text.includes(before)) throw new Error(`the covenant has changed: ${before}`);
    return text.replace(before, after);
  }, xml);
}

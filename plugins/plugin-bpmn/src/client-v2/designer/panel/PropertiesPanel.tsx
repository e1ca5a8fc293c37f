import { theme } from 'antd';
import { useLanguage, useT } from '../../i18n';
import { Muted } from '../../shared';
import type { Inserted } from '../contract';
import { processOf, shownName, textIn } from '../settings';
import { CallNamePart } from './CallNamePart';
import { ConditionPart } from './ConditionPart';
import { DeadlinePart } from './DeadlinePart';
import { DefaultFlowPart } from './DefaultFlowPart';
import type { PartProps } from './editing';
import { FormPart } from './FormPart';
import { GeneralPart } from './GeneralPart';
import { LoopPart } from './LoopPart';
import { MappingPart } from './MappingPart';
import { OutcomesPart } from './OutcomesPart';
import { CcPart, PeoplePart } from './PeoplePart';
import { ProcessPart, StagesPart } from './ProcessPart';
import { RatingPart } from './RatingPart';
import { ReturnPart } from './ReturnPart';
import { ServicePart } from './ServicePart';
import { TimerPart } from './TimerPart';
import { CalledPart, DecisionPart } from './WorkPart';

export interface PropertiesPanelProps extends PartProps {
  /** Puts something on a flow. */
  onInsert: (flow: PartProps['element'], what: Inserted) => void;
  /** Opens the form of a step of people. */
  onDesignForm: (elementId: string) => void;
}

function Parts({ onDesignForm, onInsert, ...props }: PropertiesPanelProps) {
  const t = useT();
  const { element } = props;
  const process = processOf(element);
  const hasRecord = process !== undefined && textIn(process, 'wuxin:recordCollection') !== '';
  switch (element.$type) {
    case 'bpmn:Process':
      return (
        <>
          <ProcessPart {...props} />
          <StagesPart {...props} />
          <Muted small>{t('designer.chooseElement')}</Muted>
        </>
      );
    case 'bpmn:UserTask':
      return (
        <>
          <GeneralPart {...props} />
          <PeoplePart {...props} />
          <FormPart {...props} hasRecord={hasRecord} onDesign={onDesignForm} />
          <OutcomesPart {...props} />
          <DeadlinePart {...props} />
          <CcPart {...props} />
          <ReturnPart {...props} />
          <LoopPart {...props} />
          <RatingPart {...props} />
        </>
      );
    case 'bpmn:SequenceFlow':
      return (
        <>
          <GeneralPart {...props} onInsert={(what) => onInsert(element, what)} />
          <ConditionPart {...props} />
        </>
      );
    case 'bpmn:ExclusiveGateway':
    case 'bpmn:InclusiveGateway':
      return (
        <>
          <GeneralPart {...props} />
          <DefaultFlowPart {...props} />
        </>
      );
    case 'bpmn:CallActivity':
      return (
        <>
          <GeneralPart {...props} />
          <CalledPart {...props} />
          <MappingPart {...props} />
          <LoopPart {...props} />
        </>
      );
    case 'bpmn:BusinessRuleTask':
      return (
        <>
          <GeneralPart {...props} />
          <DecisionPart {...props} />
        </>
      );
    case 'bpmn:ServiceTask':
      return (
        <>
          <GeneralPart {...props} />
          <ServicePart {...props} />
          <MappingPart {...props} />
          <LoopPart {...props} />
        </>
      );
    default:
      return (
        <>
          <GeneralPart {...props} />
          <TimerPart {...props} />
          <CallNamePart {...props} />
        </>
      );
  }
}

/** What the chosen element is, in the words of a clerk; everything in it is a step that can be undone. */
export function PropertiesPanel(props: PropertiesPanelProps) {
  const t = useT();
  const { token } = theme.useToken();
  const { element } = props;
  const name = shownName(element, useLanguage()) || t('designer.unnamed');
  return (
    <>
      <h2 style={{ fontSize: token.fontSizeLG, margin: `0 0 ${token.marginXS}px`, overflowWrap: 'anywhere' }}>
        {t('designer.panelOf', { name })}
      </h2>
      {/* another element: nothing that was typed for the one before stays in a field */}
      <Parts key={textIn(element, 'id')} {...props} />
    </>
  );
}

/**
 * A process with two tasks on a covenant's record: one of a holder of a `kind`, which a careless author may get wrong, and one
 * of a role that is called like the process. Then a condition reads how many copies there are, which nobody has said.
 */
export const trialProcess = (key: string, kind = 'starter'): string => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:wuxin="urn:wuxin:bpmn:1" targetNamespace="urn:wuxin:trial">
  <bpmn:process id="${key}" name="试办 ${key}" isExecutable="true" wuxin:recordCollection="covenants">
    <bpmn:startEvent id="begin"><bpmn:outgoing>toCheck</bpmn:outgoing></bpmn:startEvent>
    <bpmn:userTask id="check" name="核对材料">
      <bpmn:extensionElements>
        <wuxin:assignment kind="${kind}" />
        <wuxin:outcome key="ok" name="核对无误" kind="primary" consequence="转审批。" />
      </bpmn:extensionElements>
      <bpmn:incoming>toCheck</bpmn:incoming>
      <bpmn:outgoing>toApprove</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:userTask id="approve" name="审批">
      <bpmn:extensionElements>
        <wuxin:assignment kind="role" value="${key}" />
        <wuxin:outcome key="ok" name="同意" kind="primary" consequence="办件结束。" />
      </bpmn:extensionElements>
      <bpmn:incoming>toApprove</bpmn:incoming>
      <bpmn:outgoing>toWay</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:exclusiveGateway id="way" name="是否分发" default="toEnd">
      <bpmn:incoming>toWay</bpmn:incoming>
      <bpmn:outgoing>toHandedOut</bpmn:outgoing>
      <bpmn:outgoing>toEnd</bpmn:outgoing>
    </bpmn:exclusiveGateway>
    <bpmn:endEvent id="handedOut" name="已分发"><bpmn:incoming>toHandedOut</bpmn:incoming></bpmn:endEvent>
    <bpmn:endEvent id="end"><bpmn:incoming>toEnd</bpmn:incoming></bpmn:endEvent>
    <bpmn:sequenceFlow id="toCheck" sourceRef="begin" targetRef="check" />
    <bpmn:sequenceFlow id="toApprove" sourceRef="check" targetRef="approve" />
    <bpmn:sequenceFlow id="toWay" sourceRef="approve" targetRef="way" />
    <bpmn:sequenceFlow id="toHandedOut" sourceRef="way" targetRef="handedOut">
      <bpmn:conditionExpression xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="bpmn:tFormalExpression">=copies > 0</bpmn:conditionExpression>
    </bpmn:sequenceFlow>
    <bpmn:sequenceFlow id="toEnd" sourceRef="way" targetRef="end" />
  </bpmn:process>
  <bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="${key}">
    <bpmndi:BPMNShape id="s1" bpmnElement="begin"><dc:Bounds x="100" y="100" width="36" height="36" /></bpmndi:BPMNShape>
    <bpmndi:BPMNShape id="s2" bpmnElement="check"><dc:Bounds x="190" y="78" width="100" height="80" /></bpmndi:BPMNShape>
    <bpmndi:BPMNShape id="s4" bpmnElement="approve"><dc:Bounds x="350" y="78" width="100" height="80" /></bpmndi:BPMNShape>
    <bpmndi:BPMNShape id="s5" bpmnElement="way"><dc:Bounds x="510" y="93" width="50" height="50" /></bpmndi:BPMNShape>
    <bpmndi:BPMNShape id="s6" bpmnElement="handedOut"><dc:Bounds x="620" y="100" width="36" height="36" /></bpmndi:BPMNShape>
    <bpmndi:BPMNShape id="s3" bpmnElement="end"><dc:Bounds x="620" y="200" width="36" height="36" /></bpmndi:BPMNShape>
    <bpmndi:BPMNEdge id="e1" bpmnElement="toCheck"><di:waypoint x="136" y="118" /><di:waypoint x="190" y="118" /></bpmndi:BPMNEdge>
    <bpmndi:BPMNEdge id="e2" bpmnElement="toApprove"><di:waypoint x="290" y="118" /><di:waypoint x="350" y="118" /></bpmndi:BPMNEdge>
    <bpmndi:BPMNEdge id="e3" bpmnElement="toWay"><di:waypoint x="450" y="118" /><di:waypoint x="510" y="118" /></bpmndi:BPMNEdge>
    <bpmndi:BPMNEdge id="e4" bpmnElement="toHandedOut"><di:waypoint x="560" y="118" /><di:waypoint x="620" y="118" /></bpmndi:BPMNEdge>
    <bpmndi:BPMNEdge id="e5" bpmnElement="toEnd"><di:waypoint x="535" y="143" /><di:waypoint x="535" y="218" /><di:waypoint x="620" y="218" /></bpmndi:BPMNEdge>
  </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>`;

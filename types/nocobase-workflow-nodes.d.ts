// Written for this project: what our workflow nodes use of NocoBase's workflow canvas.
declare module '@nocobase/plugin-workflow/client-v2' {
  import type { ComponentType, ReactElement } from 'react';

  type FormLoader = () => Promise<{ default: ComponentType }>;

  export interface VariableOption {
    key?: string;
    value?: string;
    label?: string;
    children?: VariableOption[];
  }

  export abstract class Trigger {
    title: string;
    description?: string;
    PresetFieldsetLoader?: FormLoader;
    FieldsetLoader?: FormLoader;
    validate(config: Record<string, unknown>): boolean;
    useVariables?(config: Record<string, unknown>): VariableOption[] | null;
  }

  export abstract class Instruction {
    title: string;
    type: string;
    group: string;
    description?: string;
    icon?: ReactElement;
    FieldsetLoader?: FormLoader;
    createDefaultConfig?(): Record<string, unknown>;
    useVariables?(node: { key: string; title?: string }): VariableOption | null;
  }

  export interface VariableInputProps {
    value?: string;
    onChange?(value: string): void;
  }
  export const WorkflowVariableTextArea: ComponentType<VariableInputProps>;
}

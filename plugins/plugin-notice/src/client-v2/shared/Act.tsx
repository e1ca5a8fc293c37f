import { ActDialog, useCommand, type ActValues } from '@wuxin/plugin-bpmn/client-v2';
import { App, Button, type ButtonProps } from 'antd';
import { useCallback, useState, type ReactNode } from 'react';

export interface ActProps<Values extends { reason: string }> {
  label: string;
  /** What will follow, in words and numbers. */
  consequence: ReactNode;
  run: (values: Values) => Promise<unknown>;
  onDone: () => void;
  /** Said once it is done. */
  done: string;
  tone?: 'info' | 'warning';
  isMain?: boolean;
  isDanger?: boolean;
  isBlocked?: boolean;
  /** Without it nothing is asked for. */
  reasonLabel?: string;
  isReasonRequired?: boolean;
  initialValues?: Partial<Values>;
  button?: ButtonProps;
  /** Further fields. */
  children?: ReactNode;
}

/** A button and the dialog behind it: says what follows, asks for what is needed, does it, and says so. */
export function Act<Values extends { reason: string } = ActValues>(props: ActProps<Values>) {
  const { label, run, onDone, done, isMain = false, reasonLabel, button, children, ...dialog } = props;
  const { message } = App.useApp();
  const [isOpen, setIsOpen] = useState(false);
  const command = useCommand(useCallback((values: Values) => run(values), [run]));
  const finish = async (values: Values) => {
    if (!(await command.run(values))) return;
    setIsOpen(false);
    message.success(done);
    onDone();
  };
  return (
    <>
      <Button
        type={isMain ? 'primary' : 'default'}
        {...button}
        danger={props.isDanger}
        onClick={() => {
          command.forget();
          setIsOpen(true);
        }}
      >
        {label}
      </Button>
      {isOpen ? (
        <ActDialog<Values>
          {...dialog}
          title={label}
          okText={label}
          isReasonAsked={reasonLabel !== undefined}
          reasonLabel={reasonLabel}
          isRunning={command.isRunning}
          failure={command.failure}
          onOk={(values) => void finish(values)}
          onCancel={() => setIsOpen(false)}
        >
          {children}
        </ActDialog>
      ) : null}
    </>
  );
}

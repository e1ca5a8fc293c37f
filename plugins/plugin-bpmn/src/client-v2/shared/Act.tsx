import { App, Button, type ButtonProps } from 'antd';
import { useCallback, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useCommand, type Failure } from '../api';
import { ActDialog, type ActValues } from './ActDialog';
import { useTellOpen } from './openDialogs';

export interface ActProps<Values extends { reason: string }> {
  label: string;
  /** What will follow, in words and numbers. */
  consequence: ReactNode;
  run: (values: Values) => Promise<unknown>;
  onDone: () => void;
  /** Said once it is done. */
  done: string;
  title?: string;
  tone?: 'info' | 'warning';
  /** The one thing that this page is there for now. */
  isMain?: boolean;
  isDanger?: boolean;
  isBlocked?: boolean;
  /** Without it nothing is asked for. */
  reasonLabel?: string;
  isReasonRequired?: boolean;
  hintFor?: (failure: Failure) => string | null;
  initialValues?: Partial<Values>;
  button?: ButtonProps;
  /** Further fields. */
  children?: ReactNode;
}

/** Enter ends the entry of a date or a code; it does not convene a meeting or open a box. */
function holdEnter(event: KeyboardEvent<HTMLElement>): void {
  if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault();
}

/** A button and the dialog behind it: says what follows, asks for what is needed, does it, and says so. */
export function Act<Values extends { reason: string } = ActValues>(props: ActProps<Values>) {
  const { label, run, onDone, done, isMain = false, button, reasonLabel, children, ...dialog } = props;
  const { message } = App.useApp();
  const [isOpen, setIsOpen] = useState(false);
  useTellOpen(isOpen);
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
          title={props.title ?? label}
          okText={label}
          isReasonAsked={reasonLabel !== undefined}
          reasonLabel={reasonLabel}
          isRunning={command.isRunning}
          failure={command.failure}
          onOk={(values) => void finish(values)}
          onCancel={() => setIsOpen(false)}
        >
          <div onKeyDown={holdEnter}>{children}</div>
        </ActDialog>
      ) : null}
    </>
  );
}

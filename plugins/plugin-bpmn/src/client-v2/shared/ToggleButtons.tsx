import { Button, theme } from 'antd';
import type { ReactNode } from 'react';

export interface ToggleButtonsProps<Value extends string> {
  /** What is chosen, for screen readers. */
  label: string;
  options: readonly { value: Value; label: ReactNode }[];
  value: Value;
  onChange: (value: Value) => void;
  /** All of the width, in equal parts. */
  isWide?: boolean;
}

/** A few ways to look at the same thing, of which one is pressed. */
export function ToggleButtons<Value extends string>({
  label,
  options,
  value,
  onChange,
  isWide = false,
}: ToggleButtonsProps<Value>) {
  const { token } = theme.useToken();
  return (
    <div
      role="group"
      aria-label={label}
      style={{
        display: 'inline-grid',
        width: isWide ? '100%' : undefined,
        gridAutoFlow: 'column',
        gridAutoColumns: '1fr',
        gap: token.marginXXS,
      }}
    >
      {options.map((option) => {
        const isPressed = option.value === value;
        return (
          <Button
            key={option.value}
            size={isWide ? 'middle' : 'small'}
            aria-pressed={isPressed}
            onClick={() => onChange(option.value)}
            style={{
              height: 'auto',
              minWidth: 0,
              paddingInline: token.paddingXXS,
              whiteSpace: 'normal',
              ...(isPressed
                ? { borderColor: token.colorPrimary, background: token.colorPrimaryBg, fontWeight: token.fontWeightStrong }
                : {}),
            }}
          >
            <span>{option.label}</span>
          </Button>
        );
      })}
    </div>
  );
}

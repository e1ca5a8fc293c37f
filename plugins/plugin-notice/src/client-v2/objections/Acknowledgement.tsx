import { CopyOutlined, PrinterOutlined } from '@ant-design/icons';
import { Alert, App, Button, Card, Flex, theme } from 'antd';
import type { ReactNode } from 'react';
import type { Acknowledgement as Acknowledged } from '../../common/api';
import { useT } from './texts';

/** Only the slip comes out of the printer, without the menus around it. */
const PRINT = `@media print {
  body * { visibility: hidden; }
  .wuxin-slip, .wuxin-slip * { visibility: visible; }
  .wuxin-slip { position: fixed; inset: 0; border: 0; }
}`;

interface AcknowledgementProps {
  /** The number as people say it. */
  title: string;
  about: string;
  acknowledged: Pick<Acknowledged, 'code'>;
  /** What comes next: buttons. */
  children: ReactNode;
}

/** 回执: the code with which whoever came reads the answer. It is shown here and never again. */
export function Acknowledgement({ title, about, acknowledged: { code }, children }: AcknowledgementProps) {
  const t = useT();
  const { token } = theme.useToken();
  const { message } = App.useApp();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(code); // there is none without https
      message.success(t('objection.page.copied'));
    } catch {
      message.warning(t('objection.page.notCopied'));
    }
  };
  return (
    <Flex vertical gap="middle">
      <style>{PRINT}</style>
      <Alert type="warning" showIcon message={t('objection.page.onceOnly')} description={t('objection.page.onceOnlyHint')} />
      <Card className="wuxin-slip" style={{ display: 'block' }}>
        <Flex vertical gap="small" align="center" style={{ textAlign: 'center' }}>
          <strong style={{ fontSize: token.fontSizeHeading4 }}>{title}</strong>
          <span style={{ overflowWrap: 'anywhere' }}>{about}</span>
          <span>{t('objection.page.code')}</span>
          <output
            aria-label={t('objection.page.code')}
            style={{
              fontFamily: token.fontFamilyCode,
              fontSize: token.fontSizeHeading1,
              lineHeight: token.lineHeightHeading1,
              fontWeight: token.fontWeightStrong,
              overflowWrap: 'anywhere',
              userSelect: 'all',
            }}
          >
            {code}
          </output>
          <span>{t('objection.page.codeUse')}</span>
        </Flex>
      </Card>
      <Flex gap="small" wrap justify="center">
        <Button type="primary" icon={<PrinterOutlined />} onClick={() => window.print()}>
          {t('objection.page.print')}
        </Button>
        <Button icon={<CopyOutlined />} onClick={() => void copy()}>
          {t('objection.page.copy')}
        </Button>
        {children}
      </Flex>
    </Flex>
  );
}

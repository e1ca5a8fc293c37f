import { PlusOutlined, UploadOutlined } from '@ant-design/icons';
import { Button, Form, Input, Select, Upload, type UploadFile } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import type { PlaceholderView, TemplateReaders } from '../../common/api';
import { useApi, useCommand, useQuery } from '../api';
import { useT } from '../i18n';
import { ActDialog, Choice, Loaded } from '../shared';

interface AddValues {
  reason: string;
  name: string;
  nameEn?: string;
  readers: TemplateReaders;
  onlyWith?: string;
  needs?: string[];
  file: UploadFile[];
}

interface AddTemplateProps {
  processKey: string;
  /** @param name of the template that is in the draft now */
  onAdded: (name: string) => void;
}

const filesOf = (event: UploadFile[] | { fileList: UploadFile[] }) => (Array.isArray(event) ? event : event.fileList);

/** Names as they stand in a template: of rows, each of their columns too. */
const namesOf = (placeholders: PlaceholderView[]): string[] =>
  placeholders.flatMap(({ name, columns }) => [name, ...(columns ?? []).map((column) => `${name}.${column}`)]);

function NameFields() {
  const t = useT();
  const label = t('template.documentName');
  return (
    <>
      <Form.Item
        name="name"
        label={label}
        rules={[{ required: true, whitespace: true, message: t('common.fillIn', { name: label }) }]}
      >
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="nameEn" label={t('template.nameEn')}>
        <Input maxLength={200} />
      </Form.Item>
    </>
  );
}

function FileField() {
  const t = useT();
  const label = t('template.file');
  return (
    <Form.Item
      name="file"
      label={label}
      valuePropName="fileList"
      getValueFromEvent={filesOf}
      rules={[{ required: true, message: t('common.fillIn', { name: label }) }]}
    >
      <Upload accept=".docx" maxCount={1} beforeUpload={() => false}>
        <Button icon={<UploadOutlined aria-hidden />}>{t('template.fileChoose')}</Button>
      </Upload>
    </Form.Item>
  );
}

/** Where it is offered: to whom, in which cases, and from when on. */
function OfferFields({ placeholders }: { placeholders: PlaceholderView[] }) {
  const t = useT();
  const options = useMemo(() => namesOf(placeholders).map((name) => ({ value: name, label: name })), [placeholders]);
  const readers = [
    { value: 'participants' as const, label: t('template.readersParticipants') },
    { value: 'case' as const, label: t('template.readersCase') },
  ];
  return (
    <>
      <Form.Item name="readers" label={t('template.readers')}>
        <Choice<TemplateReaders> options={readers} />
      </Form.Item>
      <Form.Item name="onlyWith" label={t('template.onlyWith')} extra={t('template.onlyWithHint')}>
        <Choice<string> options={options} isClearable />
      </Form.Item>
      <Form.Item name="needs" label={t('template.needs')} extra={t('template.needsHint')}>
        <Select<string[]> mode="multiple" options={options} optionFilterProp="label" style={{ width: '100%' }} />
      </Form.Item>
    </>
  );
}

function AddDialog({ processKey, onAdded, onCancel }: AddTemplateProps & { onCancel: () => void }) {
  const t = useT();
  const api = useApi();
  const placeholders = useQuery(useCallback(() => api.processes.placeholders(processKey), [api, processKey]));
  const { run, ...state } = useCommand(
    useCallback(
      ({ name, nameEn, readers, onlyWith, needs = [], file: [chosen] }: AddValues) => {
        const content = chosen?.originFileObj;
        if (!content) return Promise.reject(new Error('no file')); // the form asks for one
        return api.processes.addTemplate(processKey, { name: name.trim(), nameEn, readers, onlyWith, needs }, content);
      },
      [api, processKey],
    ),
  );
  return (
    <ActDialog<AddValues>
      {...state}
      title={t('template.add')}
      consequence={t('template.addConsequence')}
      okText={t('template.add')}
      isReasonAsked={false}
      initialValues={{ readers: 'participants' }}
      onOk={async (values) => {
        if (await run(values)) onAdded(values.name.trim());
      }}
      onCancel={onCancel}
    >
      <NameFields />
      <FileField />
      <Loaded query={placeholders}>{(known) => <OfferFields placeholders={known} />}</Loaded>
    </ActDialog>
  );
}

/** Adds a Word file that the content did not bring. */
export function AddTemplate({ processKey, onAdded }: AddTemplateProps) {
  const t = useT();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button icon={<PlusOutlined aria-hidden />} onClick={() => setIsOpen(true)} style={{ alignSelf: 'flex-start' }}>
        {t('template.add')}
      </Button>
      {isOpen ? (
        <AddDialog
          processKey={processKey}
          onCancel={() => setIsOpen(false)}
          onAdded={(name) => {
            setIsOpen(false);
            onAdded(name);
          }}
        />
      ) : null}
    </>
  );
}

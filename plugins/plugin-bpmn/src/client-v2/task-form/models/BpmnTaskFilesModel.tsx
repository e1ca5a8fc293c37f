import { FieldModel } from '@nocobase/client-v2';
import { Flex } from 'antd';
import type { ReactNode } from 'react';
import { NAMESPACE } from '../../i18n';
import { FileLink } from '../../shared';
import { fileName, storedFiles } from '../TaskUpload';

const ns = [NAMESPACE];

/** Files that can only be read, as links with their names. */
export class BpmnTaskFilesModel extends FieldModel {
  override render(): ReactNode {
    const { value } = this.props as { value?: unknown }; // the form's, whatever NocoBase puts there
    const files = storedFiles(value);
    if (files.length === 0) return this.context.t('form.noFiles', { ns });
    return (
      <Flex vertical>
        {files.map((file) => (
          <FileLink key={file.id} href={file.url ?? ''}>
            {fileName(file)}
          </FileLink>
        ))}
      </Flex>
    );
  }
}

BpmnTaskFilesModel.define({ hide: true });

export default BpmnTaskFilesModel;

import type { DataStartOptions, DataStartRow } from '../../common/api';

export const dataStartOptions: DataStartOptions = {
  collections: [
    {
      name: 'repairs',
      title: '报修',
      fields: [
        { name: 'status', title: '状态' },
        { name: 'communityId', title: '社区' },
      ],
    },
  ],
  processes: [
    {
      key: 'repair',
      name: '维修',
      recordCollection: 'repairs',
      variables: [{ name: 'cost', label: '费用', type: 'number', isRequired: true }],
    },
  ],
};

export const repairRule: DataStartRow = {
  id: '1',
  name: '受理后维修',
  collection: 'repairs',
  collectionTitle: '报修',
  event: 'updated',
  condition: 'record.status = "accepted"',
  conditionText: '状态 是“已受理”',
  processKey: 'repair',
  processName: '维修',
  isPublished: true,
  placeField: 'communityId',
  placeFieldTitle: '社区',
  title: '="维修：" + record.title',
  variables: { cost: '=record.cost' },
  isEnabled: true,
  failed: [{ jobId: '9', recordId: '12', code: 'place.notFound', text: '没有这个属地。' }],
};

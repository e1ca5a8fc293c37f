import { fireEvent, screen } from '@testing-library/react';
import type { OwnRights, RoleRights } from '../../common/api';
import { processDetail } from '../__fixtures__/administration';
import { refusal, renderPage } from '../__fixtures__/renderPage';
import { ProcessDetailPage } from '../processes';
import { RightsPage } from './RightsPage';

const NONE = { processes: 'none', design: 'none', publish: 'none', migrate: 'none', parameters: 'none', bind: 'none' } as const;
const roles: RoleRights[] = [
  { role: 'clerk', title: '经办', rights: { ...NONE, design: 'given' } },
  {
    role: 'admin',
    title: '管理员',
    rights: {
      processes: 'given',
      design: 'included',
      publish: 'included',
      migrate: 'included',
      parameters: 'included',
      bind: 'none',
    },
  },
];

const open = (give: () => unknown = () => null) =>
  renderPage(<RightsPage />, {
    at: '/admin/wuxin/rights',
    path: '/admin/wuxin/rights',
    answers: {
      'bpmnRights:overview': () => roles,
      'bpmnRights:give': give,
      'bpmnRights:mine': () => ({
        design: true,
        publish: true,
        migrate: true,
        bind: false,
        processes: false,
        parameters: false,
        give: true,
        asksForTwo: false,
      }),
      'bpmnRights:changes': () => ({ total: 0, rows: [] }),
    },
  });
const box = (name: string) => screen.findByRole<HTMLInputElement>('checkbox', { name });

it('gives a right to a role with one tick, and takes it away with another', async () => {
  const { asked } = open();

  fireEvent.click(await box('经办：发布流程'));
  fireEvent.click(await box('经办：设计流程'));

  await screen.findByText('还没有变更');
  expect(asked.filter(({ url }) => url === 'bpmnRights:give')).toMatchObject([
    { params: { filterByTk: 'clerk' }, data: { right: 'publish', isGiven: true } },
    { params: { filterByTk: 'clerk' }, data: { right: 'design', isGiven: false } },
  ]);
});

it('shows what comes with another right as given, and does not let it be taken away', async () => {
  open();

  expect(await box('管理员：发布流程')).toMatchObject({ checked: true, disabled: true });
  expect(await box('管理员：绑定工作流和脚本')).toMatchObject({ checked: false, disabled: false });
});

it('says whether publishing takes two people, and changes it', async () => {
  const { asked } = open();

  fireEvent.click(await screen.findByRole('switch', { name: '改过内容的人不能自己发布' }));

  await screen.findByText('还没有变更');
  expect(asked.find(({ url }) => url === 'bpmnRights:askForTwo')).toMatchObject({ data: { isAsked: true } });
});

it('says why a right could not be given', async () => {
  open(() => {
    throw refusal(409, 'right.byPattern', '由一条针对多项权限的规则决定');
  });

  fireEvent.click(await box('经办：发布流程'));

  expect((await screen.findByRole('alert')).textContent).toContain('由一条针对多项权限的规则决定');
});

describe('on the page of a process', () => {
  const openProcess = (rights: OwnRights) =>
    renderPage(<ProcessDetailPage />, {
      at: '/admin/wuxin/processes/covenant/detail?tab=versions',
      path: '/admin/wuxin/processes/:key/detail',
      answers: {
        'bpmnProcesses:detail': () => processDetail('<xml/>'),
        'bpmnProcesses:migrations': () => [],
        'bpmnProcesses:changes': () => ({ total: 0, rows: [] }),
        'bpmnRights:mine': () => rights,
      },
    });
  const button = (name: string | RegExp) => screen.findByRole<HTMLButtonElement>('button', { name });

  it('says once what the reader may not do, and turns off what needs it with the reason', async () => {
    openProcess({
      design: true,
      publish: false,
      migrate: false,
      bind: false,
      processes: false,
      parameters: false,
      give: false,
      asksForTwo: false,
    });

    expect(await screen.findByText('您没有这些权限：发布流程、迁移办件')).toBeTruthy();
    for (const name of ['停用', '恢复发布第 1 版'])
      expect(await button(new RegExp(`^${[...name].join('\\s?')}`))).toMatchObject({
        disabled: true,
        title: '您没有“发布流程”的权限，请找有这项权限的人发布',
      });
    expect(screen.queryByRole('link', { name: /迁移/ })).toBeNull();
    expect((await button('请人发布')).disabled).toBe(false);
    expect((await button(/上传/)).disabled).toBe(false);
  });

  it('lets who may not design look at the drawing only', async () => {
    openProcess({
      design: false,
      publish: true,
      migrate: true,
      bind: false,
      processes: false,
      parameters: false,
      give: false,
      asksForTwo: false,
    });

    expect(await screen.findByRole('link', { name: '查看流程图' })).toBeTruthy();
    expect((await button(/上传/)).disabled).toBe(true);
    expect((await button(/^发\s?布/)).disabled).toBe(false);
  });
});

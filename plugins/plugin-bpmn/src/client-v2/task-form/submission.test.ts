import { DRAFTER, FILES, MEMBERS, OPINION, TITLE } from './__fixtures__/forms';
import { submissionOf } from './submission';

describe('what of a form goes to the server', () => {
  it('is the writable fields, empty ones included', () => {
    expect(submissionOf([TITLE, OPINION], { id: 1, title: 'x', secret: 'y' })).toEqual({ opinion: null });
  });

  it('is key and title of what was picked', () => {
    expect(submissionOf([DRAFTER], { drafter: { id: 3, nickname: '王芳', phone: '0' } })).toEqual({
      drafter: { id: 3, nickname: '王芳' },
    });
    expect(submissionOf([DRAFTER], { drafter: [{ id: 3 }] })).toEqual({ drafter: { id: 3 } });
    expect(submissionOf([DRAFTER], {})).toEqual({ drafter: null });
  });

  it('is what shows a file again', () => {
    expect(submissionOf([FILES], { files: [{ id: 1, title: 'a', url: '/a', createdById: 9 }] })).toEqual({
      files: [{ id: 1, title: 'a', url: '/a' }],
    });
    expect(submissionOf([FILES], {})).toEqual({ files: [] });
  });

  it('is the writable columns of rows with their keys, without marks of the browser', () => {
    const members = [
      { id: 7, name: '甲', age: 40, note: 'x', __index__: 'k' },
      { __is_new__: true, name: '乙', person: { id: 2, nickname: '王', phone: '0' } },
    ];
    expect(submissionOf([MEMBERS], { members })).toEqual({
      members: [
        { id: 7, name: '甲', person: null },
        { name: '乙', person: { id: 2, nickname: '王' } },
      ],
    });
  });
});

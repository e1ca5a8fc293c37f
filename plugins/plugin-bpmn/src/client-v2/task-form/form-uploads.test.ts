import { FormUploads } from './form-uploads';

describe('uploads of a form', () => {
  it('go on as long as one field has a file on its way', () => {
    const uploads = new FormUploads();
    uploads.report('plan', 'uploading');
    uploads.report('photos', 'uploading');

    uploads.report('plan', 'none');

    expect(uploads.state).toBe('uploading');
    uploads.report('photos', 'none');
    expect(uploads.state).toBe('none');
  });

  it('tell of a failure once nothing is on its way any more', () => {
    const uploads = new FormUploads();
    const told: string[] = [];
    uploads.onChange((state) => told.push(state));

    uploads.report('plan', 'uploading');
    uploads.report('photos', 'failed');
    uploads.report('plan', 'none');
    uploads.report('photos', 'none');

    expect(told).toEqual(['uploading', 'failed', 'none']);
  });

  it('tell nobody who no longer listens', () => {
    const uploads = new FormUploads();
    const listen = jest.fn();
    uploads.onChange(listen)();

    uploads.report('plan', 'uploading');

    expect(listen).not.toHaveBeenCalled();
  });
});

import type { PictureBlock } from './blocks';
import { escaped } from './escaped';

const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';
/** English metric units, in which drawings are measured. */
const EMU_PER_MILLIMETRE = 36_000;

/** Where a PNG says how many dots it has. */
const [WIDTH_AT, HEIGHT_AT] = [16, 20];

/** A paragraph with one picture. @param id counts the pictures of a file from 1; its relationship is `p<id>` */
export function pictureParagraph({ png, widthMillimetres, description }: PictureBlock, id: number): string {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const ratio = view.getUint32(HEIGHT_AT) / view.getUint32(WIDTH_AT);
  const width = Math.round(widthMillimetres * EMU_PER_MILLIMETRE);
  const size = `cx="${width}" cy="${Math.round(width * ratio)}"`;
  const name = `id="${id}" name="p${id}" descr="${escaped(description)}"`;
  const picture = `<pic:pic xmlns:pic="${DRAWING}/picture"><pic:nvPicPr><pic:cNvPr ${name}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="p${id}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>`;
  const graphic = `<a:graphic xmlns:a="${DRAWING}/main"><a:graphicData uri="${DRAWING}/picture">${picture}</a:graphicData></a:graphic>`;
  const inline = `<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent ${size}/><wp:docPr ${name}/>${graphic}</wp:inline>`;
  return `<w:p><w:pPr><w:pStyle w:val="Picture"/></w:pPr><w:r><w:drawing>${inline}</w:drawing></w:r></w:p>`;
}

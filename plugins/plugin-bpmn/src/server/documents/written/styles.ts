import type { DocxBlock } from './blocks';

type TextKind = Exclude<DocxBlock['kind'], 'table' | 'picture'>;

export const STYLE_OF: Readonly<Record<TextKind, string>> = {
  title: 'Title',
  heading: 'Heading1',
  paragraph: 'Normal',
  strong: 'Strong',
  note: 'Note',
  posterTitle: 'PosterTitle',
  posterHeading: 'PosterHeading',
  posterText: 'PosterText',
  posterStrong: 'PosterStrong',
};

const fonts = (eastAsia: string) => `<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="${eastAsia}"/>`;
const styleOf = (id: string, paragraph: string, run: string) =>
  `<w:style w:type="paragraph" w:styleId="${id}"${id === 'Normal' ? ' w:default="1"' : ''}><w:name w:val="${id}"/><w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`;

/** 宋体 and 黑体 where there are any, as people write by hand. */
export const STYLES: readonly string[] = [
  styleOf(
    'Normal',
    '<w:spacing w:before="40" w:after="40" w:line="360" w:lineRule="auto"/>',
    `${fonts('宋体')}<w:sz w:val="24"/>`,
  ),
  styleOf('Title', '<w:spacing w:before="120" w:after="240"/><w:jc w:val="center"/>', `${fonts('黑体')}<w:b/><w:sz w:val="36"/>`),
  styleOf(
    'Heading1',
    '<w:keepNext/><w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="0"/>',
    `${fonts('黑体')}<w:b/><w:sz w:val="28"/>`,
  ),
  styleOf('Strong', '<w:spacing w:before="40" w:after="40"/>', `${fonts('宋体')}<w:b/><w:sz w:val="24"/>`),
  styleOf('Cell', '<w:spacing w:before="30" w:after="30"/>', `${fonts('宋体')}<w:sz w:val="22"/>`),
  styleOf('Note', '<w:spacing w:before="20" w:after="20"/>', `${fonts('宋体')}<w:sz w:val="20"/>`),
  styleOf(
    'PosterTitle',
    '<w:spacing w:before="120" w:after="360"/><w:jc w:val="center"/>',
    `${fonts('黑体')}<w:b/><w:sz w:val="56"/>`,
  ),
  styleOf(
    'PosterText',
    '<w:spacing w:before="60" w:after="60" w:line="400" w:lineRule="auto"/><w:ind w:firstLineChars="200" w:firstLine="640"/><w:jc w:val="both"/>',
    `${fonts('宋体')}<w:sz w:val="32"/>`,
  ),
  styleOf(
    'PosterHeading',
    '<w:keepNext/><w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="0"/>',
    `${fonts('黑体')}<w:b/><w:sz w:val="34"/>`,
  ),
  styleOf('PosterStrong', '<w:spacing w:before="120" w:after="60"/>', `${fonts('黑体')}<w:b/><w:sz w:val="30"/>`),
  styleOf('LargeCell', '<w:spacing w:before="40" w:after="40"/>', `${fonts('宋体')}<w:sz w:val="30"/>`),
  styleOf('LargeStrong', '<w:spacing w:before="40" w:after="40"/>', `${fonts('黑体')}<w:b/><w:sz w:val="30"/>`),
  styleOf('Picture', '<w:keepNext/><w:spacing w:before="240" w:after="60"/><w:jc w:val="center"/>', '<w:sz w:val="24"/>'),
];

export interface Font { ascii: string; hAnsi: string; eastAsia: string }

export const SONG = '宋体'
export const LATIN = { ascii: 'Times New Roman', hAnsi: 'Times New Roman' }
export const BODY: Font = { ...LATIN, eastAsia: '仿宋' }
/** Names of fields, heads of columns. */
export const LABEL: Font = { ...LATIN, eastAsia: '黑体' }
export const HEADING: Font = { ...LATIN, eastAsia: '方正小标宋简体' }

/** What a machine without the font takes instead: the name it has elsewhere, then one every system has. */
const INSTEAD: readonly [name: string, instead: string, family: 'roman' | 'modern'][] = [
  ['仿宋', '仿宋_GB2312,FangSong,STFangsong', 'modern'], ['黑体', 'SimHei,STHeiti', 'modern'], ['宋体', 'SimSun,STSong', 'roman'], ['方正小标宋简体', '小标宋,宋体,SimSun', 'roman'],
]

/** Fonts are named, never embedded: they belong to whoever sells the system. */
export const FONT_TABLE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
  + '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
  + INSTEAD.map(([name, instead, family]) => `<w:font w:name="${name}"><w:altName w:val="${instead}"/><w:charset w:val="86"/><w:family w:val="${family}"/></w:font>`).join('')
  + '</w:fonts>'

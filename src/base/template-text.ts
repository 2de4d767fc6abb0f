/**
 * Words that a template or its maker left where a page should say something of its own (网站名称, {title}, 请填写栏目描述): told
 * by the reader, which does not take them for what they stand in place of, and by the check that finds them.
 */
import { compareForm } from './text.ts'

/** Template words left in place of the real value (seen live). */
const PLACEHOLDER =
  /^((?:政府)?网站名称|网站标题|网站域名|政府网站标识码|网站标识码|网站识别码|栏目名称?|栏目描述|栏目简介|栏目关键词|栏目类别|栏目类型|文章标题|标题|发布日期|发布时间|信息来源|来源|内容来源|sitename|columnname|articletitle|xxx+|test|null|undefined|none|无|暂无|\{[^{}]*\}|\{\{[^{}]*\}\}|\$[^$]*\$?|#[^#]*#|【[^【】]*】|-+|\.+)$/i

/** What a tag is about: the words of its own name. */
const FIELD =
  '(?:本|该|您的|贵单位|相关|具体|实际|对应|正确|当前|的|网站|站点|政府|单位|栏目|文章|页面|内容|信息|发布|名称|标题|域名|标识码|识别码|关键词|关键字|描述|简介|介绍|摘要|说明|类别|类型|来源|作者|日期|时间|文字|文本|正文)'
/** An instruction to fill in, or the field's own name behind signs that stand for a name (XX栏目描述). */
const TO_FILL = new RegExp(
  `^[【（([<]?(?:${[
    `请?(?:您?在|于)?(?:此处?|这里)?请?(?:填写|填入|填上|输入|录入|写入|写上|添加|编辑|补充|替换)(?:为|成|一下)?${FIELD}*`,
    `(?:此处?|这里)(?:应)?(?:是|为|写|放)${FIELD}+`,
    `${FIELD}*(?:待|尚未|未|暂未|需要?)(?:填写?|填入|输入|录入|补充|完善|编辑|添加|设置)`,
    `(?:x{2,}|×{2,}|\\*{2,}|某{2,}|○{2,}|_{2,}|默认|测试)${FIELD}+`,
    '(?:please )?(?:enter|input|insert) [a-z ]{0,40}',
    // 关键词1,关键词2
    '(?:栏目)?关键[词字]\\s*\\d{0,2}(?:[,，、;；|\\s]+(?:栏目)?关键[词字]\\s*\\d{0,2})+',
  ].join('|')})[】）)\\]>]?[。.…！!：:]*$`,
  'i',
)

/** What a template writes where a value should come: {$SiteName}, ${title}, {{doc.title}}, <%=title%>, [!--title--], {dede:field.title/}. */
const VARIABLE =
  /\{\s?\$[\w.\u4e00-\u9fff]+\s?\}|\$\{[\w.]+\}|\{\{\s*[\w.]+\s*\}\}|<%=?[^%]{1,60}%>|\[!--[\w.]+--\]|\{(?:dede|pboot|eyou|tag|cms):[^{}]{1,60}\}/

/** Longer words are somebody's own. */
const LONGEST = 200

/** Some of the words are a template's variable that no value took the place of. */
export function holdsVariable(words: string): boolean {
  return words.length <= LONGEST && VARIABLE.test(words)
}

/** Whether the words are a placeholder, an instruction to fill in, or signs only. */
export function isTemplateText(words: string): boolean {
  const text = words.trim()
  if (text.length > LONGEST) return false
  return PLACEHOLDER.test(text) || TO_FILL.test(text) || compareForm(text) === ''
}

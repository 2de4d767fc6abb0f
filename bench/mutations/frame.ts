/**
 * Changes of what stands around a page's own content: trails written otherwise or left out, a sidebar with the latest
 * items of other columns, a floating window, head and foot written by script, and news that use words which sound like
 * faults. Nothing of a page's own content changes.
 */
import type { Change } from './page.ts'

const TRAILS = '.position, .dqwz, table.wz'

/** Trails with another sign and other words. */
export function trails(lead: string, sign: string, quoted = false): Change {
  return ($, _page, fragment) => {
    if (fragment) return
    const places = $(TRAILS).toArray()
    const cell = $('td')
      .filter((_, td) => /^您现在的位置/.test($(td).text()))
      .first()
    for (const place of [...places, ...cell.toArray()]) {
      const steps = $(place)
        .find('a')
        .toArray()
        .map((a) => (quoted ? `「${$.html(a)}」` : $.html(a)))
      const line = `${lead}${steps.join(quoted ? '' : ` ${sign} `)}`
      if ($(place).is('table')) $(place).replaceWith(`<div class="weizhi">${line}</div>`)
      else $(place).html(line)
    }
  }
}

export const trailsGone: Change = ($, _page, fragment) => {
  if (fragment) return
  $(TRAILS).remove()
  $('td')
    .filter((_, td) => /^您现在的位置/.test($(td).text()))
    .closest('tr')
    .remove()
}

/** Latest items of other columns beside and above the content of every inner page. */
export const sidebar: Change = ($, { portal, article, path, home }, fragment) => {
  if (fragment || home || portal === null || $('head').length === 0 || $('meta').length < 1) return
  const { plan } = portal
  const others = plan.columns
    .filter(
      (one) => one.content.kind === 'list' && one.path !== path && one.id !== article?.column.id,
    )
    .slice(0, 3)
  const blocks = others.map((column) => {
    const rows = portal.articles
      .filter((one) => one.column.id === column.id && one.dated)
      .slice(0, 5)
      .map((one) => `<li><a href="${one.path}">${one.title}</a><span>${one.day}</span></li>`)
    return rows.length === 0
      ? ''
      : `<div class="tj"><h3>${column.name}</h3><ul>${rows.join('')}</ul></div>`
  })
  const content = $(
    '.main > .left, .list_box, form[name=_newscontent_fromname], .page, .article',
  ).first()
  const place = content.length > 0 ? content : $('td.lanmu').first().closest('table')
  place.first().before(`<div class="cbl" style="float:left;width:240px">${blocks.join('\n')}</div>`)
}

/** A window that floats, can be closed and leads to a page of the portal. */
export const floating: Change = ($, { portal }, fragment) => {
  if (fragment || portal === null || $('head').length === 0) return
  const column = portal.plan.columns.find((one) => one.inNav && one.content.kind !== 'external')
  const link =
    column &&
    $('a')
      .filter((_, a) => $(a).text().trim() === column.name)
      .first()
      .attr('href')
  if (link === undefined) return
  $('body').append(
    `<div id="pfc" style="position:fixed;right:10px;bottom:80px;z-index:999"><a href="${link}"><img src="/images/pfc.gif" alt="${column?.name}"></a><a href="javascript:void(0)" onclick="document.getElementById('pfc').style.display='none'">关闭</a></div>`,
  )
}

/** The foot of every page comes from a script of its own. */
export const footByScript: Change = ($, _page, fragment) => {
  if (fragment) return
  const foot = $('.footer, #foot, table.foot').first()
  if (foot.length === 0 || foot.find('script').length > 0) return
  foot.replaceWith(
    `<script type="text/javascript">document.write(${quoted($.html(foot))});</script>`,
  )
}

/** So does the head with the navigation. */
export const headByScript: Change = ($, _page, fragment) => {
  if (fragment) return
  const head = $('.nav, .menu, #menu').first()
  if (head.length === 0 || head.is('td')) return
  head.replaceWith(
    `<script type="text/javascript">document.write(${quoted($.html(head))});</script>`,
  )
}

function quoted(html: string): string {
  return `'${html.replace(/\\/g, '\\\\').replace(/'/g, "\\'").replace(/\n/g, '').replace(/<\//g, '<\\/')}'`
}

const NOISE: readonly string[] = [
  '目前，环城公路二期工程正在建设中，施工单位倒排工期，预计明年六月通车。',
  '技术人员对四〇四（404）号检测车进行了测试，车载设备运行正常。',
  '有群众反映，事故调查结果尚未公开前网上就有传言，有关部门提醒市民不信谣、不传谣。',
  '活动现场，民警提醒居民不要把身份证号、银行卡号告诉陌生人，失主（身份证号421302********0012）已领回失物。',
  '该路段暂无信号灯，页面上的导航软件提示“您访问的道路不存在”，交警部门已联系地图公司更正。',
  '会上还通报了上年度食品抽检不合格批次的处置情况，抽样样本已送检，测试数据将在复检后发布。',
]

/** News that use words which elsewhere mean a fault. */
export const noise: Change = ($, { article, roll }, fragment) => {
  if (fragment || article === null || article.body.kind !== 'prose') return
  const last = $('p')
    .filter((_, p) => $(p).text().trim().length > 40)
    .last()
  last.after(`<p>${roll.pick(NOISE)}</p><p>${roll.pick(NOISE)}</p>`)
}

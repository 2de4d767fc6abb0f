/**
 * How many themes of services (生育收养、户籍办理、企业开办 …) does the portal offer? Entries counted by the names of the
 * national list of themes on the home page and the service columns. What a theme holds is for a person.
 */
import { compareForm } from '#base/text'
import {
  ColumnTree,
  citeColumn,
  citePage,
  countedEntries,
  defineCheck,
  isGovernment,
  isTown,
  namedEntries,
  noEntries,
} from '#engine/define-check'
import type { Place, SiteView } from '#model/site-view'

const SUBJECT = '主题服务'
const THEMES =
  '生育收养 户籍办理 民族宗教 教育科研 教育培训 入伍服役 就业创业 设立变更 准营准办 资质认证 职业资格 行政缴费 婚姻登记 优待抚恤 规划建设 住房保障 社会保障 社会救助 证件办理 交通出行 旅游观光 文化旅游 文化体育 出境入境 消费维权 公共安全 司法公证 知识产权 环保绿化 医疗卫生 医疗健康 离职退休 死亡殡葬 投资审批 融资信贷 抵押质押 商务贸易 招标拍卖 检验检疫 安全生产 安全防护 年检年审 税收财务 涉外服务 农林牧渔 国土建设 国土和规划建设 环境保护 气象服务 公用事业 科技创新 企业开办 法人注销 破产注销 人力资源 水务气象 应对气候变化 专利商标 公安消防 司法公正 质量技术 物流快递 慈善公益 申请专利 其他主题'
    .split(' ')
    .map(compareForm)
const LIST = new Set(THEMES)

export const themesFew = defineCheck({
  id: 'service/themes-few',
  revision: 6,
  title: '提供多少主题服务',
  question: '首页和办事服务栏目按主题提供了多少类服务？',
  basis: [
    {
      document: '随州市2023年政府网站及政务新媒体绩效评估方案 附件2（县市区）',
      clause: '主题服务：提供主题服务的数量（按照标杆法赋分），10%',
    },
  ],
  needs: ['home'],
  params: {
    topics: {
      default: ['serviceGuide', 'service'],
      meaning: '除首页外还要看的栏目类别',
      source: '本工具的栏目词库，可调',
      verified: true,
    },
    minThemes: {
      default: 3,
      meaning: '读到的主题少于几个时不作计数，转为提问（个别相同的词不足以说明有主题服务）',
      source: '本工具的默认值，可调',
      verified: false,
    },
  },
  outcomes: {
    counted: { verdict: 'pass', message: '提供 {count} 类主题服务：{names}' },
    unseen: {
      verdict: 'unsure',
      message: '首页和办事服务栏目没有读到按主题分类的服务',
      ask: '网站是否按教育、社保、住房等主题整合服务，有多少个主题？',
    },
    department: {
      verdict: 'not-applicable',
      message: '没有读到主题服务；主题服务由县级以上政府门户网站提供，“{agency}”不是',
    },
    external: {
      verdict: 'not-applicable',
      message: '没有读到主题服务，办事服务在站外（{target}）',
    },
  },
  example: '“办事服务”页按生育收养、户籍办理等18个主题列出服务：counted，18个。',
  *run(site, { params }) {
    if (site.home === null) return
    const gathered = gatheredThemes(site)
    const named = namedEntries(site, params.topics, (name) =>
      LIST.has(compareForm(name).replace(/(?:主题)?(?:服务|专题)$/, '')),
    )
    const scenes = gathered.length > 0 || named.length >= params.minThemes ? [] : scenesOf(site)
    const found = [gathered, scenes].find((some) => some.length > 0) ?? named
    if (found.length > 0 && (found !== named || named.length >= params.minThemes)) {
      yield { ...countedEntries(found), outcome: 'counted', subject: SUBJECT }
      return
    }
    if (!isGovernment(site) || isTown(site)) {
      yield {
        outcome: 'department',
        subject: SUBJECT,
        facts: { agency: site.agency.name },
        evidence: [citePage(site.home)],
      }
      return
    }
    yield noEntries(site, site.home, params.topics, SUBJECT)
  },
})

/** 我要开餐馆, 我要养老: scenes of life listed on the page of a column that gathers them, each a link. */
const SCENE = /^(?:我要|我想|如何|怎样)?[\u4e00-\u9fff]{2,10}$/
const GATHERS = /(?:主题|场景|情景|分类)(?:式|化|集成)*(?:服务|办事|办理|导航)$|一件事(?:一次办)?$/
const LEAST_SCENES = 3

function scenesOf(site: SiteView): readonly { readonly name: string; readonly place: Place }[] {
  for (const { name, url } of site.columns) {
    const page = GATHERS.test(name.trim()) ? site.pageAt(url)?.page : undefined
    if (page === undefined) continue
    const scenes = page.links
      .filter(({ area, text }) => /^(?:main|other|list)$/.test(area) && SCENE.test(text.trim()))
      .map(({ text, at }) => ({ name: text.trim(), place: { url: page.url, at, quote: text } }))
    const own = [...new Map(scenes.map((scene) => [scene.name, scene])).values()]
    if (own.length >= LEAST_SCENES) return own
  }
  return []
}

/** What stands under a column that gathers them: names like 就业创业 elsewhere are columns of disclosure. */
function gatheredThemes(
  site: SiteView,
): readonly { readonly name: string; readonly place: Place }[] {
  const tree = new ColumnTree(site)
  return site.columns
    .filter(({ name }) => /(?:主题|场景|分类)(?:集成)?(?:服务|办事|办理)$/.test(name))
    .flatMap((column) => tree.descendants(column))
    .flatMap((column) => {
      const [place] = citeColumn(site, column)
      return place === undefined ? [] : [{ name: column.name, place }]
    })
}

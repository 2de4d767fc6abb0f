/** Every outcome of `request/form-broken` from a small site that gives it. */
import { formBroken } from '#checks/request/form-broken'
import { testCheck } from '../../support/check-kit.ts'
import { SiteViewBuilder } from '../../support/site-view-builder.ts'

const S = '申请表'
const request = () =>
  new SiteViewBuilder().column('依申请公开', '/ysq/', { topic: 'disclosureRequest' })
const form = (
  visits: Parameters<SiteViewBuilder['target']>[1],
  more: Partial<Parameters<SiteViewBuilder['target']>[2]> = {},
) =>
  request().target('/ysq/sqb.doc', visits, {
    from: '/ysq/',
    text: '政府信息公开申请表',
    attachment: true,
    ...more,
  })

/** What the last of these visits brought. */
const held = (
  page: Parameters<SiteViewBuilder['page']>[1],
  visits: Parameters<SiteViewBuilder['target']>[1],
) =>
  request().page('/ysq/sqb.doc', page).target('/ysq/sqb.doc', visits, {
    from: '/ysq/',
    text: '政府信息公开申请表',
    attachment: true,
  })

/** A form for persons, and what is handed out under this name beside the right one. */
const two = (fileText: string) =>
  request()
    .with({ agency: { id: 'a', name: '青溪县人民政府', group: null, attributes: [] } })
    .page('/ysq/a.doc', { kind: 'file', fileText: '政府信息公开申请表\n姓名\n所需信息内容' })
    .page('/ysq/b.doc', { kind: 'file', fileText })
    .target('/ysq/a.doc', [200], { from: '/ysq/', text: '信息公开申请表', attachment: true })
    .target('/ysq/b.doc', [200], {
      from: '/ysq/',
      text: '政府信息公开申请表（公民）',
      attachment: true,
    })

const NOTICE = `关于做好森林防火工作的通知
各乡镇人民政府：
当前已进入森林防火紧要期，现就有关事项通知如下。
一、加强值守，落实领导带班。二、严管火源，禁止上坟烧纸。三、备足物资，队伍集中待命。`

testCheck(formBroken, {
  opens: [
    ...[
      '申请表\n姓名\t证件号码\n所需内容描述\t获取方式',
      '依申请公开申请审批表\n姓名\t证件号码\n内容描述',
      '个人申请表\n姓名\t证件号码',
    ].map((fileText) => ({
      shows: `the form: ${fileText.slice(0, 10)}`,
      site: form([200]).page('/ysq/sqb.doc', { kind: 'file' as const, fileText }),
      expect: { [S]: 'opens' as const },
    })),
    { shows: 'it opens', site: form([200]), expect: { [S]: 'opens' } },
    {
      shows: 'its words were read',
      site: form([200]).page('/ysq/sqb.doc', { kind: 'file', fileText: '申请人姓名' }),
      expect: { [S]: 'opens' },
    },
    {
      shows: 'a circular that brings the form in it',
      site: form([200]).page('/ysq/sqb.doc', {
        kind: 'file',
        fileText: `${NOTICE}\n附件：申请表 姓名 联系电话`,
      }),
      expect: { [S]: 'opens' },
    },
    {
      shows: 'a form of few words without a title',
      site: form([200]).page('/ysq/sqb.doc', { kind: 'file', fileText: '描述：' }),
      expect: { [S]: 'opens' },
    },
    ...[
      '青溪县财政局政府信息公开申请表（公民）\n申请人姓名\t联系电话\n所需信息内容',
      '政府信息公开申请表（公民、法人或其他组织）\n单位名称\t姓名\n所需信息内容',
      '中共青溪县委组织部政府信息公开申请表\n姓名\t所需信息内容',
    ].map((fileText) => ({
      shows: `for whom its link says, of a body of the place: ${fileText.slice(0, 12)}`,
      site: two(fileText),
      expect: { [S]: 'opens' } as const,
    })),
    { shows: 'gone once, back again', site: form([404, 200]), expect: { [S]: 'opens' } },
  ],
  broken: [
    { shows: 'gone twice', site: form([404, 404]), expect: { [S]: 'broken' } },
    {
      shows: 'a page in its place that says twice that the file is not there',
      site: held({ title: '系统提示', words: ['文件未找到'] }, [200, 200]),
      expect: { [S]: 'broken' },
    },
  ],
  torn: {
    shows: 'it downloads as a package without its end',
    site: held({ kind: 'file', torn: true }, [200]),
    expect: { [S]: 'torn' },
  },
  empty: [
    { shows: 'no byte in it', site: form([200], { empty: true }), expect: { [S]: 'empty' } },
    {
      shows: 'no byte in one of them, another gone, a third that opens',
      site: form([200], { empty: true })
        .target('/ysq/b.doc', [404, 404], { from: '/ysq/', text: '申请表下载', attachment: true })
        .target('/ysq/c.doc', [200], { from: '/ysq/', text: '申请书样本', attachment: true }),
      expect: { [S]: 'broken', [`${S}：空文件`]: 'empty' },
    },
    {
      shows: 'nothing but its title in it',
      site: form([200]).page('/ysq/sqb.doc', { kind: 'file', fileText: '政府信息公开申请表\n' }),
      expect: { [S]: 'empty' },
    },
    {
      shows: 'an office file in which neither word nor picture stands',
      site: form([200]).page('/ysq/sqb.doc', { kind: 'file', fileText: null }),
      expect: { [S]: 'empty' },
    },
  ],
  'other-paper': [
    {
      shows: 'a notice of something else',
      site: form([200]).page('/ysq/sqb.doc', { kind: 'file', fileText: NOTICE }),
      expect: { [S]: 'other-paper' },
    },
    {
      shows: 'a form for something else',
      site: form([200]).page('/ysq/sqb.doc', {
        kind: 'file',
        fileText: '临时救助申请审批表\n申请人姓名\t身份证号\t家庭住址\n申请救助事由\t乡镇意见',
      }),
      expect: { [S]: 'other-paper' },
    },
    ...[
      '白河县人民政府政府信息公开申请表\n申请人姓名\t联系电话\n所需信息内容',
      '政府信息公开申请表（法人或其他组织）\n单位名称\t联系人\n所需信息内容',
      '教师资格认定申请书\n姓名\t个人信息\t身份证号',
    ].map((fileText) => ({
      shows: `another’s form beside one that is right: ${fileText.slice(0, 12)}`,
      site: two(fileText),
      expect: { [S]: 'other-paper' } as const,
    })),
  ],
  wordless: {
    shows: 'it opens, and nothing stands in it; one with words opens',
    site: form([200]).page('/ysq/sqb.doc', { kind: 'file', fileText: '' }),
    expect: { [S]: 'wordless' },
  },
  'not-visited': [
    {
      shows: 'one visit that failed proves nothing',
      site: form([404]),
      expect: { [S]: 'not-visited' },
    },
    {
      shows: 'a protection',
      site: form([403, 403], { blocked: 'waf' }),
      expect: { [S]: 'not-visited' },
    },
    {
      shows: 'a page of the portal in the place of the file',
      site: form([200]).page('/ysq/sqb.doc', { kind: 'listing', title: '首页' }),
      expect: { [S]: 'not-visited' },
    },
    { shows: 'never asked for', site: form([]), expect: { [S]: 'not-visited' } },
  ],
  'no-form': [
    { shows: 'no file', site: request(), expect: { [S]: 'no-form' } },
    {
      shows: 'another file of the column, and a form elsewhere',
      site: request()
        .target('/ysq/lct.doc', [404, 404], { from: '/ysq/', text: '流程图', attachment: true })
        .target('/bs/sqb.doc', [404, 404], { text: '采伐申请表', attachment: true }),
      expect: { [S]: 'no-form' },
    },
  ],
})

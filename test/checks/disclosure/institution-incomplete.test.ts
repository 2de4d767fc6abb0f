/** Every outcome of `disclosure/institution-incomplete` from a small site that gives it. */
import { institutionIncomplete } from '#checks/disclosure/institution-incomplete'
import { testCheck } from '../../support/check-kit.ts'
import { type ColumnSpec, SiteViewBuilder } from '../../support/site-view-builder.ts'

const institution = { topic: 'institution', kind: 'article' } as const
const DUTIES = [
  '示例市林业局负责全市造林绿化和森林资源管理，组织实施生态修复。',
  '内设机构：办公室、造林科、资源科。',
  '办公地址：示例市林荫路1号，联系电话：0700-1234567',
]
/** The institution's column and the leaders', whose page shows these pictures. */
const withLeaders = (pictures: NonNullable<ColumnSpec['pictures']>): SiteViewBuilder => {
  const builder = new SiteViewBuilder()
    .column('机构职能', '/jg/', { ...institution, words: DUTIES })
    .column('领导信息', '/ld/', {
      topic: 'leaders',
      words: ['局长：何青山，主持全面工作'],
      pictures,
    })
  const place = builder.cite('/ld/', '何青山')
  return builder.with({ leaders: [{ name: '何青山', post: '局长', duties: null, place }] })
}
const REST = { '机构信息：机关职能': 'present', '机构信息：机构设置': 'present' } as const

testCheck(institutionIncomplete, {
  present: {
    shows: 'facts parted among institution, leaders and contacts',
    site: new SiteViewBuilder()
      .column('机构职能', '/jg/', { ...institution, words: DUTIES })
      .column('领导信息', '/ld/', { topic: 'leaders', words: ['局长：何青山，主持全面工作'] })
      .column('联系我们', '/lx/', { kind: 'article', words: ['办公时间：9:00至17:00'] }),
    expect: {
      ...REST,
      '机构信息：办公地址': 'present',
      '机构信息：办公时间': 'present',
      '机构信息：联系方式': 'present',
      '机构信息：负责人姓名': 'present',
    },
  },
  missing: [
    {
      shows: 'no hours anywhere',
      site: new SiteViewBuilder().column('机构职能', '/jg/', { ...institution, words: DUTIES }),
      params: { elements: ['办公地址', '办公时间'] },
      expect: { '机构信息：办公地址': 'present', '机构信息：办公时间': 'missing' },
    },
    {
      shows: 'portraits of the leaders hide no hours',
      site: withLeaders([{ inBody: null }, { inBody: '何青山' }, { inBody: '局长照片' }]),
      params: { elements: ['办公时间'] },
      expect: { '机构信息：办公时间': 'missing' },
    },
    {
      shows: 'a picture with other words may say it',
      site: withLeaders([{ inBody: '机构概况图' }]),
      params: { elements: ['办公时间'] },
      expect: { '机构信息：办公时间': 'missing' },
      softened: true,
    },
  ],
  elsewhere: {
    shows: 'the column leads away',
    site: new SiteViewBuilder().column('机构职能', 'http://city.example/jg/', {
      ...institution,
      kindOfColumn: 'external',
    }),
    expect: { 机构信息: 'elsewhere' },
  },
  unread: {
    shows: 'a column whose page was not read',
    site: new SiteViewBuilder().column('机构职能', '/jg/', { ...institution, unread: true }),
    expect: { 机构信息: 'unread' },
  },
  'no-column': {
    shows: 'nothing about the institution',
    site: new SiteViewBuilder().column('动态', '/dt/'),
    expect: { 机构信息: 'no-column' },
  },
})

/** Every outcome of `interpretation/link-missing` from a small site that gives it. */
import { linkMissing } from '#checks/interpretation/link-missing'
import { testCheck } from '../../support/check-kit.ts'
import { type PageSpec, SiteViewBuilder } from '../../support/site-view-builder.ts'

const TITLE = '关于印发《示例市造林管理办法》的通知'
function site(document: PageSpec = {}, interpretation: PageSpec | null = {}): SiteViewBuilder {
  const builder = new SiteViewBuilder()
    .column('政策文件', '/wj/', {
      topic: 'policyDocuments',
      items: [[TITLE, '2024-01-05', '/wj/1.html']],
    })
    .page('/wj/1.html', { kind: 'article', title: TITLE, publishedOn: '2024-01-05', ...document })
  const title = '一图读懂《示例市造林管理办法》'
  return interpretation === null
    ? builder
    : builder
        .column('政策解读', '/jd/', {
          topic: 'policyInterpretation',
          items: [[title, '2024-01-08', '/jd/1.html']],
        })
        .page('/jd/1.html', { kind: 'article', title, ...interpretation })
}
const TO_INTERPRETATION: PageSpec = { links: [['相关解读', '/jd/1.html', 'main']] }
const TO_DOCUMENT: PageSpec = { links: [['相关文件', '/wj/1.html', 'other']] }

testCheck(linkMissing, {
  'share-enough': {
    shows: 'known by the title; only the document links',
    site: site(TO_INTERPRETATION),
    expect: { 政策解读比例: 'share-enough', 文件链接到解读: 'linked', 解读链接到文件: 'unlinked' },
  },
  'share-low': {
    shows: 'a document without an interpretation is asked about',
    site: site({}, null),
    expect: { 政策解读比例: 'share-low' },
  },
  linked: [
    {
      shows: 'both ways',
      site: site(TO_INTERPRETATION, TO_DOCUMENT),
      expect: { 政策解读比例: 'share-enough', 文件链接到解读: 'linked', 解读链接到文件: 'linked' },
    },
    {
      shows: 'a list of related documents links as well',
      site: site(TO_INTERPRETATION, { links: [['造林管理办法', '/wj/1.html', 'list']] }),
      expect: { 政策解读比例: 'share-enough', 文件链接到解读: 'linked', 解读链接到文件: 'linked' },
    },
  ],
  unlinked: {
    shows: 'neither; a menu entry is no link',
    site: site({ links: [['政策解读', '/jd/1.html', 'nav']] }),
    expect: {
      政策解读比例: 'share-enough',
      文件链接到解读: 'unlinked',
      解读链接到文件: 'unlinked',
    },
  },
  'no-documents': {
    shows: 'only an old document',
    site: site({ publishedOn: '2019-01-05' }),
    expect: { 政策解读比例: 'no-documents' },
  },
})

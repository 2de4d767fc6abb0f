/**
 * Every page of the demonstration portals, read on its own, against what the plan says it is: kind, title and
 * publication day of articles, head and charset everywhere. Whole-site questions belong to golden.test.ts.
 */
import { describe, expect, it } from 'vitest'
import { ownLabels } from '#app/rooms'
import { createPageReader } from '#understand/page-reader'
import { generatePortal } from '../../fixtures/portals/generate.ts'
import { GOLDEN_PLANS as PLANS } from '../../fixtures/portals/plan.ts'

describe.each(PLANS)('逐页读取 $id', (plan) => {
  const portal = generatePortal(plan)
  const reader = createPageReader(ownLabels())
  const homeUrl = `http://${plan.host}${plan.homePath}`
  const read = (path: string) => {
    const reply = portal.answer(path)
    return reader.read({
      url: `http://${plan.host}${path}`,
      body: reply.body,
      contentType: reply.headers['content-type'] ?? null,
      status: reply.status,
      truncated: false,
      homeUrl,
    })
  }

  it('首页是首页', () => {
    expect(read(plan.homePath).kind.value).toBe('home')
  })

  it('文章：类别、标题、发布日期', () => {
    const wrong: string[] = []
    for (const article of portal.articles) {
      const page = read(article.path)
      // A page that only hands out a form is a form as well as an article.
      const kind = page.kind.value === 'form' && /表$/.test(article.title) ? 'form' : 'article'
      const expected = `${kind}|${article.title}|${article.dated ? article.day : null}`
      const found = `${page.kind.value}|${page.title}|${page.publishedOn?.value ?? null}`
      if (found !== expected) wrong.push(`${article.path}: ${found} ≠ ${expected}`)
    }
    expect(wrong).toEqual([])
  })

  it('各种编码都读成中文', () => {
    const wrong = portal.htmlPaths.filter((path) => {
      const page = read(path)
      return !/[\u4e00-\u9fff]/.test(page.headTitle ?? '') || page.text.excerpt.includes('\ufffd')
    })
    expect(wrong).toEqual([])
  })
})

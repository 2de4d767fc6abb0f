/** Pictures of a page by what visits said of them. */
import { describe, expect, it } from 'vitest'
import type { Capture } from '#model/capture'
import { absolute, html, miniSite } from './mini-site.ts'

const AT = Date.parse('2023-12-10T03:00:00Z')

describe('正文图片', () => {
  const visit = (id: string, status: number): Capture => ({
    ...{ id, run: 'r', url: absolute('/lct.png'), at: AT, via: 'http', state: 'stored' },
    ...{ finalUrl: absolute('/lct.png'), redirects: [], status, headers: [], sha256: id, bytes: 9 },
    ...{ remoteAddress: null, truncated: false, blocked: null, remarks: [], record: null },
  })
  const shown = (...visits: readonly number[]) =>
    miniSite(
      { '/': html({ heading: '流程图', body: '<p><img src="/lct.png" alt="流程图"></p>' }) },
      { failed: visits.map((status, at) => visit(`v${at}`, status)) },
    ).home?.page
  const counted = (...visits: readonly number[]) => {
    const { pictures, gonePictures } = shown(...visits) ?? {}
    return [pictures?.length, gonePictures?.length]
  }

  it('两次访问都不存在的不算有，另记为打不开', () => {
    expect(counted(404, 404)).toEqual([0, 1])
  })
  it('只访问一次、第二次有了、没有访问的，算有', () => {
    expect([counted(404), counted(404, 200), counted()]).toEqual(Array(3).fill([1, undefined]))
  })
})

/** Attachments read in a thread of their own: what hangs costs the thread, not the run. */
import { afterAll, describe, expect, it } from 'vitest'
import { createAttachmentReader } from '#app/attachments'
import { docxOf, sheetOf } from '../understand/attachments/files.ts'

const reader = createAttachmentReader()
afterAll(() => reader.close())

describe('附件在单独的线程里读', () => {
  it('按顺序给出结果', async () => {
    const docx = docxOf('一、总体情况', [['行政许可', '15']])
    const xlsx = sheetOf(
      [
        ['项目', '数量'],
        ['行政许可', 15],
      ],
      'xlsx',
    )
    const found = await Promise.all(
      [docx, xlsx, Buffer.from('本年新收3件')].map((body) => reader.read(body)),
    )
    expect(found.map((one) => [one.kind, one.state])).toEqual([
      ['docx', 'text'],
      ['xlsx', 'text'],
      ['text', 'text'],
    ])
  })

  it('超过时间：说读不了，下一个文件照样读', async () => {
    const hasty = createAttachmentReader({ timeoutMs: 1, heapMegabytes: 256, swellMegabytes: 256 })
    // The clock starts when the thread is ready: a short file may be read within the millisecond.
    const late = await hasty.read(Buffer.from('本年新收3件\n'.repeat(500_000)))
    expect(late).toMatchObject({ state: 'unreadable' })
    expect(late.because).toContain('秒')
    await hasty.close()
    expect((await reader.read(Buffer.from('本年新收3件'))).state).toBe('text')
  })
})

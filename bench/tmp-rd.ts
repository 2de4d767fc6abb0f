import { readFileSync } from 'node:fs'
import { ownLabels } from '#app/rooms'
import { createPageReader } from '#understand/page-reader'

const r = createPageReader(ownLabels())
for (const f of ['/tmp/pg.a.html', '/tmp/pg.b.html']) {
  const p = r.read({
    url: 'http://www.lanyuan.gov.cn/fw/cx/gjj.html',
    body: readFileSync(f),
    contentType: 'text/html; charset=utf-8',
    status: 200,
    truncated: false,
    homeUrl: null,
  })
  console.log(
    p.kind,
    p.title,
    p.publishedOn,
    p.source,
    p.text,
    p.underConstruction,
    p.writingBox,
    p.bareBody,
    p.plainBody,
  )
}

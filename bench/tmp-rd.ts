import { readFileSync } from 'node:fs'
import { ownLabels } from '#app/rooms'
import { createPageReader } from '#understand/page-reader'
const r = createPageReader(ownLabels())
for (const f of process.argv.slice(2)) { const p = r.read({url:'http://www.hylinhe.gov.cn/x.html', body: readFileSync(f), contentType:'text/html', status:200, truncated:false, homeUrl:null}); console.log(p.kind, p.title, p.guideElements, p.guideHints, JSON.stringify(p.labelled), p.tables, p.text.excerpt) }

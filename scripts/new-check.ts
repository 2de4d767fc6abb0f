/**
 * Starts a new check: `npm run new-check -- <group>/<name> "<中文题>"` writes the check file and its table test, then
 * says what to do next. Flags only, no prompts; never overwrites.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const ID = /^[a-z]+\/[a-z]+\d?(-[a-z]+)+$/

function checkText(id: string, name: string, title: string): string {
  return `/**
 * TODO: what this check decides, and what it leaves to others.
 */
import { citePage, defineCheck } from '#engine/define-check'

export const ${name} = defineCheck({
  id: '${id}',
  revision: 1,
  title: '${title}',
  question: '${title}？',
  basis: [{ document: 'TODO 文件名与文号', clause: 'TODO 条款' }],
  needs: ['home'],
  params: {},
  outcomes: {
    present: { verdict: 'pass', message: '{subject}：有' },
    missing: {
      verdict: 'fail',
      message: '{subject}：没有找到',
      claimsAbsence: true,
      ask: '请在浏览器中查看，是否确实没有？',
    },
  },
  example: 'TODO 一个虚构的例子',
  *run(site) {
    if (site.home === null) return
    yield { outcome: 'missing', subject: '${title}', evidence: [citePage(site.home)] }
  },
})
`
}

function testText(id: string, name: string, title: string): string {
  return `import { ${name} } from '#checks/${id}'
import { testCheck } from '../../support/check-kit.ts'
import { SiteViewBuilder } from '../../support/site-view-builder.ts'

testCheck(${name}, {
  present: {
    shows: 'TODO',
    site: new SiteViewBuilder(),
    expect: { ${title}: 'present' },
  },
  missing: {
    shows: 'TODO',
    site: new SiteViewBuilder(),
    expect: { ${title}: 'missing' },
  },
})
`
}

function main(args: readonly string[]): number {
  const [id, title, ...rest] = args
  if (id === undefined || title === undefined || rest.length > 0) {
    console.error(
      '用法：npm run new-check -- <分组>/<名称> "<中文题>"，例如 freshness/gazette-stale "政府公报是否按期发布"',
    )
    return 2
  }
  if (!ID.test(id)) {
    console.error(`编号“${id}”不合格式：应为 <分组>/<名词>-<不足之处>，小写字母和连字符`)
    return 2
  }
  if (!/^[\p{L}\p{N}（）]+$/u.test(title)) {
    console.error(`中文题“${title}”只用文字和数字，不带标点、空格`)
    return 2
  }
  const name = id
    .slice(id.indexOf('/') + 1)
    .replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
  const files = new Map([
    [`checks/${id}.ts`, checkText(id, name, title)],
    [`test/checks/${id}.test.ts`, testText(id, name, title)],
  ])
  for (const path of files.keys())
    if (existsSync(join(ROOT, path))) {
      console.error(`${path} 已经存在，没有改动任何文件`)
      return 2
    }
  for (const [path, text] of files) {
    mkdirSync(dirname(join(ROOT, path)), { recursive: true })
    writeFileSync(join(ROOT, path), text)
    console.log(`已写 ${path}`)
  }
  console.log('接下来：写好结论与判断，补全测试表，运行 npm run generate 登记并生成说明页。')
  return 0
}

process.exitCode = main(process.argv.slice(2))

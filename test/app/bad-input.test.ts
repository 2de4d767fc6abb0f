/** Bad input of every kind: one clear message that names it and the mend, and the documented exit code. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer as createTcpServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStore } from '#store/sqlite-store'
import { runCommand, runHere, startCommand } from '../support/command.ts'
import { serveAlways, servePortal } from '../support/loopback-portal.ts'

let folder: string
let base: string[]
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingcha-bad-'))
  base = ['--db', join(folder, 'm.db'), '--archive', join(folder, 'archive')]
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

describe('command line', () => {
  test.each([
    [['scan', '--foo'], '没有选项 --foo'],
    [['scan', '--max-page', '3'], '是不是 --max-pages？'],
    [['scann'], '没有命令 scann。是不是 scan？'],
    [['scan'], '没有说明要扫描哪些网站'],
    [['scan', '--url'], '后面缺少值'],
    [['scan', '--url', 'www.example.gov.cn'], '“www.example.gov.cn”不完整'],
    [['scan', '--url', 'http://a.cn/', '--as-of', '2023-02-30'], '--as-of 的值“2023-02-30”不对'],
    [['scan', '--url', 'http://a.cn/', '--max-pages', '0'], '应为不小于 1 的整数'],
    [['scan', '--url', 'http://a.cn/', '--purpose', 'fun'], '只能取 nightly、census'],
    [['scan', '--url', 'http://a.cn/', '--resolve', 'a:b'], '--resolve 的写法不对：“a:b”'],
    [['scan', '--url', 'http://a.cn/', '--scheme', 'none'], '没有指标体系 none'],
    [['scan', '--url', 'http://a.cn/', '--portals', 'x.csv'], '只能用一个'],
    [['score'], '缺少必需的选项 --scheme'],
    [['rerun'], '请用 --run 运行编号 或 --latest'],
    [['export', 'report'], '本版本还不能导出 report'],
    [['export', 'evidence', '--format', 'zip'], '不能导出为 zip。可用格式：wacz'],
    [['export', 'findings', '--format', 'pdf'], '不能导出为 pdf。可用格式：jsonl、csv'],
    [['export', 'stuff'], '不知道要导出什么'],
    [['schedule'], '本版本还没有 mingcha schedule'],
    [['checks', 'show', 'a/b'], '没有检查项 a/b'],
    [['schemes', 'show', 'x'], '没有指标体系 x'],
    [['schemes', 'show', 'y'], 'suizhou-2023-openness。'],
    [['inspect'], '请写一个文件或网址'],
    [['inspect', 'a.html', 'b.html'], '参数太多了'],
  ])('%j', async (args, part) => {
    const ran = await runHere(args, folder)
    expect(ran.stderr).toContain(part)
    expect(ran.stderr.trim().split('\n')).toHaveLength(1)
    expect(ran).toMatchObject({ code: 2, stdout: '' })
  })

  test('every command has a help with an example', async () => {
    const commands = [
      ['scan'],
      ['rerun'],
      ['score'],
      ['export'],
      ['inspect'],
      ['portals', 'import'],
      ['portals', 'list'],
      ['portals', 'show'],
      ['schemes', 'list'],
      ['schemes', 'show'],
      ['schemes', 'validate'],
      ['checks', 'list'],
      ['checks', 'show'],
      ['doctor'],
      ['demo'],
    ]
    for (const command of commands) {
      const ran = await runHere([...command, '--help'])
      expect(ran).toMatchObject({ code: 0, stderr: '' })
      expect(ran.stdout).toMatch(/示例：\n {2}np[mx] /)
      expect(ran.stdout).not.toMatch(/Usage|Options|default:/)
    }
  })
})

describe('files', () => {
  test.each([
    [['scan', '--portals', 'none.csv'], 'none.csv 不存在'],
    [['portals', 'import', 'none.xlsx'], 'none.xlsx 不存在'],
    [['inspect', 'none.html'], 'none.html 不存在'],
    [['inspect', '--list', 'none.jsonl', '--json'], 'none.jsonl 不存在'],
    [['doctor', '--config', 'none.yaml'], '配置文件 none.yaml 不存在'],
    [['schemes', 'validate', 'none'], 'none'],
    [['export', 'findings', '--db', 'none.db'], '没有数据库 none.db。请先用 mingcha scan'],
  ])('missing: %j', async (args, part) => {
    const ran = await runHere(args, folder)
    expect(ran.stderr + ran.stdout).toContain(part)
    expect(ran.code).toBe(2)
  })

  test('a malformed registry row names file, row, column and the mend; nothing is begun', async () => {
    const registry = file('bad.csv', '单位,首页\n某局,http://a.example.gov.cn/\n某厅,b.example\n')
    const ran = await runHere(['scan', '--portals', registry, ...base])
    expect(ran.code).toBe(2)
    expect(ran.stderr).toMatch(
      /bad\.csv：有 1 处需要改正.*\n {2}第 3 行“首页”列：“b\.example”不是完整网址。请/,
    )
    const list = await runHere(['portals', 'list', ...base])
    expect(list).toMatchObject({ code: 2 })
  })

  test('import with --skip-bad keeps the good rows, lists the others, exit 3', async () => {
    const registry = file('skip.csv', '单位,首页\n某局,http://a.example.gov.cn/\n某厅,b.example\n')
    const db = ['--db', join(folder, 'skip.db')]
    const ran = await runHere(['portals', 'import', registry, '--skip-bad', ...db])
    expect(ran.code).toBe(3)
    expect(ran.stdout).toContain('已导入 1 个单位、1 个网站')
    expect(ran.stderr).toContain('跳过：第 3 行“首页”列')
    const list = await runHere(['portals', 'list', '--json', ...db])
    expect(JSON.parse(list.stdout).portals).toHaveLength(1)
    const shown = await runHere(['portals', 'show', 'nobody', ...db])
    expect(shown.stderr).toContain('名录里没有网站 nobody')
    expect(shown.code).toBe(2)
  })

  test('a wrong configuration names line, column and field', async () => {
    const config = file('wrong.yaml', 'budget:\n  maxPages: 3\n  maxPage: 5\n')
    const ran = await runHere(['doctor', '--config', config])
    expect(ran.code).toBe(2)
    expect(ran.stderr).toMatch(/wrong\.yaml 第 3 行第 \d+ 列：.*maxPage/)
    const numbers = file('numbers.yaml', 'budget:\n  delayMs: 快\n')
    expect((await runHere(['doctor', '--config', numbers])).stderr).toMatch(
      /numbers\.yaml 第 2 行第 12 列：“budget\.delayMs”应为数字/,
    )
  })

  test('an output that cannot be written is named', async () => {
    const db = ['--db', join(folder, 'skip.db')]
    const ran = await runHere([
      'export',
      'scores',
      '--scheme',
      'suizhou-2023-website-departments',
      '--out',
      join(folder, 'no/such/folder/x.json'),
      ...db,
    ])
    expect(ran.code).toBe(2)
    expect(ran.stderr).toMatch(/no\/such\/folder\/x\.json/)
  })
})

describe('databases', () => {
  const args = (db: string): string[] => [
    'scan',
    '--url',
    'http://a.example.gov.cn/',
    '--db',
    db,
    '--archive',
    join(folder, 'a2'),
  ]
  const scan = (db: string) => runHere(args(db))

  test('not a database, and another program’s', async () => {
    const text = await scan(file('text.db', '说明文字'.repeat(200)))
    expect(text).toMatchObject({ code: 1, stdout: '' })
    expect(text.stderr).toMatch(/text\.db 不是 SQLite 数据库.*--db/)
    const other = join(folder, 'other.db')
    new Sqlite(other).exec('create table bookmarks (id integer)').close()
    expect((await scan(other)).stderr).toMatch(/other\.db 是别的程序的.*bookmarks/)
  })

  test('from a newer version', async () => {
    const path = join(folder, 'newer.db')
    ;(await openStore(path)).close()
    new Sqlite(path)
      .exec("insert into kysely_migration values ('0999_mingcha_future', '2030-01-01')")
      .close()
    const ran = await scan(path)
    expect(ran.code).toBe(1)
    expect(ran.stderr).toMatch(/newer\.db 由更新的 Mingcha 建立.*请升级/)
  })

  test('in use by another scan: says by whom and since when', async () => {
    const path = join(folder, 'held.db')
    const store = await openStore(path, { claim: '扫描' })
    const ran = await scan(path)
    store.close()
    expect(ran.code).toBe(1)
    expect(ran.stderr).toMatch(
      new RegExp(`held\\.db 正由另一个 Mingcha 进程使用（进程号 ${process.pid}.*起，扫描）`),
    )
  })

  test('locked by a foreign writer', async () => {
    const path = join(folder, 'locked.db')
    ;(await openStore(path)).close()
    const raw = new Sqlite(path)
    raw.exec('begin immediate')
    const ran = await scan(path)
    raw.exec('rollback')
    raw.close()
    expect(ran.code).toBe(1)
    expect(ran.stderr).toMatch(/locked\.db 正被另一个进程写入.*--db/)
  })

  test('a folder that the file system will not make', async () => {
    // Node's recursive mkdir never comes back from such a path.
    for (const path of ['/proc/mingcha/deep/m.db', '/proc/m.db']) {
      const running = startCommand(args(path))
      const patience = setTimeout(() => running.child.kill('SIGKILL'), 20_000)
      const ran = await running.ended
      clearTimeout(patience)
      expect(ran.code).toBe(1)
      expect(ran.stderr).toMatch(/数据库 \/proc\/m.*--db/)
    }
  })

  test('read-only', async () => {
    // Permissions do not bind the superuser: the program then runs as nobody.
    const uid = process.getuid?.() === 0 ? 65534 : undefined
    const sealed = mkdtempSync(join(tmpdir(), 'mingcha-sealed-'))
    const path = join(sealed, 'sealed.db')
    ;(await openStore(path)).close()
    chmodSync(path, 0o444)
    chmodSync(sealed, 0o555)
    try {
      const ran = await runCommand(args(path), uid === undefined ? {} : { uid })
      expect(ran.stderr).toMatch(/sealed\.db 只读，不能写入.*--db/)
      expect(ran.code).toBe(1)
    } finally {
      chmodSync(sealed, 0o755)
      rmSync(sealed, { recursive: true, force: true })
    }
  })

  test('an archive that cannot be written', async () => {
    const blocked = file('blocked', 'x')
    const ran = await runHere([
      'scan',
      '--url',
      'http://a.example.gov.cn/',
      '--db',
      join(folder, 'arch.db'),
      '--archive',
      join(blocked, 'archive'),
    ])
    expect(ran.code).toBe(2)
    expect(ran.stderr).toMatch(/存档目录 .*blocked\/archive 写不进去.*--archive/)
  })
})

describe('sites that cannot be measured', () => {
  const fresh = (): string[] => {
    const own = mkdtempSync(join(folder, 'scan-'))
    mkdirSync(own, { recursive: true })
    const config = join(own, 'mingcha.yaml')
    writeFileSync(config, 'budget:\n  timeoutMs: 1500\nretryDelaysMs: [10]\n')
    return ['--db', join(own, 'm.db'), '--archive', join(own, 'a'), '--config', config]
  }

  test('a host that refuses, one without a name, one inside the private network', async () => {
    const closed = createTcpServer()
    const port = await new Promise<number>((resolve) =>
      closed.listen(0, '127.0.0.1', () => resolve((closed.address() as { port: number }).port)),
    )
    await new Promise((resolve) => closed.close(resolve))
    const refused = await runHere([
      'scan',
      '--url',
      'http://down.example.gov.cn/',
      '--resolve',
      `down.example.gov.cn:80:127.0.0.1:${port}`,
      ...fresh(),
    ])
    expect(refused.code).toBe(4)
    expect(refused.stdout).toMatch(
      /没有测到 down\.example\.gov\.cn（http:\/\/down\.example\.gov\.cn\/）：.*拒绝连接或不可达。请/,
    )
    const nameless = await runHere(['scan', '--url', 'http://no-such-host.invalid/', ...fresh()])
    expect(nameless.code).toBe(4)
    expect(nameless.stdout).toMatch(/域名 no-such-host\.invalid 解析失败。请核对网址/)
    const inside = await runHere(['scan', '--url', `http://127.0.0.1:${port}/`, ...fresh()])
    expect(inside.code).toBe(4)
    expect(inside.stdout).toMatch(/指向内网或保留地址.*--allow-private/)
  }, 240_000)

  test('a server that speaks no TLS', async () => {
    const plain = await serveAlways(200, { 'content-type': 'text/html' }, '<p>x</p>')
    const ran = await runHere([
      'scan',
      '--url',
      'https://tls.example.gov.cn/',
      '--resolve',
      `tls.example.gov.cn:443:127.0.0.1:${plain.port}`,
      ...fresh(),
    ])
    await plain.close()
    expect(ran.code).toBe(4)
    expect(ran.stdout).toMatch(/与 tls\.example\.gov\.cn 建立加密连接失败。请/)
  })

  const html = { 'content-type': 'text/html; charset=utf-8' }
  test.each([
    ['HTTP 500', 500, html, '<h1>内部错误</h1>', /服务器返回 HTTP 500（内部错误）。请稍后重试/],
    [
      'a 412 challenge',
      412,
      html,
      '<script>$_ts={}</script>',
      /被防护拦截（.*412.*），不计入网站问题/,
    ],
    ['an empty page', 200, html, '', /返回的是空白页（正文 0 字节）。请/],
    [
      'a binary labelled HTML',
      200,
      html,
      Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0, 1, 2, 3, 255, 254]),
      /返回的是文件而不是网页（虽可能标作网页）。请核对网址/,
    ],
  ])(
    '%s',
    async (_name, status, headers, body, message) => {
      const portal = await serveAlways(status, headers, body)
      const own = fresh()
      const args = ['--resolve', portal.resolve, ...own]
      const scanned = await runHere([
        'scan',
        '--no-browser',
        '--url',
        portal.homeUrl,
        '--delay-ms',
        '0',
        ...args,
      ])
      const inspected = await runHere(['inspect', portal.homeUrl, '--json', ...args])
      await portal.close()
      expect(scanned.stdout).toMatch(message)
      expect(scanned.code).toBe(4)
      expect(inspected.stderr).toMatch(message)
      expect(inspected.code).toBe(4)
      expect(JSON.parse(inspected.stdout)).toMatchObject({ mingcha: 'page/1', url: portal.homeUrl })
      const findings = await runHere(['export', 'findings', ...own])
      const lines = findings.stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
      expect(lines.filter((line) => line.verdict === 'fail')).toEqual([])
    },
    60_000,
  )

  test('one good portal and one bad: the good one is kept, exit 3', async () => {
    const portal = await servePortal(3)
    const own = fresh()
    const registry = join(folder, 'two.csv')
    writeFileSync(
      registry,
      `单位,首页\n好局,${portal.homeUrl}\n坏局,http://no-such-host.invalid/\n`,
    )
    const ran = await runHere([
      'scan',
      '--no-browser',
      '--portals',
      registry,
      '--json',
      '--delay-ms',
      '0',
      '--resolve',
      portal.resolve,
      ...own,
    ])
    await portal.close()
    expect(ran.code).toBe(3)
    const report = JSON.parse(ran.stdout)
    expect(report.runs.map((run: { state: string }) => run.state)).toEqual(['finished', 'finished'])
    const good = report.runs.find((run: { portal: { name: string } }) => run.portal.name === '好局')
    expect(good).toMatchObject({ trouble: null, verdicts: expect.anything() })
    expect(good.pages.fetched).toBeGreaterThanOrEqual(5)
  })
})

test('an address given by hand stands for the portal that the registry has under it', async () => {
  const portal = await servePortal(2)
  const own = ['--db', join(folder, 'known.db'), '--archive', join(folder, 'known')]
  const registry = file('known.csv', `单位,网站标识码,首页\n某局,4200000001,${portal.homeUrl}\n`)
  await runHere(['portals', 'import', registry, ...own])
  const ran = await runHere([
    'scan',
    '--no-browser',
    '--url',
    'http://portal.example.gov.cn',
    '--delay-ms',
    '0',
    '--json',
    '--resolve',
    portal.resolve,
    ...own,
  ])
  await portal.close()
  expect(JSON.parse(ran.stdout).runs).toMatchObject([
    { portal: { id: '4200000001', name: '某局' } },
  ])
  const list = JSON.parse((await runHere(['portals', 'list', '--json', ...own])).stdout)
  expect(list.portals).toHaveLength(1)
  expect(list.agencies).toHaveLength(1)
})

describe('inspect', () => {
  test('an empty file and a binary file are named; many files go on past a bad line', async () => {
    const empty = file('empty.html', '')
    const one = await runHere(['inspect', empty, '--json'])
    expect(one.code).toBe(4)
    expect(one.stderr).toContain('empty.html：文件是空的')
    const page = file('page.html', '<title>某局</title><h1>关于某事的通知</h1><p>正文</p>')
    const list = file(
      'list.jsonl',
      [
        JSON.stringify({ file: page, base: 'http://a.example.gov.cn/x.html' }),
        JSON.stringify({ file: join(folder, 'gone.html'), base: 'http://a.example.gov.cn/' }),
        '{broken',
        JSON.stringify({ file: 'page.html' }),
      ].join('\n'),
    )
    const many = await runHere(['inspect', '--list', list, '--json'])
    expect(many.code).toBe(3)
    const lines = many.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines.map((line) => [line.mingcha, line.url ?? line.line])).toEqual([
      ['page/1', 'http://a.example.gov.cn/x.html'],
      ['inspect-error/1', 2],
      ['inspect-error/1', 3],
      ['page/1', 'http://unknown.invalid/page.html'],
    ])
    expect(many.stderr).toMatch(/list\.jsonl 第 2 行：.*gone\.html 不存在/)
    expect(many.stderr).toMatch(/list\.jsonl 第 3 行：不是 JSON/)
  })
})

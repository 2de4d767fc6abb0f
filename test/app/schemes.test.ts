/** `mingcha schemes` over every folder that ships: valid, listed, shown; composites too. */
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { allSchemes, schemesFor } from '#app/scoring-run'
import { composite1 } from '#export/shapes/scheme'
import { openStore } from '#store/sqlite-store'
import { demoRegistry } from '../../fixtures/portals/serve.ts'
import { runHere } from '../support/command.ts'

const ROOT = join(import.meta.dirname, '../../data/schemes')
const folders = readdirSync(ROOT).filter((name) => statSync(join(ROOT, name)).isDirectory())

describe.each(folders)('%s', (id) => {
  test('is valid', async () => {
    const ran = await runHere(['schemes', 'validate', join(ROOT, id)])
    expect(ran.stderr).toBe('')
    expect(ran.code).toBe(0)
    expect(ran.stdout).toContain('可以使用')
  })

  test('is listed and shown under its own name', async () => {
    const listed = await runHere(['schemes', 'list'])
    expect(listed.stdout.split('\n').map((line) => line.split('\t')[0])).toContain(id)
    const shown = await runHere(['schemes', 'show', id])
    expect(shown.code).toBe(0)
    expect(shown.stdout).toContain(id)
  })
})

test('a composite says what it is made of', async () => {
  const { stdout } = await runHere(['schemes', 'show', 'suizhou-2023-openness'])
  expect(stdout).toContain('政府信息公开平台测评  70%')
  expect(stdout).toContain('日常工作测评  30%')
  expect(stdout).toContain('汇总后扣减')
})

test('shows the ids that inputs are written with, what stands outside the total, and what is ours', async () => {
  const { stdout } = await runHere(['schemes', 'show', 'suizhou-2023-website-departments'])
  const scheme = allSchemes().find((one) => one.id === 'suizhou-2023-website-departments')
  const { bonus = [], deductions = [] } = scheme?.outside ?? {}
  for (const indicator of [...(scheme?.indicators ?? []), ...bonus, ...deductions]) {
    expect(stdout).toContain(`　${indicator.id}\n`)
    for (const one of indicator.criteria) expect(stdout).toContain(`　${one.id}　${one.summary}`)
    for (const note of indicator.zeroWhen) expect(stdout).toContain(`　${note.id}　${note.label}`)
  }
  const sanhe = await runHere(['schemes', 'show', 'sanhe-2018-towns'])
  expect(sanhe.stdout).toContain('按各条得分的同一比例计（本地规定：原文印出 2 分')
})

test('a composite is a document too', async () => {
  const { code, stdout } = await runHere(['schemes', 'show', 'suizhou-2023-openness', '--json'])
  expect(code).toBe(0)
  const found = composite1.parse(JSON.parse(stdout))
  expect(found.parts.map((part) => part.share)).toEqual([0.7, 0.3])
  expect(found.external).toHaveLength(1)
})

test('the table without points is shown without figures', async () => {
  const { stdout } = await runHere(['schemes', 'show', 'shuangyashan-2019-counties'])
  expect(stdout).toContain('总分：不计分')
  expect(stdout).toContain('政府官网建设情况  — 分')
})

test('the table made for the demonstration departments comes first, and none is left out', async () => {
  const store = await openStore(':memory:')
  try {
    store.saveRegistry(demoRegistry())
    const ids = schemesFor(store).map((scheme) => scheme.id)
    expect(ids[0]).toBe('suizhou-2023-website-departments')
    expect(ids.toSorted()).toEqual(allSchemes().map((scheme) => scheme.id))
  } finally {
    store.close()
  }
})

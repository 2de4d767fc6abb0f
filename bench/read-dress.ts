/**
 * Readings that hang on one way of writing: every page we have (../shared/pages, a sample of the mirrored sites and of the
 * portals by another hand) read as it is and in other dress (bench/mutations), which means the same to a reader. Counts
 * per mutation and reading on how many pages the reading changed, of those that had one. It needs no labels and no scan.
 * `npm run bench:read-dress [-- mutation…] [--detail]`.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ownLabels } from '#app/rooms'
import type { Page } from '#model/page'
import { createPageReader } from '#understand/page-reader'
import type { LoopbackAnswer } from '../fixtures/portals/loopback.ts'
import type { Mutation } from './mutations/table.ts'
import { mirroredSites, SITES_DIR } from './site-server.ts'
import { DRESSES, dressedPage } from './unseen-dress.ts'
import { readSet } from './unseen-set.ts'

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const PAGES = at('../../shared/pages/')
/** Pages of one site or set: enough to meet its templates. */
const SAMPLE = 60
/** Printed pages of one reading under one mutation. */
const SHOWN = 8

interface Sample {
  readonly url: string
  readonly answer: LoopbackAnswer
}

const squeezed = (text: string | null | undefined): string => (text ?? '').replace(/[\s　：:]/g, '')

/** Of a contact its numbers: its label may be another in another dress. */
function bareContact(key: string, value: string): string {
  return key === 'contact' ? value.replace(/\D/g, '') : squeezed(value)
}

/** What must be the same in any dress; '' where the page has no such reading. */
const READINGS: Readonly<Record<string, (page: Page) => string>> = {
  类型: ({ kind }) => kind.value,
  标题: ({ title }) => squeezed(title),
  发布日期: ({ publishedOn }) => publishedOn?.value ?? '',
  来源: ({ source }) => squeezed(source),
  面包屑: ({ trail }) => squeezed(trail.join('>')),
  文件字段: ({ document }) =>
    Object.entries(document ?? {})
      .flatMap(([key, value]) => (value === null ? [] : [`${key}=${squeezed(value)}`]))
      .join('|'),
  页脚: ({ footer }) =>
    Object.entries(footer)
      .flatMap(([key, value]) =>
        value === null ? [] : [`${key}=${bareContact(key, value.value)}`],
      )
      .join('|'),
  条目: ({ lists }) =>
    lists
      .filter(({ subject }) => subject)
      .flatMap(({ items }) =>
        items.map(({ title, publishedOn }) => `${squeezed(title)}@${publishedOn?.value ?? ''}`),
      )
      .join('|'),
  留言: ({ messages }) =>
    (messages ?? [])
      .map(({ askedOn, answeredOn, state }) => `${askedOn}/${answeredOn}/${state}`)
      .join('|'),
  指南要素: ({ guideElements }) => [...(guideElements ?? [])].sort().join('|'),
  附件: ({ attachments }) => String(attachments.length || ''),
  在建: ({ underConstruction }) => squeezed(underConstruction?.quote),
  填写框: ({ writingBox, fillable }) =>
    writingBox == null && fillable === undefined ? '' : `${writingBox != null}${fillable === true}`,
  征集截止: ({ closing }) => (closing === undefined ? '' : JSON.stringify(closing.day)),
}

function samples(): Sample[] {
  return [...labelledPages(), ...mirroredPages(), ...unseenPages()]
}

function answerOf(body: Uint8Array): LoopbackAnswer {
  return { status: 200, headers: { 'content-type': 'text/html' }, body }
}

function labelledPages(): Sample[] {
  return ['html', 'fmprc'].flatMap((folder) =>
    existsSync(PAGES + folder)
      ? readdirSync(PAGES + folder)
          .filter((file) => /\.s?html?$/i.test(file))
          .map((file) => ({
            url: `http://www.example.gov.cn/${folder}/${file}`,
            answer: answerOf(readFileSync(`${PAGES}${folder}/${file}`)),
          }))
      : [],
  )
}

/** Every n-th of a long list. */
function thinned<T>(all: readonly T[]): T[] {
  const step = Math.max(1, Math.floor(all.length / SAMPLE))
  return all.filter((_, index) => index % step === 0)
}

function mirroredPages(): Sample[] {
  return (mirroredSites() ?? []).flatMap(({ folder, origin, mount }) => {
    const root = join(SITES_DIR, folder)
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(?:s?html?|jsp|aspx)$/i.test(file))
      .sort()
    return thinned(files).map((file) => ({
      url: `${origin.replace(/\/$/, '')}${mount}${file}`,
      answer: answerOf(readFileSync(join(root, file))),
    }))
  })
}

function unseenPages(): Sample[] {
  return readdirSync(at('unseen'))
    .filter((file) => file.endsWith('.answers.br'))
    .flatMap((file) => {
      const { pages } = readSet(at(`unseen/${file}`))
      return thinned(pages()).map(([key, answer]) => ({ url: `http://${key}`, answer }))
    })
}

interface Change {
  readonly url: string
  readonly was: string
  readonly is: string
}

function inDress({ url, answer }: Sample, mutation: Mutation): Sample {
  const { host, pathname } = new URL(url)
  const type = answer.headers['content-type'] ?? ''
  return { url, answer: dressedPage(answer, type, mutation, { host, path: pathname }) }
}

function changesOf(
  mutation: Mutation,
  plain: readonly (readonly [Sample, Page])[],
  read: (sample: Sample) => Page,
): Map<string, Change[]> {
  const found = new Map<string, Change[]>()
  for (const [sample, before] of plain) {
    const after = read(inDress(sample, mutation))
    for (const [name, of] of Object.entries(READINGS)) {
      const [was, is] = [of(before), of(after)]
      if (was === is) continue
      found.set(name, [...(found.get(name) ?? []), { url: sample.url, was, is }])
    }
  }
  return found
}

function main(args: readonly string[]): void {
  const ids = args.filter((arg) => !arg.startsWith('--'))
  const reader = createPageReader(ownLabels())
  const read = ({ url, answer }: Sample): Page =>
    reader.read({
      ...{ url, body: answer.body, contentType: answer.headers['content-type'] ?? 'text/html' },
      ...{ status: 200, truncated: false, homeUrl: null },
    })
  // Written back as it was parsed: what that alone changes (a charset nobody names) is no reading's fault.
  const asIs: Mutation = { id: 'as-is', what: '原样' }
  const plain = samples().map((sample) => [sample, read(inDress(sample, asIs))] as const)
  const has = (name: string): number =>
    plain.filter(([, page]) => (READINGS[name]?.(page) ?? '') !== '').length
  const names = Object.keys(READINGS)
  console.log(
    `${plain.length} 页。各读数有值的页数：${names.map((name) => `${name} ${has(name)}`).join('，')}。\n`,
  )
  console.log(`| 变换 | ${names.join(' | ')} |\n|---|${names.map(() => '---:|').join('')}`)
  for (const mutation of DRESSES.filter(({ id }) =>
    ids.length === 0 ? id !== 'as-is' : ids.includes(id),
  )) {
    const changes = changesOf(mutation, plain, read)
    const cells = names.map((name) => changes.get(name)?.length ?? 0)
    console.log(`| ${mutation.id} | ${cells.map((count) => count || '').join(' | ')} |`)
    if (!args.includes('--detail')) continue
    for (const [name, all] of changes)
      for (const { url, was, is } of all.slice(0, SHOWN))
        console.log(
          `  - ${mutation.id} ${name} ${url}\n      原：${was.slice(0, 200)}\n      变：${is.slice(0, 200)}`,
        )
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv.slice(2))

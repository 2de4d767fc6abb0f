/**
 * Writes docs/accuracy.md from the accuracy benches (labelled pages, labelled columns, mirrored sites) and the cost of reading. The page is taken anew by
 * hand when reading changes (`npm run bench:docs`): its data lie outside the project, so CI cannot check it.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { accuracyReport } from './accuracy.ts'
import { columnsReport } from './columns.ts'
import { coverageReport } from './coverage.ts'
import { defectsReport } from './defects.ts'
import { readReport } from './read.ts'
import { mirroredSites, SITES_ABSENT } from './site-server.ts'
import { sitesReport } from './sites.ts'

const FILE = fileURLToPath(new URL('../docs/accuracy.md', import.meta.url))

if (mirroredSites() === null) {
  console.error(SITES_ABSENT)
} else {
  const { version } = JSON.parse(
    readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
  ) as { version: string }
  writeFileSync(
    FILE,
    `# 识别准确度

本页由 \`npm run bench:docs\` 生成（Mingcha ${version}），数字随程序变化，请勿手改。数据在 ../shared，不随项目分发；
没有它时各项测量会说明并跳过。扫描耗时与机器负载有关，只作量级参考。

## 单页识别（../shared/pages，人工标注）

${(accuracyReport() ?? '没有找到标注页面。').trim()}

## 栏目与年度报告（../shared/sites，人工标注）

${(await columnsReport()).trim()}

## 真实问题与误判（../shared/sites，人工标注）

${(await defectsReport()).trim()}

## 指标体系的可测部分

各表哪些行从公开网页上能定、能帮着定，见 bench/labels/measurable.tsv。

${coverageReport()}

## 读一页的开销

${(readReport() ?? '没有找到页面。').trim()}

## 整站扫描（../shared/sites，镜像站点）

以下供人对照页面核对；镜像缺的文件一律按“无法判断”处理，不算网站的问题。

${(await sitesReport()).trim()}

## 人工核对

${readFileSync(new URL('./checked-by-eye.md', import.meta.url), 'utf8').trim()}
`,
  )
  console.log(`已写入 ${FILE}`)
}

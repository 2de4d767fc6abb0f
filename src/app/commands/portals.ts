/** `mingcha portals`: takes a registry into the database and shows what is there. */
import type { Command } from 'commander'
import { instantText } from '#base/day'
import { AppError, EXIT } from '#base/errors'
import { loadRegistry } from '#catalog/registry'
import { toPortal1, toPortals1 } from '#export/shapes/registry'
import { openStore } from '#store/sqlite-store'
import { newCommand, withCommon } from '../command-line.ts'
import type { Host } from '../host.ts'
import { openExistingStore } from '../rooms.ts'
import type { CommonOptions } from '../settings.ts'

const RUN_STATES = {
  running: '进行中',
  interrupted: '被中断',
  finished: '已完成',
  failed: '失败',
} as const

export function portalsCommand(host: Host): Command {
  return newCommand('portals', '单位与网站名录', ['npx mingcha portals import 名录.xlsx'])
    .addCommand(importCommand(host))
    .addCommand(listCommand(host))
    .addCommand(showCommand(host))
}

function importCommand(host: Host): Command {
  const command = withCommon(
    newCommand('import', '导入名录（CSV、XLSX 或 YAML）', [
      'npx mingcha portals import data/portals/example.csv',
      'npx mingcha portals import 名录.xlsx --skip-bad',
    ]),
  )
    .argument('<文件>')
    .option('--skip-bad', '跳过有错的行，导入其余')
  return host.bind<CommonOptions & { skipBad?: boolean }>(
    command,
    async (context, options, args) => {
      const file = args[0] ?? ''
      const { registry, skipped, ignoredHeads } = loadRegistry(file, {
        skipBad: options.skipBad ?? false,
      })
      const store = await openStore(context.settings.db, { clock: context.clock })
      try {
        store.saveRegistry(registry)
      } finally {
        store.close()
      }
      const { terminal } = context
      if (ignoredHeads.length > 0) terminal.say(`未使用的列：${ignoredHeads.join('、')}`)
      for (const line of skipped) terminal.fault(`跳过：${line}`)
      terminal.print(
        `已导入 ${registry.agencies.length} 个单位、${registry.portals.length} 个网站` +
          (skipped.length > 0 ? `，${skipped.length} 处有错的行已跳过` : ''),
      )
      return skipped.length > 0 ? EXIT.partlyMeasured : EXIT.done
    },
  )
}

function listCommand(host: Host): Command {
  const command = withCommon(newCommand('list', '列出网站', ['npx mingcha portals list'])).option(
    '--json',
    '输出 JSON',
  )
  return host.bind<CommonOptions & { json?: boolean }>(command, async (context, options) => {
    const store = await openExistingStore(context)
    try {
      const registry = store.registry()
      if (options.json) {
        context.terminal.print(JSON.stringify(toPortals1(registry), null, 2))
        return EXIT.done
      }
      const agencies = new Map(registry.agencies.map((agency) => [agency.id, agency]))
      context.terminal.table(
        registry.portals.map(({ id, agencyId, name, homeUrl }) => {
          const agency = agencies.get(agencyId)
          return [id, agency?.name ?? '', agency?.group ?? '', name, homeUrl]
        }),
      )
      context.terminal.say(
        `共 ${registry.portals.length} 个网站、${registry.agencies.length} 个单位（${store.location}）`,
      )
      return EXIT.done
    } finally {
      store.close()
    }
  })
}

function showCommand(host: Host): Command {
  const command = withCommon(
    newCommand('show', '显示一个网站及其历次运行', ['npx mingcha portals show 4200000001']),
  )
    .argument('<网站编号>')
    .option('--json', '输出 JSON')
  return host.bind<CommonOptions & { json?: boolean }>(command, async (context, options, args) => {
    const id = args[0] ?? ''
    const store = await openExistingStore(context)
    try {
      const owner = store.portal(id)
      if (!owner) {
        throw new AppError(
          'unknown-id',
          `名录里没有网站 ${id}。用 mingcha portals list 查看现有编号。`,
        )
      }
      const runs = store.runs({ portalId: id })
      if (options.json) {
        context.terminal.print(JSON.stringify(toPortal1(owner, runs), null, 2))
        return EXIT.done
      }
      const { portal, agency } = owner
      const lines = [
        `${portal.name}（${portal.id}）`,
        `单位：${agency.name}（${agency.id}）${agency.group ? `，${agency.group}` : ''}`,
        `首页：${portal.homeUrl}`,
        ...(portal.platformUrl ? [`公开平台：${portal.platformUrl}`] : []),
        ...portal.extraUrls.map((url) => `其他入口：${url}`),
        ...(agency.attributes.length > 0 ? [`属性：${agency.attributes.join('；')}`] : []),
        runs.length === 0 ? '还没有运行记录' : '运行：',
        ...runs.map(
          (run) =>
            `  ${run.id}  ${RUN_STATES[run.state]}  ${instantText(run.startedAt)}  判定日 ${run.asOf}${run.note ? `  ${run.note}` : ''}`,
        ),
      ]
      context.terminal.print(lines.join('\n'))
      return EXIT.done
    } finally {
      store.close()
    }
  })
}

/** `mingcha serve`: the evaluators' application over the database, until interrupted. */
import type { Command } from 'commander'
import { openArchive } from '#archive/warc-archive'
import { EXIT, type ExitCode } from '#base/errors'
import { countOption, newCommand, withCommon } from '../command-line.ts'
import type { Context, Host } from '../host.ts'
import { openExistingStore } from '../rooms.ts'
import { announceAndWait, DEFAULT_PORT, serveReview } from '../serving.ts'
import type { CommonOptions } from '../settings.ts'

interface ServeOptions extends CommonOptions {
  host: string
  port?: number
}

const LOOPBACK = /^(127\.|localhost$|::1$|\[::1\]$)/

export function serveCommand(host: Host): Command {
  const command = withCommon(
    newCommand('serve', '打开核查界面（默认只在本机）', [
      'npx mingcha serve',
      'npx mingcha serve --port 9000 --db var/mingcha.db',
    ]),
  )
    .option('--host <地址>', '监听地址', '127.0.0.1')
    .addOption(countOption('--port <端口>', `端口（默认 ${DEFAULT_PORT}）`, 0))
  return host.bind<ServeOptions>(command, serve)
}

async function serve(context: Context, options: ServeOptions): Promise<ExitCode> {
  const store = await openExistingStore(context)
  const archive = openArchive(context.settings.archive)
  try {
    if (!LOOPBACK.test(options.host)) {
      context.terminal.fault(
        `注意：${options.host} 不是本机地址，别人也能连到，而且没有加密。请放在有 TLS 的反向代理之后。`,
      )
    }
    const serving = await serveReview(
      context,
      { store, archive },
      {
        host: options.host,
        port: options.port ?? DEFAULT_PORT,
        anyPort: false,
      },
    )
    await announceAndWait(context, serving)
    return EXIT.done
  } finally {
    await archive.close()
    store.close()
  }
}

/**
 * The one browser of a process: opened when a page first needs it, shared by all portals, closed at the end. Where there
 * is none, that is said once with the mend and work goes on without. What is rendered is decided elsewhere.
 */
import { AppError } from '#base/errors'
import { openBrowser } from '#browser/launch'
import type { Browser } from '#model/ports'
import type { Context } from './host.ts'

export interface BrowserDoor {
  /** Null where there is none, or none is wanted. */
  open(): Promise<Browser | null>
  close(): Promise<void>
}

/** `wanted`: false after --no-browser. */
export function browserDoor(context: Context, wanted: boolean): BrowserDoor {
  const { settings, terminal } = context
  let opening: Promise<Browser | null> | null = null
  const start = async (): Promise<Browser | null> => {
    if (!(wanted && settings.browser.enabled)) {
      terminal.say('按要求没有使用浏览器：由脚本生成的内容没有读取，无障碍没有检测，没有截图。')
      return null
    }
    try {
      const browser = await openBrowser({ path: settings.browser.path })
      if (browser.state.chinese !== 'real') {
        terminal.say('浏览器显示不出汉字，本次不截图。运行 npx mingcha doctor 看缺什么。')
      }
      return browser
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      terminal.say(
        `没有可用的浏览器，由脚本生成的内容没有读取，无障碍没有检测：${error.message}。其余检查照常进行。`,
      )
      return null
    }
  }
  return {
    open() {
      opening ??= start()
      return opening
    },
    async close() {
      const browser = await opening?.catch(() => null)
      await browser?.close()
    },
  }
}

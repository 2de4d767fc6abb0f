/** docs/errors.md from the error table in base/errors: what a user reads when Mingcha itself gives up. */
import { type Consequence, ERROR_KINDS, EXIT } from '#base/errors'

const CONSEQUENCES: Readonly<Record<Consequence, string>> = {
  retry: '可重试',
  skip: '跳过这一部分，其余照做',
  abort: '停止',
}

const EXITS: Readonly<Record<keyof typeof EXIT, string>> = {
  done: '完成',
  ourError: '程序自身出错',
  badUsage: '命令写法不对，或输入文件、输出位置有问题',
  partlyMeasured: '完成，但有的网站或检查项没能测到',
  nothingMeasured: '什么都没能测到',
  gateRefused: '被发布关口拒绝',
  interrupted: '被中断，已保存，可用 --resume 继续',
}

export function errorsPage(): string {
  const exits = Object.entries(EXITS).map(
    ([name, meaning]) => `| ${EXIT[name as keyof typeof EXIT]} | ${meaning} |`,
  )
  const kinds = Object.entries(ERROR_KINDS).map(
    ([code, kind]) =>
      `| \`${code}\` | ${kind.meaning} | ${kind.mend} | ${CONSEQUENCES[kind.consequence]} | ${kind.exit} |`,
  )
  return [
    '# 错误与退出码',
    '',
    '由 `npm run generate` 从 `src/base/errors.ts` 生成，请勿手改。',
    '',
    '网站一侧的问题（打不开、被拦截、超时……）不是错误，而是记录在结果里的事实，不在此表。',
    '',
    '## 退出码',
    '',
    '| 退出码 | 含义 |',
    '|---|---|',
    ...exits,
    '',
    '## 错误代码',
    '',
    '| 代码 | 何时出现 | 怎么办 | 后果 | 退出码 |',
    '|---|---|---|---|---|',
    ...kinds,
    '',
  ].join('\n')
}

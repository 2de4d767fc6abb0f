/** The frame of every page: head, navigation, main landmark; and the small pieces that several pages share. */
import type { ComponentChildren } from 'preact'
import { VERDICT_NAMES, type Verdict } from '#model/check'
import type { SchemeChoice } from '../views.ts'
import { score } from '../words.ts'

export interface Viewer {
  readonly name: string
  readonly mayDecide: boolean
  /** Token that every form of this session carries. */
  readonly csrf: string
}

export interface LayoutProps {
  readonly title: string
  readonly viewer: Viewer | null
  /** Path of the current section, for `aria-current`. */
  readonly section?: '/' | '/findings' | '/portals' | '/checks'
  readonly children: ComponentChildren
}

const SECTIONS = [
  ['/', '排名'],
  ['/findings', '待核查'],
  ['/portals', '网站'],
  ['/checks', '检查项'],
] as const

export function Layout({ title, viewer, section, children }: LayoutProps) {
  return (
    <html lang="zh-CN">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} · 明察`}</title>
        <link rel="stylesheet" href="/assets/app.css" />
        <link rel="icon" href="data:," />
        <script src="/assets/app.js" defer />
      </head>
      <body>
        <a class="skip" href="#main">
          跳到正文
        </a>
        <header class="top">
          <a class="brand" href="/">
            <span class="seal" aria-hidden="true">
              察
            </span>
            明察
          </a>
          {viewer && (
            <nav aria-label="主导航">
              {SECTIONS.map(([path, label]) => (
                <a href={path} aria-current={section === path ? 'page' : undefined}>
                  {label}
                </a>
              ))}
            </nav>
          )}
          {viewer && (
            <form class="who" method="post" action="/logout">
              <input type="hidden" name="_csrf" value={viewer.csrf} />
              <span>{viewer.name}</span>
              <button type="submit" class="quiet">
                退出
              </button>
            </form>
          )}
        </header>
        <main id="main" tabIndex={-1}>
          {children}
        </main>
        <footer class="foot">
          明察 Mingcha：每一分都能追到规则、页面、原文与时间。机器测不了的写明未测，不猜。
        </footer>
      </body>
    </html>
  )
}

export function VerdictBadge({ verdict }: { readonly verdict: Verdict }) {
  return <span class={`badge ${verdict}`}>{VERDICT_NAMES[verdict]}</span>
}

/** Settled score as a dark bar, what is still possible as a light one; the figures stand beside it as text. */
export function RangeBar(props: {
  readonly settled: number
  readonly range: readonly [number, number]
  readonly max: number | null
}) {
  const [lowest, highest] = props.range
  const max = Math.max(props.max ?? highest, 1e-9)
  const x = (value: number): number => Math.min(1000, Math.max(0, (value / max) * 1000))
  return (
    <svg class="bar" viewBox="0 0 1000 24" preserveAspectRatio="none" aria-hidden="true">
      <rect class="track" x="0" y="0" width="1000" height="24" />
      <rect class="possible" x={x(lowest)} y="0" width={x(highest) - x(lowest)} height="24" />
      <rect class="settled" x="0" y="0" width={x(Math.min(props.settled, highest))} height="24" />
    </svg>
  )
}

export function Range({ range }: { readonly range: readonly [number, number] }) {
  const [lowest, highest] = range
  return <span>{lowest === highest ? score(lowest) : `${score(lowest)} – ${score(highest)}`}</span>
}

export function SchemePicker(props: {
  readonly schemes: readonly SchemeChoice[]
  readonly current: string
  readonly asOf: string
  readonly children?: ComponentChildren
}) {
  return (
    <form class="filters" method="get" aria-label="选择体系与日期">
      <label>
        指标体系
        <select name="scheme">
          {props.schemes.map((one) => (
            <option value={one.id} selected={one.id === props.current}>
              {one.title}
            </option>
          ))}
        </select>
      </label>
      <label>
        截至日
        <input type="date" name="asOf" value={props.asOf} />
      </label>
      {props.children}
      <button type="submit">查看</button>
    </form>
  )
}

/** Query string that keeps scheme and day on the way to another page. */
export function frameQuery(frame: {
  readonly scheme: SchemeChoice
  readonly asOf: string
}): string {
  return `?scheme=${encodeURIComponent(frame.scheme.id)}&asOf=${frame.asOf}`
}

export function Crumbs({
  links,
  here,
}: {
  readonly links: readonly (readonly [string, string])[]
  readonly here: string
}) {
  return (
    <nav class="crumbs" aria-label="当前位置">
      <ol>
        {links.map(([href, label]) => (
          <li>
            <a href={href}>{label}</a>
          </li>
        ))}
        <li aria-current="page">{here}</li>
      </ol>
    </nav>
  )
}

/** A wide table that scrolls sideways on small screens. */
export function Scroll({
  label,
  children,
}: {
  readonly label: string
  readonly children: ComponentChildren
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section class="scroll" aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}

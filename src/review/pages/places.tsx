/** Portals, checks, and the plain pages: sign-in and errors. */
import { fillKnown } from '#base/text'
import type { ChecksView, CheckView, PortalsView, PortalView } from '../views.ts'
import { moment, RUN_STATE } from '../words.ts'
import { Crumbs, Scroll, VerdictBadge } from './layout.tsx'

const ADDRESS_STATE: Readonly<Record<string, string>> = {
  fetched: '已取得',
  unchanged: '未变化',
  blocked: '被拦截',
  failed: '未取到',
  'out-of-scope': '范围之外',
  robots: '按 robots.txt 未访问',
  budget: '预算用完未访问',
  trap: '疑似陷阱',
  duplicate: '重复',
  queued: '排队中',
  active: '访问中',
}

export function PortalsPage({ view }: { readonly view: PortalsView }) {
  return (
    <>
      <h1>网站</h1>
      {view.rows.length === 0 ? (
        <p class="empty">
          名单是空的。导入：<code>mingcha portals import 名单.csv</code>
        </p>
      ) : (
        <Scroll label="网站表">
          <table>
            <thead>
              <tr>
                <th scope="col">网站</th>
                <th scope="col">单位</th>
                <th scope="col">网站标识码</th>
                <th scope="col">首页</th>
                <th scope="col">最近一次扫描</th>
              </tr>
            </thead>
            <tbody>
              {view.rows.map(({ portal, agencyName, run }) => (
                <tr>
                  <th scope="row">
                    <a href={`/portals/${encodeURIComponent(portal.id)}`}>{portal.name}</a>
                  </th>
                  <td>{agencyName}</td>
                  <td>
                    <code>{portal.siteCode ?? '—'}</code>
                  </td>
                  <td class="url">{portal.homeUrl}</td>
                  <td>{run ? `${moment(run.startedAt)}，${RUN_STATE[run.state]}` : '尚未扫描'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </>
  )
}

export function PortalPage({ view }: { readonly view: PortalView }) {
  const { portal, run } = view
  return (
    <>
      <Crumbs links={[['/portals', '网站']]} here={portal.name} />
      <h1>{portal.name}</h1>
      <p class="lead">
        {view.agency.name} · <span class="url">{portal.homeUrl}</span>
        {portal.siteCode && (
          <>
            {' '}
            · 标识码 <code>{portal.siteCode}</code>
          </>
        )}
      </p>
      {!run ? (
        <p class="empty">尚未扫描。</p>
      ) : (
        <>
          <div class="cards">
            <section class="card">
              <h2>这次扫描</h2>
              <dl class="tight">
                <dt>开始</dt>
                <dd>{moment(run.startedAt)}</dd>
                <dt>状态</dt>
                <dd>
                  {RUN_STATE[run.state]}
                  {run.note && `；检查所需的页面中，${run.note}`}
                </dd>
                <dt>截至日</dt>
                <dd>{run.asOf}</dd>
                <dt>编号</dt>
                <dd>
                  <code>{run.id}</code>
                </dd>
              </dl>
            </section>
            <section class="card">
              <h2>地址（含站外链接和附件）</h2>
              <dl class="tight">
                {Object.entries(view.addresses).map(([state, count]) => (
                  <>
                    <dt>{ADDRESS_STATE[state] ?? state}</dt>
                    <dd>{count} 个</dd>
                  </>
                ))}
              </dl>
            </section>
          </div>
          <h2>检查结果</h2>
          <Scroll label="检查结果表">
            <table>
              <thead>
                <tr>
                  <th scope="col">检查项</th>
                  <th scope="col">结果</th>
                </tr>
              </thead>
              <tbody>
                {view.checks.map((one) => (
                  <tr>
                    <th scope="row">
                      <a
                        href={`/findings?portal=${encodeURIComponent(portal.id)}&check=${encodeURIComponent(one.id)}&verdict=all&decided=any`}
                      >
                        {one.title}
                      </a>
                    </th>
                    <td>
                      {(['fail', 'unsure', 'pass', 'not-applicable'] as const).map((verdict) => {
                        const count = one.counts[verdict]
                        return count ? (
                          <span class="count">
                            <VerdictBadge verdict={verdict} /> {count}
                          </span>
                        ) : null
                      })}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
          {view.notChecked.length > 0 && (
            <>
              <h2>没能检查的</h2>
              <ul>
                {view.notChecked.map((one) => (
                  <li>
                    <a href={`/checks/${one.check}`}>{one.title}</a>：{one.reason ?? '原因未记'}
                  </li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
    </>
  )
}

export function ChecksPage({ view }: { readonly view: ChecksView }) {
  return (
    <>
      <h1>检查项</h1>
      <Scroll label="检查项表">
        <table>
          <thead>
            <tr>
              <th scope="col">检查项</th>
              <th scope="col">问的是</th>
              <th scope="col">编号</th>
            </tr>
          </thead>
          <tbody>
            {view.checks.map((one) => (
              <tr>
                <th scope="row">
                  <a href={`/checks/${one.id}`}>{one.title}</a>
                </th>
                <td>{one.question}</td>
                <td>
                  <code>{one.id}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  )
}

export function CheckPage({ view }: { readonly view: CheckView }) {
  const { check } = view
  return (
    <>
      <Crumbs links={[['/checks', '检查项']]} here={check.title} />
      <h1>{check.title}</h1>
      <p class="lead">{check.question}</p>
      <h2>依据</h2>
      <ul>
        {check.basis.map((one) => (
          <li>
            {one.document} {one.clause}
          </li>
        ))}
      </ul>
      {Object.keys(check.params).length > 0 && (
        <>
          <h2>参数</h2>
          <ul>
            {Object.entries(check.params).map(([name, spec]) => (
              <li>
                <code>{name}</code> = {String(spec.default)}：{spec.meaning}（{spec.source}
                {spec.verified ? '' : '；未核实'}）
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>可能的答案</h2>
      <ul class="plain">
        {Object.entries(check.outcomes).map(([name, outcome]) => (
          <li>
            <VerdictBadge verdict={outcome.verdict} /> <code>{name}</code>{' '}
            {fillKnown(outcome.message, {})}
            {outcome.ask && <p class="ask">问人：{fillKnown(outcome.ask, {})}</p>}
          </li>
        ))}
      </ul>
    </>
  )
}

export function LoginPage(props: {
  readonly csrf: string
  readonly wrong: boolean
  readonly next: string
}) {
  return (
    <div class="login card">
      <h1>登录</h1>
      {props.wrong && (
        <p class="note bad" role="alert">
          用户名或密码不对，或账号已停用。
        </p>
      )}
      <form method="post" action="/login">
        <input type="hidden" name="_csrf" value={props.csrf} />
        <input type="hidden" name="next" value={props.next} />
        <label class="block">
          用户名
          <input name="name" autocomplete="username" required />
        </label>
        <label class="block">
          密码
          <input name="password" type="password" autocomplete="current-password" required />
        </label>
        <button type="submit">登录</button>
      </form>
      <p class="meta">首次启动时，管理员的初始密码显示在启动程序的终端里。</p>
    </div>
  )
}

export function ErrorPage(props: { readonly status: number; readonly message: string }) {
  return (
    <div class="card">
      <h1>{props.status === 404 ? '没有这一页' : props.status === 403 ? '没有权限' : '出错了'}</h1>
      <p>{props.message}</p>
      <p>
        <a href="/">回到排名</a>
      </p>
    </div>
  )
}

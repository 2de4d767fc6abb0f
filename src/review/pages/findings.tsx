/** The queue of findings, and one finding beside its evidence with the decision form. */
import { VERDICT_NAMES, type Verdict } from '#model/check'
import { FINDING_STATE_NAMES } from '#model/finding'
import { factName, factText } from '../fact-names.ts'
import type { QueueView } from '../queue.ts'
import type { FindingPageView } from '../views.ts'
import { spanOf } from '../views.ts'
import { moment, outcomeText } from '../words.ts'
import { Crumbs, frameQuery, VerdictBadge, type Viewer } from './layout.tsx'

/** What a person decided: a verdict, or that it is not asked of this agency. */
function Decided({ as }: { readonly as: Verdict | 'exempt' }) {
  return as === 'exempt' ? '豁免' : <VerdictBadge verdict={as} />
}

/** An address of the site itself, to be looked at in a browser. */
function SiteLink({ url }: { readonly url: string }) {
  return /^https?:/i.test(url) ? (
    <a href={url} target="_blank" rel="noopener noreferrer nofollow">
      {url}
    </a>
  ) : (
    url
  )
}

function queueQuery(view: QueueView, change: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams({ ...view.filter, ...change })
  for (const [key, value] of [...query]) if (value === '') query.delete(key)
  return `?${query.toString()}`
}

export function QueuePage({ view }: { readonly view: QueueView }) {
  const { filter } = view
  const option = (value: string, label: string, current: string) => (
    <option value={value} selected={value === current}>
      {label}
    </option>
  )
  return (
    <>
      <h1>{filter.verdict === 'open' && filter.decided === 'no' ? '待核查' : '检查结果'}</h1>
      <p class="lead">
        共 {view.total} 条。键盘：<kbd>j</kbd> 下一条，<kbd>k</kbd> 上一条，<kbd>Enter</kbd> 打开。
      </p>
      <form class="filters" method="get" aria-label="筛选">
        <label>
          结论
          <select name="verdict">
            {option('open', '不符合与待人工核对', filter.verdict)}
            {option('fail', '不符合', filter.verdict)}
            {option('unsure', VERDICT_NAMES.unsure, filter.verdict)}
            {option('pass', '符合', filter.verdict)}
            {option('all', '全部', filter.verdict)}
          </select>
        </label>
        <label>
          检查项
          <select name="check">
            {option('', '全部', filter.check)}
            {view.checks.map((one) => option(one.id, `${one.title}（${one.count}）`, filter.check))}
          </select>
        </label>
        <label>
          单位
          <select name="agency">
            {option('', '全部', filter.agency)}
            {view.agencies.map((one) => option(one.id, one.name, filter.agency))}
          </select>
        </label>
        <label>
          人工结论
          <select name="decided">
            {option('no', '未决定', filter.decided)}
            {option('yes', '已决定', filter.decided)}
            {option('any', '不限', filter.decided)}
          </select>
        </label>
        <label>
          文字
          <input type="search" name="q" value={filter.q} />
        </label>
        <button type="submit">筛选</button>
      </form>
      {view.rows.length === 0 ? (
        <p class="empty">没有符合条件的发现。</p>
      ) : (
        <ol class="queue" data-keys="list">
          {view.rows.map((row) => (
            <li>
              <VerdictBadge verdict={row.verdict} />
              <div>
                <a href={`/findings/${row.id}${queueQuery(view)}`}>{row.message}</a>
                <p class="meta">
                  {row.agencyName} · {row.portalName} · {row.checkTitle} ·{' '}
                  {FINDING_STATE_NAMES[row.state]} · {moment(row.at)}
                  {row.decision && ` · ${row.decision.by} 认定 `}
                  {row.decided && <Decided as={row.decided} />}
                </p>
              </div>
            </li>
          ))}
        </ol>
      )}
      {view.pages > 1 && (
        <nav class="pages" aria-label="分页">
          {view.page > 1 && <a href={queueQuery(view, { page: String(view.page - 1) })}>上一页</a>}
          <span>
            第 {view.page} / {view.pages} 页
          </span>
          {view.page < view.pages && (
            <a href={queueQuery(view, { page: String(view.page + 1) })}>下一页</a>
          )}
        </nav>
      )}
    </>
  )
}

export function FindingPage(props: {
  readonly view: FindingPageView
  readonly viewer: Viewer
  readonly queue: string
}) {
  const { view, viewer, queue } = props
  const { finding, check } = view
  const facts = Object.entries(finding.facts)
  return (
    <>
      <Crumbs links={[[`/findings${queue}`, '待核查']]} here={finding.subject} />
      <h1>
        <VerdictBadge verdict={finding.verdict} /> {finding.message}
      </h1>
      {finding.decision && (
        <p class="note">
          {finding.decision.by} 已作结论：
          {view.decided && <Decided as={view.decided} />}
          （上面是机器的结论）
        </p>
      )}
      <p class="lead">
        <a href={`/agencies/${encodeURIComponent(view.agency.id)}${frameQuery(view.frame)}`}>
          {view.agency.name}
        </a>{' '}
        · <a href={`/portals/${encodeURIComponent(view.portal.id)}`}>{view.portal.name}</a> ·{' '}
        {FINDING_STATE_NAMES[finding.state]}
        ，首次发现 {moment(finding.firstSeen)}
      </p>
      {finding.downgraded && (
        <p class="note">机器没有把它算作不符合：{finding.downgraded.because}</p>
      )}
      <div class="beside">
        <div>
          {finding.ask && <p class="ask">请判断：{finding.ask}</p>}
          <DecisionPanel view={view} viewer={viewer} queue={queue} />
          <section class="card">
            <h2>检查依据</h2>
            {check ? (
              <>
                <p>
                  <a href={`/checks/${check.id}`}>{check.title}</a>：{check.question}
                </p>
                <ul class="plain">
                  {check.basis.map((one) => (
                    <li>
                      {one.document} {one.clause}
                    </li>
                  ))}
                </ul>
              </>
            ) : (
              <p>检查项 {finding.check}（本版本已无此项）</p>
            )}
            {facts.length > 0 && (
              <details>
                <summary>机器读到的事实</summary>
                <dl>
                  {facts.map(([key, value]) => (
                    <>
                      <dt>{factName(key)}</dt>
                      <dd>{factText(value)}</dd>
                    </>
                  ))}
                </dl>
              </details>
            )}
          </section>
          {finding.pages.length > 1 && (
            <section class="card">
              <details>
                <summary>涉及 {finding.pages.length} 个页面</summary>
                <ul class="plain">
                  {finding.pages.map((url) => (
                    <li class="url">
                      <SiteLink url={url} />
                    </li>
                  ))}
                </ul>
              </details>
            </section>
          )}
          <section class="card">
            <h2>影响的得分</h2>
            {view.priced.length === 0 ? (
              <p>当前体系（{view.frame.scheme.title}）没有按这条发现计分。</p>
            ) : (
              <ul class="plain">
                {view.priced.map((one) => (
                  <li>
                    <a
                      href={`/agencies/${encodeURIComponent(view.agency.id)}/indicators/${encodeURIComponent(one.indicator.id)}${frameQuery(view.frame)}`}
                    >
                      {one.indicator.path.join(' › ')}
                    </a>
                    ：<code>{one.criterion.arithmetic}</code>
                  </li>
                ))}
              </ul>
            )}
          </section>
        </div>
        <div>
          {view.evidence.map((one, index) => {
            const span = spanOf(one.locator)
            const frame = `/captures/${encodeURIComponent(one.capture)}/page${span ? `?at=${span[0]}-${span[1]}#mingcha-mark` : ''}`
            return (
              <section class="card evidence">
                <h2>证据 {index + 1}</h2>
                <blockquote>
                  {one.context ? (
                    <>
                      <span class="around">…{one.context.before}</span>
                      <mark>{one.context.cited || one.quote}</mark>
                      <span class="around">{one.context.after}…</span>
                    </>
                  ) : (
                    <mark>{one.quote}</mark>
                  )}
                </blockquote>
                <dl class="tight">
                  <dt>地址</dt>
                  <dd class="url">
                    <SiteLink url={one.url} />
                  </dd>
                  <dt>访问</dt>
                  <dd>
                    {moment(one.capturedAt)}，{one.status}
                  </dd>
                  <dt>位置</dt>
                  <dd>{span ? `存档页面第 ${span[0] + 1}–${span[1]} 个字符` : '整个页面'}</dd>
                  <dt>指纹</dt>
                  <dd>
                    <code>{one.sha256.slice(0, 16)}…</code>
                  </dd>
                </dl>
                {one.screenshot && (
                  <a href={`/screenshots/${one.screenshot}`}>
                    <img
                      src={`/screenshots/${one.screenshot}`}
                      alt={`证据 ${index + 1} 的页面截图，引用处已框出`}
                    />
                  </a>
                )}
                <details open={index === 0 && !one.screenshot}>
                  <summary>存档页面（已去除脚本与外链）</summary>
                  <iframe
                    sandbox=""
                    src={frame}
                    title={`证据 ${index + 1} 的存档页面`}
                    loading="lazy"
                    referrerpolicy="no-referrer"
                  />
                </details>
              </section>
            )
          })}
        </div>
      </div>
    </>
  )
}

function DecisionPanel(props: {
  readonly view: FindingPageView
  readonly viewer: Viewer
  readonly queue: string
}) {
  const { view, viewer, queue } = props
  const { finding, check } = view
  const decidedText = (name: string): string => {
    const outcome = check?.outcomes[name]
    return outcome ? outcomeText(outcome, finding.subject) : name
  }
  const others = Object.entries(check?.outcomes ?? {}).filter(([name]) => name !== finding.outcome)
  return (
    <section class="card decide">
      <h2>人工结论</h2>
      {view.history.length > 0 && (
        <ol class="history">
          {view.history.map((one) => (
            <li>
              {moment(one.at)} {one.by}：
              {one.outcome === 'exempt'
                ? '豁免'
                : one.outcome === finding.outcome
                  ? '认可机器结论'
                  : `改为：${decidedText(one.outcome)}`}
              。理由：{one.reason}
            </li>
          ))}
        </ol>
      )}
      {viewer.mayDecide ? (
        <form method="post" action={`/findings/${finding.id}/decisions${queue}`}>
          <input type="hidden" name="_csrf" value={viewer.csrf} />
          <fieldset>
            <legend>您认为</legend>
            <label class="choice">
              <input type="radio" name="outcome" value={finding.outcome} required />
              机器说得对
            </label>
            {others.map(([name, outcome]) => (
              <label class="choice">
                <input type="radio" name="outcome" value={name} />
                <span>
                  应为 <VerdictBadge verdict={outcome.verdict} />{' '}
                  {outcomeText(outcome, finding.subject)}
                </span>
              </label>
            ))}
            <label class="choice">
              <input type="radio" name="outcome" value="exempt" />
              豁免：这条不适用于该单位，既不得分也不失分
            </label>
          </fieldset>
          <label class="block">
            理由（必填，会留痕）
            <textarea name="reason" rows={3} required maxLength={2000} />
          </label>
          <div class="row">
            <button type="submit">记下结论</button>
            {view.next && (
              <a class="button quiet" href={`/findings/${view.next}${queue}`} data-keys="next">
                {finding.decision === null ? '跳过，看下一条' : '看下一条'}
              </a>
            )}
          </div>
          <p class="meta">结论只追加、不修改；机器的原结论始终保留。</p>
        </form>
      ) : (
        <p>您的账号只能查看，不能下结论。</p>
      )}
    </section>
  )
}

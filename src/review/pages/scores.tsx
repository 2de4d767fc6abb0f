/** Ranking, one agency's card, one indicator with the arithmetic of every line. */
import { resultsText, type Tally } from '#scoring/tally'
import type { AgencyView, IndicatorView, RankingView } from '../views.ts'
import { CRITERION_STATE, INDICATOR_STATE, moment, RUN_STATE, score } from '../words.ts'
import {
  Crumbs,
  frameQuery,
  Range,
  RangeBar,
  SchemePicker,
  Scroll,
  VerdictBadge,
} from './layout.tsx'

export function RankingPage({ view }: { readonly view: RankingView }) {
  const keep = frameQuery(view.frame)
  return (
    <>
      <h1>排名</h1>
      <p class="lead">
        {view.frame.scheme.title}，截至 {view.frame.asOf}。
        {view.pointless
          ? '原文没有印分值：写“—”的不是 0 分，结果只列为逐条的答案，不折成分数、名次或等次'
          : '深色为已定得分，浅色为还可能达到的区间'}
        {view.notRuled > 0 &&
          `；其中 ${score(view.notRuled)} 分的评分规则在来源文件中缺失，不给满分也不给零分`}
        。
      </p>
      <SchemePicker
        schemes={view.frame.schemes}
        current={view.frame.scheme.id}
        asOf={view.frame.asOf}
      >
        {view.groups.length > 0 && (
          <label>
            分组
            <select name="group">
              <option value="">全部</option>
              {view.groups.map((group) => (
                <option value={group ?? ''} selected={group === view.group}>
                  {group}
                </option>
              ))}
            </select>
          </label>
        )}
      </SchemePicker>
      {view.strangers ? (
        <p class="empty">
          名录里没有一个单位属于这个体系的分组，所以没有按它计分。请换一个指标体系，或核对名录的分组一列。
        </p>
      ) : view.rows.length === 0 ? (
        <p class="empty">
          还没有得分。先扫描网站：<code>mingcha scan --portals 名单.csv</code>
          ，完成后这里会出现排名。
        </p>
      ) : (
        <Scroll label="排名表">
          <table>
            <thead>
              <tr>
                <th scope="col">名次</th>
                <th scope="col">单位</th>
                <th scope="col" class="num">
                  已定得分
                </th>
                <th scope="col" class="wide">
                  区间
                </th>
                <th scope="col" class="num">
                  最低 – 最高
                </th>
                <th scope="col" class="num">
                  {view.pointless ? '已定条数' : '机器测定'}
                </th>
                {view.pointless && <th scope="col">各条结果</th>}
                {view.graded && <th scope="col">等次</th>}
                <th scope="col" class="num">
                  待核查
                </th>
              </tr>
            </thead>
            <tbody>
              {view.rows.map((row) => (
                <tr>
                  <td class="rank">{row.rank ?? '—'}</td>
                  <th scope="row">
                    <a href={`/agencies/${encodeURIComponent(row.agency.id)}${keep}`}>
                      {row.agency.name}
                    </a>
                    {row.agency.group && <small> {row.agency.group}</small>}
                  </th>
                  <ScoreCells settled={row.settled} range={row.range} max={row.maxScore} />
                  <td class="num">
                    {row.machine
                      ? `${score(row.machine.score)} / ${score(row.machine.maxScore)}`
                      : row.tally.settled}
                  </td>
                  {view.pointless && <td>{resultsText(row.tally)}</td>}
                  {view.graded && <td>{row.grade ?? '未定'}</td>}
                  <td class="num">
                    {row.openFindings > 0 ? (
                      <a href={`/findings?agency=${encodeURIComponent(row.agency.id)}`}>
                        {row.openFindings} 条
                      </a>
                    ) : (
                      '无'
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </>
  )
}

/** Settled score, bar and range of a table row; dashes where the table prints no points. */
function ScoreCells(props: {
  readonly settled: number | null
  readonly range: readonly [number, number] | null
  readonly max: number | null
}) {
  const { settled, range, max } = props
  if (settled === null || range === null)
    return (
      <>
        <td class="num">—</td>
        <td class="wide">—</td>
        <td class="num">—</td>
      </>
    )
  return (
    <>
      <td class="num strong">{score(settled)}</td>
      <td class="wide">
        <RangeBar settled={settled} range={range} max={max} />
      </td>
      <td class="num">
        <Range range={range} />
      </td>
    </>
  )
}

/** What stands where points would, in a table that prints none. */
function AnswerCards({ tally }: { readonly tally: Tally }) {
  return (
    <section class="card" aria-label="结果">
      <p>原文没有印分值：不计分、不排名，也不划等次。</p>
      <dl>
        <dt>已定</dt>
        <dd>{tally.settled} 条</dd>
        <dt>各条结果</dt>
        <dd>{resultsText(tally)}</dd>
        <dt>待定</dt>
        <dd>{tally.open + tally.notRuled} 条</dd>
        <dt>不适用</dt>
        <dd>{tally.notApplicable} 条</dd>
      </dl>
    </section>
  )
}

function PointCards({ card }: Pick<AgencyView, 'card'>) {
  return (
    <>
      <section class="card" aria-label="得分">
        <p class="figure">
          {score(card.settled)}
          <small> / {card.maxScore === null ? '无分值' : score(card.maxScore)} 已定</small>
        </p>
        <RangeBar settled={card.settled} range={card.range} max={card.maxScore} />
        <p>
          还可能：
          <Range range={card.range} />
          {card.rank !== null && `；现列第 ${card.rank} 名`}
        </p>
        {card.gradeBecause !== undefined && (
          <p>
            等次：{card.grade ?? '未定'}（{card.gradeBecause}）
          </p>
        )}
      </section>
      <section class="card" aria-label="构成">
        <dl>
          <dt>机器测定</dt>
          <dd>
            {score(card.machine.score)} / {score(card.machine.maxScore)} 分
          </dd>
          <dt>规则原文缺失</dt>
          <dd>{score(card.notRuled)} 分</dd>
          <dt>不适用</dt>
          <dd>{score(card.notApplicable)} 分</dd>
          <dt>加分 / 扣分</dt>
          <dd>
            {score(card.bonus)} / {score(card.deductions)}
          </dd>
          {card.converted && (
            <>
              <dt>折算</dt>
              <dd>
                {score(card.converted.score)}（{card.converted.rule}）
              </dd>
            </>
          )}
        </dl>
      </section>
    </>
  )
}

export function AgencyPage({ view }: { readonly view: AgencyView }) {
  const { card, frame } = view
  const keep = frameQuery(frame)
  const top = [...new Set(card.indicators.map((one) => one.path[0] ?? ''))]
  return (
    <>
      <Crumbs links={[[`/${keep}`, '排名']]} here={view.agency.name} />
      <h1>{view.agency.name}</h1>
      <div class="cards">
        {view.pointless ? <AnswerCards tally={view.tally} /> : <PointCards card={card} />}
        <section class="card" aria-label="网站">
          <ul class="plain">
            {view.portals.map(({ portal, run }) => (
              <li>
                <a href={`/portals/${encodeURIComponent(portal.id)}`}>{portal.name}</a>
                <br />
                <small>
                  {run ? `${moment(run.startedAt)} 扫描，${RUN_STATE[run.state]}` : '尚未扫描'}
                </small>
              </li>
            ))}
          </ul>
          <p>
            <a href={`/findings?agency=${encodeURIComponent(view.agency.id)}`}>待核查的发现</a>
          </p>
        </section>
      </div>
      {top.map((level) => (
        <section class="level">
          <h2>{level}</h2>
          <Scroll label={`${level}指标表`}>
            <table>
              <thead>
                <tr>
                  <th scope="col">指标</th>
                  <th scope="col" class="num">
                    分值
                  </th>
                  <th scope="col" class="num">
                    已定
                  </th>
                  <th scope="col" class="wide">
                    区间
                  </th>
                  <th scope="col" class="num">
                    最低 – 最高
                  </th>
                  <th scope="col">状态</th>
                </tr>
              </thead>
              <tbody>
                {card.indicators
                  .filter((one) => (one.path[0] ?? '') === level)
                  .map((one) => (
                    <tr>
                      <th scope="row">
                        <a
                          href={`/agencies/${encodeURIComponent(view.agency.id)}/indicators/${encodeURIComponent(one.id)}${keep}`}
                        >
                          {one.path.slice(1).join(' › ') || level}
                        </a>
                      </th>
                      <td class="num">{one.maxScore === null ? '—' : score(one.maxScore)}</td>
                      <ScoreCells
                        settled={view.pointless ? null : one.settled}
                        range={view.pointless ? null : one.range}
                        max={one.maxScore}
                      />
                      <td>
                        <span class={`state ${one.state}`}>{INDICATOR_STATE[one.state]}</span>
                      </td>
                    </tr>
                  ))}
              </tbody>
            </table>
          </Scroll>
        </section>
      ))}
    </>
  )
}

export function IndicatorPage({ view }: { readonly view: IndicatorView }) {
  const { indicator, rule } = view
  const keep = frameQuery(view.frame)
  const name = indicator.path.join(' › ')
  return (
    <>
      <Crumbs
        links={[
          [`/${keep}`, '排名'],
          [`/agencies/${encodeURIComponent(view.agency.id)}${keep}`, view.agency.name],
        ]}
        here={indicator.path.at(-1) ?? indicator.id}
      />
      <h1>{name}</h1>
      <p class="lead">
        {view.agency.name}：
        {view.pointless ? (
          '原文没有印分值，不计分。'
        ) : (
          <>
            已定 {score(indicator.settled)}
            {indicator.maxScore !== null && ` / ${score(indicator.maxScore)}`} 分，还可能{' '}
            <Range range={indicator.range} />。
          </>
        )}{' '}
        出处：{rule.ref.document}
        {rule.ref.annex && ` ${rule.ref.annex}`}
        {rule.ref.row !== null && `第 ${rule.ref.row} 行`}。
      </p>
      {rule.note && <p class="note">{rule.note}</p>}
      {indicator.zeroed && <p class="note bad">本指标计零：{indicator.zeroed.because}</p>}
      {indicator.openZeroNotes.map((one) => (
        <p class="note">尚未有人回答的清零条款：{one.label}</p>
      ))}
      <ol class="criteria">
        {indicator.criteria.map((one) => (
          <li class="card">
            <h2>
              {one.summary}
              {one.origin === 'local' && <span class="state local">本地规则</span>}
            </h2>
            <p class="sum">
              <span class={`state ${one.state}`}>{CRITERION_STATE[one.state]}</span>
              <code>{one.arithmetic}</code>
            </p>
            <p>{one.because}</p>
            {one.reason && <p class="note">本地规则：{one.reason}</p>}
            {one.ask && one.state === 'open' && <p class="ask">待人回答：{one.ask}</p>}
            {one.proposal && <p>机器提示：{one.proposal}</p>}
            {one.decision && (
              <p>
                {one.decision.by} 评定为“{one.decision.outcome}”：{one.decision.reason}
              </p>
            )}
            {one.findings.length > 0 && (
              <ul class="findings">
                {one.findings.map((id) => {
                  const line = view.findings[id]
                  return line ? (
                    <li>
                      <VerdictBadge verdict={line.verdict} />
                      <a href={`/findings/${id}${keep}`}>{line.message}</a>
                    </li>
                  ) : null
                })}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </>
  )
}

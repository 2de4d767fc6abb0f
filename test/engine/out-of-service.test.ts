/** Words of services that do not work now, and words that only look like them. */
import { describe, expect, it } from 'vitest'
import { OUT_OF_SERVICE_NEXT, outOfService } from '../../src/engine/out-of-service.ts'

describe('words that a service does not work now', () => {
  it.each([
    ['系统升级维护，农药登记查询功能暂停使用，敬请谅解。', '暂停使用'],
    ['查询系统正在升级，请稍后再试', '正在升级'],
    ['留言系统已关闭', '已关闭'],
    ['写信功能停用', '停用'],
    ['因设备故障，暂时无法提供查询服务', '故障，暂时无法提供查询服务'],
    ['查询功能完善中', '功能完善中'],
    ['该查询暂未开通', '暂未开通'],
    ['页面建设中……', '建设中'],
    ['在线咨询暂不开放', '暂不开放'],
    ['敬请期待', '敬请期待'],
  ])('%s', (words, said) => expect(outOfService(words)).toBe(said))

  it.each([
    '系统每日22:00至次日6:00暂停服务',
    '人工客服夜间暂停服务',
    '地址：市信息化建设中心三楼',
    '支持开发中小企业的贷款',
    '建设中国特色社会主义',
    '逾期无法受理',
    '答复库正在完善中',
    '未开通的账户请到窗口办理',
    '查询结果仅供参考',
  ])('nothing of the kind: %s', (words) => expect(outOfService(words)).toBeNull())

  it('follows the name of the thing itself, not of another one', () => {
    expect(OUT_OF_SERVICE_NEXT.test('功能维护中，暂停使用')).toBe(true)
    expect(OUT_OF_SERVICE_NEXT.test('（系统暂停使用）')).toBe(true)
    expect(OUT_OF_SERVICE_NEXT.test('，也可到现场提交。短信提醒功能暂停使用')).toBe(false)
  })
})

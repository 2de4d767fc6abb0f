/** Every outcome of `interaction/logins-several` from a small site that gives it. */
import { loginsSeveral } from '#checks/interaction/logins-several'
import { testCheck } from '../../support/check-kit.ts'
import { SiteViewBuilder } from '../../support/site-view-builder.ts'

const S = '登录入口'
const site = () => new SiteViewBuilder()

testCheck(loginsSeveral, {
  one: [
    {
      shows: 'two entries to the province’s one login',
      site: site()
        .target('https://zwfw.example-province.gov.cn/login', [200], { text: '登录' })
        .target('https://zwfw.example-province.gov.cn/reg', [200], { text: '登录/注册' }),
      expect: { [S]: 'one' },
    },
    {
      shows: 'the editors’ own way in and petitions do not count',
      site: site()
        .target('/user/login', [200], { text: '用户登录' })
        .target('http://xf.example.gov.cn/xinfang/登录', [200], { text: '信访登录' })
        .target('/admin/', [200], { text: '后台登录' }),
      expect: { [S]: 'one' },
      facts: { [S]: { count: 1 } },
    },
  ],
  several: [
    {
      shows: 'the portal’s own centre of users and the province’s',
      site: site()
        .target('https://zwfw.example-province.gov.cn/login', [200], { text: '登录' })
        .target('/login/index.html', [200], { text: '个人中心登录' }),
      expect: { [S]: 'several' },
    },
    {
      shows: 'the province’s and one of its own',
      site: site()
        .target('https://zwfw.example-province.gov.cn/login', [200], { text: '登录' })
        .target('/hd/login', [200], { text: '用户登录' }),
      expect: { [S]: 'several' },
      facts: { [S]: { number: 2 } },
    },
  ],
  'none-seen': {
    shows: 'an article about logging in',
    site: site().target('/dt/1.html', [200], { text: '我市政务服务网新增刷脸登录功能' }),
    expect: { [S]: 'none-seen' },
  },
})

/** Leave-site prompts, floating windows and advertising in markup, and what only looks like them. */
import { describe, expect, it } from 'vitest'
import { readText } from './read.ts'

const read = (body: string) =>
  readText(
    `<html><body><h1>蓝河市林业局</h1>${body}<p>${'正文内容如下。'.repeat(20)}</p></body></html>`,
  ).furniture ?? null

/** What it carries; null where there is nothing to tell but that its scripts were read. */
const furniture = (body: string) => {
  const found = read(body)
  return found === null ||
    (found.leavePrompt === null && found.floats.length + found.adverts.length === 0)
    ? null
    : found
}

describe('脚本都读到了', () => {
  it.each([
    '',
    '<script>var a=1</script>',
    '<script id="_jiucuo_" sitecode="1" src="https://zfwzgl.www.gov.cn/exposure/jiucuo.js"></script>',
    '<script src="/system/resource/js/counter.js"></script>',
    '<script src="/js/jquery.min.js"></script>',
    '<script src="../js/jquery-1.12.4.min.js?v=2"></script>',
    '<script src="/js/jquery.SuperSlide.2.1.3.js"></script>',
    '<script>$("a").click(function(){return confirm("您访问的链接即将离开本网站，是否继续？")})</script>',
    `<script>document.write(unescape("%3Cspan id='_ideConac'%3E%3C/span%3E%3Cscript src='http://dcs.conac.cn/js/1.js'%3E%3C/script%3E"))</script>`,
  ])('%s', (body) => {
    expect(read(body)?.readWhole).toBe(true)
  })

  it('自己的代码接管点击的，另外记着', () => {
    const clicks = (code: string) => read(`<script>${code}</script>`)?.clicks
    expect(clicks('$(".fj a").click(function(){window.open(this.id)})')).toBe(true)
    expect(clicks('document.addEventListener("click",function(e){})')).toBe(true)
    expect(clicks('var a=1')).toBeUndefined()
    const asks = 'return confirm("您访问的链接即将离开本网站，是否继续？")'
    expect(clicks(`$("a").click(function(){${asks}})`)).toBeUndefined()
    expect(clicks(`$("a").click(function(){$("#ewm").show();${asks}})`)).toBe(true)
  })

  it.each([
    '<script src="/js/common.js"></script>',
    '<script src="/js/jquery.main.js"></script>',
    '<script src="/jquery/page.js"></script>',
    '<script>var s=document.createElement("script");s.src="/js/tc.js"</script>',
    '<script>$.getScript("/js/tc.js")</script>',
    '<script>$("#foot").load("/public/foot.html")</script>',
    '<script>jQuery.get("/public/foot.html", function (a) { $("#foot").html(a) })</script>',
    '<script>function go(a){return confirm("该网站不是政府网站，是否继续访问？")}</script>',
    '<script>document.write("<script src=/js/tc.js><\\/script>")</script>',
  ])('没有读到的脚本：%s', (body) => {
    expect(read(body)?.readWhole).toBeUndefined()
  })
})

describe('离站提示', () => {
  it.each([
    '<script>layer.confirm("您访问的链接即将离开“蓝河市林业局”门户网站，是否继续？")</script>',
    '<a href="http://a.example.com" onclick="return confirm(\'您即将离开本网站，确定吗？\')">链接</a>',
    '<div id="leaveDialog"><p>您将离开本站，前往其他网站</p></div>',
    '<div style="display:none"><p>您即将离开本网站，是否继续</p></div>',
    '<div class="dialog"><p>您正在离开本网站</p></div>',
    '<div class="dialog"><p>是否离开当前网站？</p></div>',
    '<div class="dialog"><p>离开本站提示：下面是其他单位的网站</p></div>',
  ])('%s', (body) => {
    expect(furniture(body)?.leavePrompt?.quote).toContain('离开')
  })

  it.each([
    '<div style="display:none"><p>您访问的链接不属于本网站，是否继续访问？</p></div>',
    '<div class="tips"><p>您点击的是外部链接，是否继续访问？</p></div>',
    '<div class="tips"><p>即将打开外部链接，按确定继续</p></div>',
    '<div class="tips"><p>将要访问的网站不属于政府网站，确认后继续</p></div>',
    '<script>var tip="点击确定将访问第三方网站，取消则不再继续"</script>',
  ])('不说离开的：%s', (body) => {
    expect(furniture(body)?.leavePrompt?.quote).toContain('继续')
  })

  it.each([
    '<script>/* layer.confirm("您访问的链接即将离开“蓝河市林业局”门户网站，是否继续？") */</script>',
    '<!-- <div class="dialog"><p>您即将离开本网站，是否继续</p></div> -->',
  ])('注释里的不起作用：%s', (body) => {
    expect(furniture(body)).toBeNull()
  })

  it('正文里说离开某地的不算', () => {
    expect(furniture('<p>您即将离开我县，欢迎再来做客。</p>')).toBeNull()
  })
})

const window = (more: string, inside = '') =>
  `<div ${more}><a href="/zph.html"><img src="zph.jpg" alt="招聘会"></a>${inside}</div>`

/** A box over the page that `close` is to shut, with what its scripts say. */
const shut = (close: string, code: string) =>
  `${window('id="ad_left" style="position:absolute;left:5px"', close)}<script>${code}</script>`
const HIDES =
  '<script>function hideAd(){document.getElementById("floatAd").style.display="none"}</script>'

describe('飘窗', () => {
  it.each([
    [
      '<a href="javascript:shutAd()">关闭</a>',
      'function shutAd(){document.getElementById("ad_left2").style.display="none"}',
    ],
    ['<span onclick="$(\'#ad_r\').hide()">×</span>', 'var one=1'],
    ['<span onclick="shutAd()">×</span>', 'function other(){}'],
    ['<span class="gb">×</span>', 'var one=1'],
    ['<span class="gb">×</span>', '$(".cls").click(function(){$("#yd").hide()})'],
    ['<b onclick="$(\'#ad_l\').hide()">关闭</b>', '$(".menu").click(function(){$("#tip").hide()})'],
  ])('关不掉：%s %s', (close, code) => {
    expect(furniture(shut(close, code))?.floats).toMatchObject([{ closable: false }])
  })

  it.each([
    [
      '<a href="javascript:shutAd()">关闭</a>',
      'function shutAd(){document.getElementById("ad_left").style.display="none"}',
    ],
    [
      '<a href="javascript:shutAd()">关闭</a>',
      'function shutAd(){$("#ad_left2").hide()} document.write("<div id=ad_left2></div>")',
    ],
    ['<span class="gb">×</span>', '$(".box .gb").on("click",function(){$("#ad_left").hide()})'],
    [
      '<span class="gb">×</span>',
      '$(document).on("click",".gb",function(){$(this).parent().hide()})',
    ],
    ['<span onclick="this.parentNode.remove()">×</span>', 'var one=1'],
    [
      '<span onclick="shutAd(this)">×</span>',
      'function shutAd(one){one.parentNode.style.display="none"}',
    ],
  ])('关得掉：%s %s', (close, code) => {
    expect(furniture(shut(close, code))?.floats ?? []).not.toMatchObject([{ closable: false }])
  })

  it('自己的脚本让它飘', () => {
    const drift =
      '<script>var d=document.getElementById("pf");setInterval(function(){d.style.left=(x++)+"px"},30)</script>'
    const found = furniture(window('id="pf" style="position:absolute"') + drift)
    expect(found?.floats).toMatchObject([{ closable: false, moved: true }])
  })

  it('绝对定位、没有关闭按钮', () => {
    const found = furniture(window('id="piaochuang" style="position:absolute;top:9px"'))
    expect(found?.floats).toMatchObject([{ quote: '招聘会', closable: false }])
  })

  it.each([
    `${window('id="floatAd" style="position:fixed"', '<span onclick="hideAd()">关闭</span>')}${HIDES}`,
    `${window('id="ad_float"')}<script>var d=document.getElementById("ad_float");function c(){d.style.display="none"}</script>`,
  ])('能关闭：%s', (body) => {
    expect(furniture(body)?.floats).toMatchObject([{ closable: true }])
  })

  it.each([
    `${window('id="ad1"')}<script src="/js/ad.js"></script><script>var ad=new AdMove("ad1");ad.Run();</script>`,
    `${window('id="gg"')}<script>$('#gg').floatAd({speed:3})</script>`,
    `${window('id="ad" style="position:absolute"')}<script>floatMove("ad")</script>`,
  ])('交给外面的移动脚本：%s', (body) => {
    expect(furniture(body)?.floats).toMatchObject([{ quote: '招聘会', closable: false }])
  })

  it('没有文字的飘窗，引文是它标记里有的名字', () => {
    const floats = furniture(
      '<div id="pf" class="pf"><a href="/zt/"><img src="/a.jpg"></a></div><script>setInterval(function(){document.getElementById("pf").style.left=x+"px"},30)</script>',
    )?.floats
    expect(floats?.map(({ quote }) => quote)).toEqual(['pf'])
  })

  it('移动的是别的框：不是飘窗', () => {
    const other = `${window('id="banner"')}<div id="ad1"></div><script>new AdMove("ad1").Run()</script>`
    expect(furniture(other)).toBeNull()
  })

  it('脚本让它四处移动的，叫什么名字都是飘窗', () => {
    const moved = `${window('id="ad" style="position:absolute"')}<script>function m(){var a=document.getElementById("ad");a.style.left=x+"px"}setInterval(m,30)</script>`
    expect(furniture(moved)?.floats).toMatchObject([{ quote: '招聘会', closable: false }])
  })

  it('叫广告、固定在页面上的，不动也是飘窗', () => {
    const fixed = (inside = '') =>
      window('id="ad1" style="position:fixed;left:10px;bottom:80px"', inside)
    expect(furniture(fixed())?.floats).toMatchObject([{ quote: '招聘会', closable: false }])
    const signed = fixed('<a href="javascript:;">关闭</a>')
    expect(furniture(signed)?.floats).toMatchObject([{ closable: false }])
    const unread = `${signed.replace('<a href="javascript', '<a class="close" href="javascript')}<script src="/js/main.js"></script>`
    expect(furniture(unread)?.floats).toMatchObject([{ closable: true }])
  })

  it.each([
    '<div id="ad1" style="position:fixed"><a href="/znwd/"><img src="a.png" alt="智能问答"></a></div>',
    '<div id="ad1" style="position:fixed"><a href="#"><img src="a.png" alt="回到上面"></a></div>',
    '<div id="ad1" style="position:fixed"><a href="/a/"><img src="a.png"></a><a href="/b/">邮寄</a></div>',
    window('id="ad1" style="position:fixed;top:0;width:100%"'),
    window('id="ad1" style="position:absolute;top:0"'),
    window('id="ad1"'),
  ])('固定着的别的框不是飘窗：%s', (body) => {
    expect(furniture(body)).toBeNull()
  })

  it.each([
    `${window('id="banner" style="position:absolute"')}<script>setInterval(next,3000);$("#banner").show()</script>`,
    window('class="float-right" style="position:absolute"'),
    window('class="floatbox"'),
    '<div id="float_tool" style="position:fixed"><a href="#top"><img src="top.png"></a></div>',
    '<div id="piaochuang" style="position:fixed">没有链接也没有图片</div>',
    '<div class="clearfix float"><a href="/a.html"><img src="a.jpg"></a></div>',
  ])('不是飘窗：%s', (body) => {
    expect(furniture(body)).toBeNull()
  })
})

const drifting = (what: string) =>
  `setInterval(function(){${what}.style.left=(x++)+"px";${what}.style.top=(y++)+"px"},30)`

describe('别的写法的飘窗', () => {
  it.each([
    `<script>var d=document.createElement("div");d.style.position="fixed";d.innerHTML='<a href="/zt/"><img src="/p.gif" alt="招聘会"></a>';document.body.appendChild(d);${drifting('d')}</script>`,
    `<script>document.write('<div id="w" style="position:absolute"><a href="/zt/"><img src="/p.gif" alt="招聘会"></a></div>');setInterval(function(){document.getElementById("w").style.left=x},10)</script>`,
    `<script>$("body").append("<div class='pc' style='position:fixed'><a href='/zt/'><img src='/p.gif' alt='招聘会'></a></div>");function go(){$(".pc").animate({left:Math.random()*800,top:50},3000,go)}</script>`,
    `<table id="ggw" style="position:absolute"><tr><td><a href="/zt/"><img src="a.jpg" alt="招聘会"></a></td></tr></table><script>var t=document.getElementById("ggw");${drifting('t')}</script>`,
    `<a href="/zt/"><img id="pi" src="a.gif" alt="招聘会" style="position:absolute"></a><script>var i=document.getElementById("pi");${drifting('i')}</script>`,
    window('class="pw"') +
      `<style>.pw{position:fixed;z-index:9}</style><script>var q=$(".pw")[0];${drifting('q')}</script>`,
    window('id="fly" style="position:fixed;animation:fly 20s linear infinite"') +
      '<style>@keyframes fly{from{left:0;top:0}to{left:900px;top:500px}}</style>',
    `${window('id="pm" style="position:fixed"')}<script>function r(){k++;document.getElementById("pm").style.transform="translate("+k+"px,9px)";requestAnimationFrame(r)}</script>`,
  ])('%s', (body) => {
    expect(furniture(body)?.floats).toMatchObject([
      { quote: '招聘会', closable: false, moved: true },
    ])
  })

  it('点开前先问一句的，不是关闭', () => {
    const body = `<div id="af" style="position:absolute"><a href="http://www.a.com/" onclick="return confirm('是否离开？')"><img src="a.jpg" alt="招聘会"></a></div><script>var d=document.getElementById("af");${drifting('d')}</script>`
    expect(furniture(body)?.floats).toMatchObject([{ closable: false, moved: true }])
  })

  it.each([
    window('style="position:fixed;left:0;top:0;width:100%;height:100%" id="mask"'),
    `${window('id="fl" style="position:absolute"')}<script>setInterval("moveFloat()",30)</script>`,
    `${window('id="floatAdv"')}<script src="/js/floatAdv.js"></script>`,
    '<div id="float1" style="position:fixed"><a href="/zt/">招聘会</a></div>',
  ])('不知道动不动的：%s', (body) => {
    const [float] = furniture(body)?.floats ?? []
    expect(float).toMatchObject({ quote: '招聘会', closable: false })
    expect(float?.moved ?? float?.still).toBeUndefined()
  })

  it('只是固定在页面上的一张图，另外记着', () => {
    const style = '<style>.xf{position:fixed;right:9px}</style>'
    expect(furniture(window('class="xf"') + style)?.floats).toMatchObject([{ still: true }])
    expect(furniture(window('id="box" style="position:fixed"'))?.floats).toMatchObject([
      { still: true },
    ])
  })

  it.each([
    `${window('class="xf" style="position:fixed"', '<div class="rel_btn_close">x</div>')}<script src="/js/main.js"></script>`,
    `${window('class="xf" style="position:fixed"', '<b class="gb">关闭</b>')}<script>$(".gb").click(function(){$(".xf").hide()})</script>`,
    `<div id="piao" style="position:absolute"><img src="/x.png" onclick="hidePiao()"><a href="/zt/"><img src="a.jpg"></a></div><script>var p=piao;function hidePiao(){p.style.display="none"}${drifting('p')}</script>`,
    `${window('id="pm" style="position:fixed"')}<script>var p=pm;${drifting('p')}setTimeout(function(){$("#pm").css({"display":"none"})},9)</script>`,
    `<script>var d=document.createElement("div");d.style.position="fixed";d.innerHTML='<a href="/zt/"><img src="/p.gif"></a><b onclick="this.parentNode.remove()">关闭</b>';${drifting('d')}</script>`,
  ])('能关闭：%s', (body) => {
    expect(furniture(body)?.floats.map(({ closable }) => closable)).toEqual([true])
  })

  it.each(['<div class="rel_btn_close">x</div>', '<a href="#">关闭</a>', '<span>×</span>'])(
    '写着关闭，点了没有反应：%s',
    (sign) => {
      const [float] = furniture(window('class="xf" style="position:fixed"', sign))?.floats ?? []
      expect(float).toMatchObject({ closable: false })
      expect(float?.still).toBeUndefined()
    },
  )

  it.each([
    '<div id="slides" style="position:absolute"><a href="/1"><img src="1.jpg" alt="甲"></a><a href="/2"><img src="2.jpg" alt="乙"></a></div><script>var s=document.getElementById("slides");setInterval(function(){s.style.left=-n*600+"px"},3000)</script>',
    '<div id="demo"><a href="/1"><img src="1.jpg" alt="甲"></a></div><script>var demo=document.getElementById("demo");setInterval(function(){demo.scrollLeft++},30)</script>',
    '<style>.logo{position:absolute;left:9px}</style><div class="logo"><a href="/"><img src="/logo.png" alt="蓝河市林业局"></a></div>',
    '<div id="fixedbar" style="position:fixed"><a href="/zn"><img src="a.png" alt="智能问答"></a><a href="#"><img src="b.png" alt="返回顶部"></a></div>',
  ])('不是飘窗：%s', (body) => {
    expect(furniture(body)).toBeNull()
  })
})

describe('广告的言语', () => {
  const one = (body: string) => furniture(body)?.adverts[0]

  it.each([
    ['<a href="http://www.a-dai.com/">惠民贷 最高30万 日息万三 极速到账</a>', 'away'],
    ['<a href="https://d.a-jie.cn/a?c=7">急用钱？点我申请，额度5000-20万，无需抵押</a>', 'away'],
    ['<a href="http://www.a-jx.com/">安达驾校 学车特惠2680元 随到随学</a>', 'away'],
    ['<a href="http://www.a-jiu.com/">祥泉特曲 买二赠一 招商电话 400-0556-888</a>', 'away'],
    ['<div onclick="window.open(\'http://www.a-hf.com/\')">金色家园 开盘 首付10万起</div>', 'away'],
    [
      `<script>document.write('<a href="http://www.a-hf.com/"><img src="a.gif" alt="滨江华府 首付8万起"></a>')</script>`,
      'away',
    ],
    ['<a href="#" onclick="return false">滨江华府精装现房 首付8万起 售楼热线 致电有礼</a>', 'near'],
    ['<a href="/go?u=1"><img src="a.gif" alt="翡翠湖畔 洋房 均价7800"></a>', 'near'],
    ['<p>金色家园 盛大开盘 首付10万起 售楼电话：0700-5541234</p>', 'box'],
  ])('卖什么、多少钱：%s', (body, by) => {
    expect(one(body)).toMatchObject({ by, says: expect.arrayContaining(['goods', 'price']) })
    expect(one(body)?.says).not.toContain('public')
  })

  it.each([
    '<a href="http://www.a-b.com/">澳门新葡京</a>',
    '<a href="http://www.a-c.com/">彩票平台 注册送88元</a>',
  ])('赌博：%s', (body) => expect(one(body)?.says).toContain('shady'))

  it('年货、特产有价有电话就要问；商家自己的热线不是公益', () => {
    const says = (words: string) =>
      one(`<a href="http://www.a-mall.com/"><img src="a.jpg" alt="${words}"></a>`)?.says
    expect(says('年货大促 核桃特价 买二送一 热线4008-666-888')).toContain('public')
    expect(says('助农年货 核桃特价 买二送一 商家热线4008-666-888')).toContain('public')
    expect(says('年货大促 核桃特价 买二送一 商家热线4008-666-888')).not.toContain('public')
    expect(furniture('<a href="http://www.a-mall.com/">年货节 农产品展销</a>')).toBeNull()
  })

  it('小字标着“广告”的图片', () => {
    const body = '<div>推广</div><a href="http://www.a-jz.com/"><img src="a.jpg" alt="酒"></a>'
    expect(one(body)).toMatchObject({ quote: '推广', labelled: true, pictured: true })
  })

  it.each([
    '<p>警惕“秒到账”网贷骗局，遇到“月息低至0.3%”的贷款不要轻信，举报电话：0700-96110119</p>',
    '<a href="http://www.a-rz.com/">政银企融资服务平台 线上贷款申请</a>',
    '<a href="https://www.a-jd.com/"><img src="a.jpg" alt="家电以旧换新 补贴20% 点击领取"></a>',
    '<p>起步价7元起，服务热线 0700-1232812</p>',
    '<a href="/ly/1.htm">云泽山庄 门票80元 订票电话 0700-5541234</a>',
  ])('不是广告：%s', (body) => expect(furniture(body)).toBeNull())
})

describe('商业广告', () => {
  it.each([
    ['<script src="//cpro.baidustatic.com/cpro/ui/c.js"></script>', 'cpro.baidustatic.com'],
    ['<iframe src="https://googleads.g.doubleclick.net/pagead/ads"></iframe>', 'doubleclick.net'],
    ['<p>本版广告位招租</p>', '广告位招租'],
    [
      '<p><a href="http://www.a-estate.com/">滨江花园盛大开盘，首付五万起</a></p>',
      '滨江花园盛大开盘，首付五万起',
    ],
    ['<a href="http://www.yy.example.com/">某某男科医院哪家好</a>', '某某男科医院哪家好'],
    ['<a href="http://fp.example.com/">代开发票</a>', '代开发票'],
    [
      '<a href="http://www.a-dai.com/"><img src="x.jpg" alt="低息贷款 当天放款"></a>',
      '低息贷款 当天放款',
    ],
    ['<a href="http://www.a-garden.com/">湖景公馆开盘特惠</a>', '湖景公馆开盘特惠'],
    ['<a href="http://www.a-sf.com/">仙侠私服大全</a>', '仙侠私服大全'],
    ['<a href="https://s.click.taobao.com/t?e=2"><img src="x.jpg"></a>', 's.click.taobao.com'],
    ['<a href="http://xl.example.com/">学历提升报名</a>', '学历提升报名'],
    [
      '<a href="https://shop.a-water.com/"><img src="x.gif" alt="净水器限时特惠"></a>',
      '净水器限时特惠',
    ],
    [
      '<div><img src="lp.jpg" alt="广告"><p>【广告】滨江花园 首付8万起 购房热线 400-700-7654</p></div>',
      '【广告】滨江花园 首付8万起 购房热线 400-700-7654',
    ],
    ['<p><span>[广告]</span> 滨江花园 盛大开盘</p>', '[广告] 滨江花园 盛大开盘'],
    ['<a href="http://www.a-estate.com/"><img src="x.jpg" alt="广告"></a>', '广告'],
    [
      '<p><a href="http://www.a-car.com/">广告：车险特惠 立减500元</a></p>',
      '广告：车险特惠 立减500元',
    ],
    [
      '<a href="http://www.a-zs.com">美家装饰 全包每平米688元起 咨询热线400-800-7766</a>',
      '美家装饰 全包每平米688元起 咨询热线400-800-7766',
    ],
    [
      '<a href="http://www.a-kq.com/"><img src="x.jpg" alt="雅康口腔 种植牙3980元起"></a>',
      '雅康口腔 种植牙3980元起',
    ],
    [
      '<a href="http://www.a-cg.com/"><img src="x.jpg" alt="金星橱柜 盛大开业 进店有礼"></a>',
      '金星橱柜 盛大开业 进店有礼',
    ],
    ['<div><i>广告</i><a href="http://www.a-estate.com/"><img src="x.jpg"></a></div>', '广告'],
    [
      '<a href="http://www.a-huishou.com/">空调回收 二手家电高价上门</a>',
      '空调回收 二手家电高价上门',
    ],
  ])('%s', (body, quote) => {
    expect(furniture(body)?.adverts[0]?.quote).toBe(quote)
  })

  it.each([
    '<script src="https://hm.baidu.com/hm.js?1"></script>',
    '<p>关于开展户外广告整治的通告</p>',
    '<p>严厉查处虚假违法广告</p>',
    '<p><a href="/art/1.html">警惕“限时特惠”骗局</a></p>',
    '<p><a href="http://scjg.lanhe.gov.cn/1.html">整治“买一送一”虚假促销</a></p>',
    '<p><a href="http://www.a-bank.com/">某银行</a></p>',
    '<a href="http://www.lanhe.gov.cn/"><img src="x.jpg" alt="广告"></a>',
    '<a href="http://www.a-news.com/1.html">我市首家市民食堂开业，套餐8元起</a>',
    '<a href="http://www.people.com.cn/"><img src="x.jpg" alt="年货节大促 8元起"></a>',
    '<a href="/zt/nhj/"><img src="x.jpg" alt="年货节 8元起"></a>',
    '<a href="http://www.12371.cn/"><img src="x.jpg" alt="广告"></a>',
    '<div><img src="x.jpg" alt="广告"><a href="/zt/"><img src="y.jpg" alt="广告"></a></div>',
    '<p>【公益广告】节约用水，从我做起</p>',
    '<p>【广告】一词应当标明，便于消费者辨明</p>',
    '<p>某公司发布的【广告】写有“首付8万起、购房热线”，被处罚款</p>',
    '<p>广告 <a href="http://www.a-bank.com/">某银行</a> 审查</p>',
  ])('不是广告：%s', (body) => {
    expect(furniture(body)).toBeNull()
  })

  const row = (...words: string[]): string =>
    words.map((one, i) => `<a href="https://www.mai${i}.com/">${one}</a>`).join('')

  it('成排的各行各业链接', () => {
    const found = furniture(row('铝合金门窗', '二手办公家具回收', '苏州家教网', '网络营销专家'))
    expect(found?.adverts.map((one) => one.quote)).toEqual([
      '铝合金门窗',
      '二手办公家具回收',
      '苏州家教网',
      '网络营销专家',
    ])
  })

  it('没有关好的链接一条一条地读', () => {
    const body = row('城关小学', '实战彩票网', '广电大学').replaceAll('</a>', '<a> ')
    expect(furniture(body)?.adverts.map((one) => one.quote)).toEqual(['实战彩票网'])
  })

  it('一条赌博链接也算', () => {
    expect(furniture(row('实战彩票网'))?.adverts[0]?.quote).toBe('实战彩票网')
  })

  it.each([
    row('某市人才网', '某县新闻网'),
    row('中国福利彩票', '体彩中心'),
    row('公安机关捣毁一个跨省赌场窝点抓获二十人'),
    '<a href="http://www.cz.gov.cn/">办证指南</a>',
  ])('友情链接和新闻不算：%s', (body) => {
    expect(furniture(body)).toBeNull()
  })
})

describe('盖在页面上的小块广告', () => {
  const box = (words: string, style = 'position:absolute;right:9px;top:80px') =>
    furniture(`<p>第12路公交线路调整</p><div id="adfloat" style="${style}">${words}</div>`)
  const OFFER = '<b>东湖名邸 隆重开业</b><br>均价8600元起<br>预约看房：0700-7654321'

  it('分行写的楼盘广告', () => {
    const found = box(`<a href="javascript:void(0)">${OFFER}</a>`)
    expect(found?.adverts).toMatchObject([
      { by: 'near', says: ['goods', 'price', 'phone', 'order'] },
    ])
    expect(found?.floats).toMatchObject([{ closable: false }])
  })

  it.each([
    ['保障性住房', '人才公寓配租 月供1200元起 预约看房：0700-7654321', undefined],
    ['不卖什么', '便民服务热线：0700-7654321 欢迎预约', undefined],
    ['不是盖在页面上的', '开盘在即<br>均价8600元起<br>预约看房：0700-7654321', 'width:90px'],
  ])('%s不算', (_, words, style) => {
    expect(box(words, style)?.adverts ?? []).toEqual([])
  })
})

describe('点不开的网站地图', () => {
  const inert = (body: string) => readText(`<p>${body}</p>`).footer.sitemap?.inert ?? false

  it.each([
    '<span><a href="#">网站地图</a></span>',
    '<a href="#">关于我们</a><a href="javascript:void(0)">网站地图</a>',
  ])('%s', (body) => expect(inert(body)).toBe(true))

  it.each([
    '<a href="javascript:void(0)" class="wzdt">网站地图</a>',
    '<span id="dt"><a href="#">网站地图</a></span>',
    '<span class="sitemap"><a href="#">网站地图</a></span>',
    '<a href="#">网站地图</a><script>$("a:contains(网站地图)").click(open)</script>',
  ])('脚本可能打开：%s', (body) => expect(inert(body)).toBe(false))
})

describe('自动弹出的窗口', () => {
  const opens = (body: string) =>
    read(body)?.popups?.map(({ url }) => url.replace(/^.*\/\/[^/]+/, ''))

  it.each([
    '<script>window.open("/pop/1.html","","width=400,height=300")</script>',
    '<script>window.onload=function(){ open("/pop/1.html","ad") }</script>',
    '<script>$(function(){ setTimeout(function(){window.open("/pop/1.html")},500) })</script>',
    '<script>function tc(){window.open("/pop/1.html","a","top=1")} setTimeout("tc()",1000)</script>',
    '<script>document.addEventListener("DOMContentLoaded",()=>{ window.open("/pop/1.html") })</script>',
  ])('%s', (body) => {
    expect(opens(body)).toEqual(['/pop/1.html'])
  })

  it.each([
    '<script>function go(){window.open("/pop/1.html")}</script><a href="javascript:go()">查看</a>',
    '<script>$(".a").click(function(){window.open("/pop/1.html")})</script>',
    '<script>if(confirm("是否查看")){window.open("/pop/1.html")}</script>',
    '<script>$(function(){ $("#s").change(function(){ window.open("/x/" + this.value) }) })</script>',
    '<script>var xhr=new XMLHttpRequest();xhr.open("GET","/api/list",true)</script>',
    '<a onclick="window.open(\'/pop/1.html\')">公告</a>',
  ])('点了才开的，不算：%s', (body) => {
    expect(opens(body)).toBeUndefined()
  })
})

describe('盖住页面的', () => {
  const cover = (inner: string, style: string) =>
    furniture(`<div style="${style}"><img src="/i/a.jpg" alt="换证公告">${inner}</div>`)?.floats
  const whole = 'position:fixed;left:0;top:0;width:100%;height:100%;z-index:9999'
  const sheet = 'position:fixed;left:50%;top:40%;width:600px;z-index:999'

  it.each([whole, sheet])('没有链接、没有关闭的：%s', (style) => {
    expect(cover('', style)).toMatchObject([{ quote: '换证公告', closable: false }])
  })

  it('能关的，垫在底下的，角上的工具', () => {
    const close = '<b onclick="this.parentNode.style.display=\'none\'">×</b>'
    expect(cover(close, whole)?.every(({ closable }) => closable) ?? true).toBe(true)
    expect(
      cover('', 'position:fixed;left:0;top:0;width:100%;height:100%;z-index:-1'),
    ).toBeUndefined()
    expect(cover('', 'position:fixed;right:0;bottom:20px;width:60px')).toBeUndefined()
  })
})

/** Short names of offices, all as the seeds print them, against the full ones. */
import { expect, it } from 'vitest'
import { isShortOffice, officeForm } from '#base/office-name'

it.each([
  ['市住建局', '市住房和城乡建设局'],
  ['市发改委', '市发展和改革委员会'],
  ['市国资委', '市国有资产监督管理委员会'],
  ['市残联', '市残疾人联合会'],
  ['市卫健委', '市卫生健康委员会'],
  ['市人社局', '市人力资源和社会保障局'],
  ['市国动办', '市国防动员办公室'],
  ['市公共资源交易监管局', '市公共资源交易监督管理局'],
  ['省药监局随州分局', '省药品监督管理局随州分局'],
])('%s is %s', (short, whole) => {
  expect(isShortOffice(short, whole)).toBe(true)
  expect(isShortOffice(whole, short)).toBe(false)
})

it.each([
  ['市教育局', '市教育局'],
  ['市文旅局', '市旅游和文化局'],
  ['市文旅局', '市文化和旅游委员会'],
  ['市财政局', '市财政局预算中心'],
])('%s is not %s', (short, whole) => {
  expect(isShortOffice(short, whole)).toBe(false)
})

it.each([
  ['巴河蒙古族藏族自治县人民政府', '巴河县人民政府'],
  ['湖西维吾尔自治区水利厅', '湖西区水利厅'],
  ['东乡族自治县人民政府', '东乡族自治县人民政府'],
  ['某省土家族苗族自治县教育局', '某省土家族苗族自治县教育局'],
  ['云山高新技术产业开发区管理委员会', '云山高新区管委会'],
  ['回龙县人民政府', '回龙县人民政府'],
])('%s calls itself %s', (full, own) => {
  expect(officeForm(full)).toBe(own)
})

/** English and Chinese names of the currencies: ISO 4217's English, CLDR's Chinese. */
import type { Bilingual } from '../core/error.js'

/** The name of a currency in both languages; an unknown code is its own name.
 * @example
 * import { currencyName } from 'data-dividend/report'
 * currencyName('CNY') // => { en: 'Yuan Renminbi', zh: '人民币' } */
export const currencyName = (code: string): Bilingual => {
  const line = names.split('\n').find((row) => row.trimStart().startsWith(`${code} `))
  const [en = code, zh = code] =
    line
      ?.trim()
      .slice(code.length + 1)
      .split('|') ?? []
  return { en, zh }
}

const names = `
  AED UAE Dirham|阿联酋迪拉姆
  AFN Afghani|阿富汗尼
  ALL Lek|阿尔巴尼亚列克
  AMD Armenian Dram|亚美尼亚德拉姆
  ANG Netherlands Antillean Guilder|荷属安的列斯盾
  AOA Kwanza|安哥拉宽扎
  ARS Argentine Peso|阿根廷比索
  AUD Australian Dollar|澳大利亚元
  AWG Aruban Florin|阿鲁巴弗罗林
  AZN Azerbaijan Manat|阿塞拜疆马纳特
  BAM Convertible Mark|波斯尼亚-黑塞哥维那可兑换马克
  BBD Barbados Dollar|巴巴多斯元
  BDT Taka|孟加拉塔卡
  BGN Bulgarian Lev|保加利亚列弗
  BHD Bahraini Dinar|巴林第纳尔
  BIF Burundi Franc|布隆迪法郎
  BMD Bermudian Dollar|百慕大元
  BND Brunei Dollar|文莱元
  BOB Boliviano|玻利维亚诺
  BOV Mvdol|玻利维亚 Mvdol（资金）
  BRL Brazilian Real|巴西雷亚尔
  BSD Bahamian Dollar|巴哈马元
  BTN Ngultrum|不丹努尔特鲁姆
  BWP Pula|博茨瓦纳普拉
  BYN Belarusian Ruble|白俄罗斯卢布
  BZD Belize Dollar|伯利兹元
  CAD Canadian Dollar|加拿大元
  CDF Congolese Franc|刚果法郎
  CHE WIR Euro|欧元 (WIR)
  CHF Swiss Franc|瑞士法郎
  CHW WIR Franc|法郎 (WIR)
  CLF Unidad de Fomento|智利（资金）
  CLP Chilean Peso|智利比索
  CNY Yuan Renminbi|人民币
  COP Colombian Peso|哥伦比亚比索
  COU Unidad de Valor Real|哥伦比亚币
  CRC Costa Rican Colon|哥斯达黎加科朗
  CUC Peso Convertible|古巴可兑换比索
  CUP Cuban Peso|古巴比索
  CVE Cabo Verde Escudo|佛得角埃斯库多
  CZK Czech Koruna|捷克克朗
  DJF Djibouti Franc|吉布提法郎
  DKK Danish Krone|丹麦克朗
  DOP Dominican Peso|多米尼加比索
  DZD Algerian Dinar|阿尔及利亚第纳尔
  EGP Egyptian Pound|埃及镑
  ERN Nakfa|厄立特里亚纳克法
  ETB Ethiopian Birr|埃塞俄比亚比尔
  EUR Euro|欧元
  FJD Fiji Dollar|斐济元
  FKP Falkland Islands Pound|福克兰群岛镑
  GBP Pound Sterling|英镑
  GEL Lari|格鲁吉亚拉里
  GHS Ghana Cedi|加纳塞地
  GIP Gibraltar Pound|直布罗陀镑
  GMD Dalasi|冈比亚达拉西
  GNF Guinean Franc|几内亚法郎
  GTQ Quetzal|危地马拉格查尔
  GYD Guyana Dollar|圭亚那元
  HKD Hong Kong Dollar|港元
  HNL Lempira|洪都拉斯伦皮拉
  HTG Gourde|海地古德
  HUF Forint|匈牙利福林
  IDR Rupiah|印度尼西亚卢比
  ILS New Israeli Sheqel|以色列新谢克尔
  INR Indian Rupee|印度卢比
  IQD Iraqi Dinar|伊拉克第纳尔
  IRR Iranian Rial|伊朗里亚尔
  ISK Iceland Krona|冰岛克朗
  JMD Jamaican Dollar|牙买加元
  JOD Jordanian Dinar|约旦第纳尔
  JPY Yen|日元
  KES Kenyan Shilling|肯尼亚先令
  KGS Som|吉尔吉斯斯坦索姆
  KHR Riel|柬埔寨瑞尔
  KMF Comorian Franc|科摩罗法郎
  KPW North Korean Won|朝鲜元
  KRW Won|韩元
  KWD Kuwaiti Dinar|科威特第纳尔
  KYD Cayman Islands Dollar|开曼元
  KZT Tenge|哈萨克斯坦坚戈
  LAK Lao Kip|老挝基普
  LBP Lebanese Pound|黎巴嫩镑
  LKR Sri Lanka Rupee|斯里兰卡卢比
  LRD Liberian Dollar|利比里亚元
  LSL Loti|莱索托洛蒂
  LYD Libyan Dinar|利比亚第纳尔
  MAD Moroccan Dirham|摩洛哥迪拉姆
  MDL Moldovan Leu|摩尔多瓦列伊
  MGA Malagasy Ariary|马达加斯加阿里亚里
  MKD Denar|马其顿第纳尔
  MMK Kyat|缅甸元
  MNT Tugrik|蒙古图格里克
  MOP Pataca|澳门币
  MRU Ouguiya|毛里塔尼亚乌吉亚
  MUR Mauritius Rupee|毛里求斯卢比
  MVR Rufiyaa|马尔代夫卢菲亚
  MWK Malawi Kwacha|马拉维克瓦查
  MXN Mexican Peso|墨西哥比索
  MXV Mexican Unidad de Inversion|墨西哥（资金）
  MYR Malaysian Ringgit|马来西亚林吉特
  MZN Mozambique Metical|莫桑比克美提卡
  NAD Namibia Dollar|纳米比亚元
  NGN Naira|尼日利亚奈拉
  NIO Cordoba Oro|尼加拉瓜科多巴
  NOK Norwegian Krone|挪威克朗
  NPR Nepalese Rupee|尼泊尔卢比
  NZD New Zealand Dollar|新西兰元
  OMR Rial Omani|阿曼里亚尔
  PAB Balboa|巴拿马巴波亚
  PEN Sol|秘鲁索尔
  PGK Kina|巴布亚新几内亚基那
  PHP Philippine Peso|菲律宾比索
  PKR Pakistan Rupee|巴基斯坦卢比
  PLN Zloty|波兰兹罗提
  PYG Guarani|巴拉圭瓜拉尼
  QAR Qatari Rial|卡塔尔里亚尔
  RON Romanian Leu|罗马尼亚列伊
  RSD Serbian Dinar|塞尔维亚第纳尔
  RUB Russian Ruble|俄罗斯卢布
  RWF Rwanda Franc|卢旺达法郎
  SAR Saudi Riyal|沙特里亚尔
  SBD Solomon Islands Dollar|所罗门群岛元
  SCR Seychelles Rupee|塞舌尔卢比
  SDG Sudanese Pound|苏丹镑
  SEK Swedish Krona|瑞典克朗
  SGD Singapore Dollar|新加坡元
  SHP Saint Helena Pound|圣赫勒拿群岛磅
  SLE Leone|塞拉利昂新利昂
  SOS Somali Shilling|索马里先令
  SRD Surinam Dollar|苏里南元
  SSP South Sudanese Pound|南苏丹镑
  STN Dobra|圣多美和普林西比多布拉
  SVC El Salvador Colon|萨尔瓦多科朗
  SYP Syrian Pound|叙利亚镑
  SZL Lilangeni|斯威士兰里兰吉尼
  THB Baht|泰铢
  TJS Somoni|塔吉克斯坦索莫尼
  TMT Turkmenistan New Manat|土库曼斯坦马纳特
  TND Tunisian Dinar|突尼斯第纳尔
  TOP Pa'anga|汤加潘加
  TRY Turkish Lira|土耳其里拉
  TTD Trinidad and Tobago Dollar|特立尼达和多巴哥元
  TWD New Taiwan Dollar|新台币
  TZS Tanzanian Shilling|坦桑尼亚先令
  UAH Hryvnia|乌克兰格里夫纳
  UGX Uganda Shilling|乌干达先令
  USD US Dollar|美元
  USN US Dollar (Next day)|美元（次日）
  UYI Uruguay Peso en Unidades Indexadas|乌拉圭比索（索引单位）
  UYU Peso Uruguayo|乌拉圭比索
  UYW Unidad Previsional|乌拉圭票面工资指数单位
  UZS Uzbekistan Sum|乌兹别克斯坦苏姆
  VED Bolívar Soberano|委内瑞拉主权币
  VES Bolívar Soberano|委内瑞拉玻利瓦尔
  VND Dong|越南盾
  VUV Vatu|瓦努阿图瓦图
  WST Tala|萨摩亚塔拉
  XAF CFA Franc BEAC|中非法郎
  XCD East Caribbean Dollar|东加勒比元
  XCG Caribbean Guilder|加勒比盾
  XOF CFA Franc BCEAO|西非法郎
  XPF CFP Franc|太平洋法郎
  YER Yemeni Rial|也门里亚尔
  ZAR Rand|南非兰特
  ZMW Zambian Kwacha|赞比亚克瓦查
  ZWG Zimbabwe Gold|津巴布韦金元`

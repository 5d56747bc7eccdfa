/**
 * What people choose when a password is asked for, in small letters: words, names, keyboard runs and the habits of
 * Chinese keyboards (我爱你 as woaini, 一生一世 as 1314, 发发 as 88). `checkPassword` looks for them with digits and signs
 * around them taken off, and with look-alike signs read as letters, so one entry stands for many passwords.
 */
const LIST = `
password passwd pass passw passpass passphrase passwort passme mypass mypassword newpass newpassword oldpassword thepassword yourpassword mypwd pwd userpwd userpass userpassword
password1 password12 password123 passwordpassword changeme changeit changeme123 letmein letmeinnow letmeinplease secret topsecret secretsecret mysecret default guest guestguest visitor
admin administrator adminadmin admin123 admin888 admin666 adminpass adminpassword adminroot root rootroot rootpass rootadmin toor sysadmin sysop system systemadmin superadmin superuser super
superman supervisor manager operator user username testuser newuser test testtest testing tester test123 demo demodemo sample example temp temppass temporary login loginpass logon signin access
accessgranted welcome welcomewelcome welcome1 welcome123 welcomeback hello hellohello helloworld hello123 helloo hi hihi goodbye byebye thankyou please iloveyou iloveyou1 iloveu iloveyoutoo
iloveme ilovemom ilovegod ilovechina ilovejesus loveyou loveyouforever lovelove love lover lovely loveme lovers mylove truelove foreverlove forever forever21 babygirl babyboy baby babybaby angel
angels angelina sunshine sunflower sunny moonlight starlight princess prince queen king kingking kingdom master mastermaster monkey monkeymonkey dragon dragondragon tiger tigers lion lionking panda
pandabear rabbit kitten kitty hellokitty doggy puppy horse eagle eagles falcon shark dolphin dolphins butterfly flower flowers rainbow summer summertime winter spring autumn january february march april
june july august september october november december monday tuesday wednesday thursday friday saturday sunday today tomorrow birthday happybirthday happy happyday happynewyear newyear
christmas merrychristmas football soccer basketball baseball volleyball hockey tennis golf sports liverpool arsenal chelsea barcelona realmadrid manchester juventus lakers yankees cowboys
steelers nba kobe kobebryant jordan michael michaeljordan michelle jennifer jessica ashley amanda nicole daniel david george thomas robert charlie charles andrew anthony william matthew joshua
jonathan christopher christian elizabeth stephanie samantha alexander alexandra victoria victor vincent benjamin patrick richard edward martin peter johnson smith jackson johnny tommy jimmy jerry tomcat
tomjerry mickey mickeymouse donald snoopy garfield doraemon pikachu pokemon naruto onepiece conan batman spiderman ironman avengers starwars matrix hunter ranger killer killerkiller ninja pirate
warrior wizard harrypotter gandalf zelda mario supermario minecraft fortnite starcraft warcraft worldofwarcraft counterstrike crossfire dota dota2 league leagueoflegends playstation xbox nintendo
computer internet windows windows10 windowsxp microsoft linux ubuntu debian oracle mysql postgres postgresql redis mongodb database server apache tomcat nginx docker cisco huawei xiaomi lenovo
thinkpad samsung nokia iphone iphone6 android apple appleapple google googlegoogle facebook youtube twitter instagram wechat weixin taobao alibaba alipay baidu tencent tencentqq qqqq qq qqcom qqpassword
jingdong douyin weibo office office365 outlook exchange sharepoint company business money moneymoney dollar rich richman lucky luckyday luckyluck freedom whatever nothing something anything
everything nobody somebody password0 trustno one trustnoone trustno1 blink182 michael1 whatsup coffee chocolate cookie banana orange cherry peach lemon pepper ginger cheese chicken hamburger
pizza pussy fuck fuckyou fuckyou1 fuckme fuckoff asshole bitch shit bullshit sexy sexsex hottie mustang ferrari porsche mercedes benz bmw toyota honda corvette harley yamaha
qwer qwert qwerty qwertyu qwertyui qwertyuio qwertyuiop qwertyqwerty qwerty123 qwerty12345 qweqwe qwe qweasd qweasdzxc qwerasdf qwerasdfzxcv qazwsx qazwsxedc qazwsxedcrfv qaz wsx edc rfv qazxsw qazxswedc
asdf asdfg asdfgh asdfghj asdfghjk asdfghjkl asdfasdf asdasd asd asdzxc zxc zxcv zxcvb zxcvbn zxcvbnm zxczxc zxcasdqwe zaqxsw zaqwsx poiuytrewq poiuyt lkjhgfdsa lkjhgf mnbvcxz mnbvcx
1q2w3e 1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx 1qaz2wsx3edc 1qazxsw2 1qaz 2wsx 3edc q1w2e3 q1w2e3r4 q1w2e3r4t5 q1w2e3r4t5y6 a1b2c3 a1b2c3d4 a1b2c3d4e5 a1s2d3f4 a1s2d3f4g5 z1x2c3v4 1a2b3c 1a2b3c4d 1a2b3c4d5e
123qwe 123qweasd 123qweasdzxc qwe123 qwe123456 qweasd123 asd123 asd123456 zxc123 zxc123456 abc abcd abcde abcdef abcdefg abcdefgh abcdefghi abcdefghij abcabc abcdabcd abcd1234 abcde12345 abc123 abc123456
abc123abc abc123abc123 aabbcc aabbccdd aabbccddee aaa aaaa aaaaaa aaabbb aaabbbccc aa12345678 a123456 a1234567 a12345678 a123456789 a1234567890 aa123456 aa123456789 aaa123456 123456a 1234567a 12345678a
123456789a 1234567890a 123456aa 123456aaa 123456789aa 123456abc 123456789abc 123456q 123456789q 123456qq 123456789qq q123456 q123456789 qq123456 qq123456789 qq1234567890 w123456 w123456789 z123456 z123456789
x123456789 c123456789 s123456789 l123456789 y123456789 h123456789 j123456789 m123456789 wang123456 li123456789 zhang123456 liu123456 chen123456 yang123456 zz123456789 abc123456789 abcd123456
123123 123123123 123123123a 123321 1234 12341234 123412345 12345 123456 1234567 12345678 123456789 1234567890 12345678910 0123456789 0987654321 987654321 9876543210 87654321 7654321 654321 112233 11223344
1122334455 121212 12121212 111111 1111111111 11111111 222222 333333 555555 666666 777777 888888 999999 000000 0000000000 00000000 66666666 88888888 99999999 6666666666 8888888888 1234554321 123454321
147258369 147258 159357 159753 741852963 789456123 789456 456789 456123 963852741 14789632 1233211234567 123654789 135792468 1357924680 246813579 101010 1010101010 131313 131415 13145200 1314520
1314521 13141314 5201314 52013140 520131414 5201314520 5201314a 52013141314 5211314 5201314521 520520 520520520 5205201314 521521 9527 7758258 7758521 77585210 775852100 584520 5845201314 1314woaini
woaini woaini520 woaini521 woaini1314 woaini5201314 woaini123 woaini123456 woainima woainima1314 woaiwoziji woaiwojia woaibaobao woaita woaini1 wozuiaini aini ainiyiwannian aini1314 aini520
woailaopo woailaogong woaizhongguo woaibaba woaimama woaixuexi woaishenghuo woshishui woshini woshiwo woshini88 woshizhu woshiren woshitiancai woshishenxian woshinibaba woshilaoda wobuzhidao wobugaosuni
wodemima wodezhanghao wangjimima mima mimashi mimamima mimawangle nidemima nihao nihaoma nihaonihao nishishui nishizhu nishiwodeweiyi baobao baobei xiaobao baobeiwoaini laopo laogong laopowoaini
qinaide qinaiderenshi xiaoxiao xiaoming xiaohong xiaoqiang xiaolong xiaotian xiaoyu xiaoyao xiaoxue xiaowei xiaohua zhangwei wangwei wangfang liwei lina liuyang zhangmin lijing wangjing zhangjing
zhangli wangli lili wangqiang zhangqiang liqiang wangjun lijun zhangjun liujie wangjie zhangjie chenjie chenwei yangyang wangyang liyang zhangyang zhaowei liuwei huangwei tingting lele feifei
beibei huanhuan nini jingjing yingying lingling dandan fangfang tiantian tianya tianshi tiantang kuaile kuailejiuhao shengrikuaile xinniankuaile xingfu xingfuyisheng jiankang pingan pinganfu gongxifacai
facai facaile wofacaile dafacai fafafa yilushunfeng yifanfengshun wanshiruyi xiangxinziji jiayou zhongguo zhonghua zhongguoren zhonghuarenmin zhongguojiayou renmin dongfang dongfanghong tiananmen changcheng
changjiang huanghe beijing beijing2008 beijing2022 shanghai guangzhou shenzhen tianjin chongqing chengdu wuhan nanjing hangzhou suzhou xian qingdao dalian shenyang haerbin changsha zhengzhou jinan fuzhou xiamen
kunming hongkong taiwan china chinachina chinese ailaotaishan longlong longteng feilong shenlong lantian dahai taiyang yueliang xingxing meimei gege jiejie didi mama baba mamababa babamama jiajia
wojia womendejia jiating haizi erzi nver shouji dianhua diannao wangluo wangba youxi yonghu guanliyuan zhanghao ceshi ceshi123 moren chushi chushimima linshi gongsi danwei bangong bangongshi zhengfu jiguan
xitong fuwu fuwuqi kefu yiyuan hushi yisheng xuexiao laoshi xuesheng banji tushuguan juzhang kezhang chuzhang zhuren lingdao shouwen shouwenfuze daodi daodidaodi zuoren zuoshi qwertz azerty
p@ssw0rd p@ssword passw0rd pa55word pa55w0rd pass1234 pass12345 p@ss1234 p@55w0rd adm1n r00t t00r letm31n iloveyou2 iloveyou520 loveyou1314 love520 love1314 love5201314 iloveu1314 iloveu520 ilove520
`

export const WEAK_PASSWORDS: ReadonlySet<string> = new Set(LIST.split(/\s+/).filter((entry) => entry !== ''))

/** Error sentences of the exchange between town and county. Each says that what is on the computer is unharmed, where that matters. */
import type { ErrorCode } from '../result'
import { part, type Sentence, type Words } from './say'

const told = (say: string, next: string): Sentence => ({ say, next })

export const exchangeErrorWords = {
  truncated: told('这个包不完整，可能没有拷完。', '没有读入任何内容。请让对方重新拷一份。'),
  'not-a-package': told('这不是本软件的上报包。', '请选 U 盘里上报生成的文件。'),
  'wrong-realm': told('这个包是给别的县用的。', '没有读入。请核对 U 盘里的文件。'),
  'wrong-county': told('这个包不是发给本县的。', '没有读入。请让镇里核对配对的县。'),
  'wrong-town': (d) => part(d, 'certified') ? told(`这台电脑登记在${part(d, 'certified')}名下，包里写的却是${part(d, 'name')}。`, '没有读入。请打电话和镇里核对。') : told(`这份文件是给${part(d, 'name') || '别的乡镇'}的。`, '没有读入。请找给本镇的那一份。'),
  'demo-data': told('这是演示数据，不能和正式数据混在一起。', '没有读入。请用正式数据重新上报。'),
  'needs-upgrade': (d) => part(d, 'type') && part(d, 'id') ? told('这条记录是新版软件写的，本机只能看，不能改。', '请先升级本机软件再改；记录没有坏。')
    : told('这个包是新版软件做的，本机读不懂。', '请先升级本机软件，再导入；包没有坏。'),
  'unknown-device': (d) => part(d, 'reason') === 'invite-used' ? told('这张纸条的配对码已经给另一台电脑用过了。', '没有读入。一张纸条只管一台电脑，请在“各镇”里点这个镇，给这一台另做一份。')
    : part(d, 'reason') === 'slip-withdrawn' ? told('这台电脑用的配对码，县里已经作废。', '没有读入。是镇里的电脑，请在“各镇”里点这个镇，给它另做一份。')
      : part(d, 'town') ? told('这个镇还没有准许过的电脑，写不了回执。', '请先导入它的第一包，核对后准许。')
        : told('这台电脑还没有登记过。', '没有读入。请问镇里是不是用本县给的配对文件和纸条配的；没有配过的，在“各镇”里给它做一份。'),
  'device-closed': told('这台电脑已经停用，它的包不再接收。', '请用镇里现在登记的电脑上报。'),
  'awaiting-approval': (d) => part(d, 'reason') === 'other-computer'
    ? told(`这个文件现在是另一台电脑做的${part(d, 'check_no') ? `（核对号 ${part(d, 'check_no')}）` : ''}，不是刚才核对的那台。`, '没有读入。U 盘可能换过，请再看一遍，重新核对后再准许。')
    : told('这个镇第一次用这台电脑上报，等您准许。', '请打电话给镇里，核对号念得一样再点“准许”。'),
  'bad-seal': told('这个包被改动过，印章对不上。', '没有读入任何内容。请让对方重新上报。'),
  'bad-key': (d) => part(d, 'at') === 'town' ? told('这份回执不是做给这台电脑的。', '没有读入。这台电脑可能还没被县里准许，或者已经停用，请打电话问县里。')
    : part(d, 'at') === 'sheet' ? told('恢复单上的钥匙打不开收到的数据。', '请核对是不是本镇那台旧电脑的恢复单；还没有读过回执的，请先读入县里的回执。')
      : part(d, 'reason') ? told('恢复单上的字符输错了。', '请照恢复单重新输入，大小写和空格都不要紧。')
        : told('打不开这个包，它不是给本机的。', '请确认镇里是和本县配对以后上报的。'),
  'already-imported': told('这个包以前导入过，内容相同。', '不用再导，已跳过。'),
  incomplete: (d) => told(`这一包已经收下，前面的还缺${part(d, 'missing') ? ` ${part(d, 'missing')} 条` : '一段'}。`, '把回执带回镇里，下一包会自动补上；等不及的，请镇里“全部重报一遍”。'),
  'stick-readonly': told('U 盘写不进去，可能开了写保护。', '请拨开 U 盘的写保护开关，或换一个 U 盘。'),
  'stick-removed': (d) => part(d, 'at') === 'reading' ? told('U 盘不在了，没有读完。', '没有读入任何内容，本机的记录没有变。请插回 U 盘，再读一遍。')
    : told('U 盘不在了，没有写完。', '本机的记录都在，没有丢。请插回 U 盘，重写一遍。'),
  'too-big': told('这个包太大了。', '请少带些照片附件，分两次上报。'),
  cancelled: told('已经取消，什么都没有改。', '需要时再做一遍。'),
  'county-keys': (d) => part(d, 'reason') === 'retired' ? told('县里已经换了钥匙，这份文件盖的还是停用的旧章。', '没有读入。请县里重新做一份；新做的也读不了，是县里恢复了旧备份，请县里再换一次钥匙，给一张新纸条重新配对。')
    : part(d, 'reason') === 'lost' ? told('这一包是用县里换过的新钥匙封的，本机没有这把钥匙，可能恢复过换钥匙以前的备份。', '没有读入，包没有坏。请在“各镇”再换一次钥匙，给这个镇一张新纸条重新配对，再请它“全部重报一遍”。')
      : told('这份文件说县里换了钥匙，凭据却对不上。', '没有读入，本机认的还是原来的县。请打电话问县里；确实换了的，请县里给一张新纸条，重新配对。'),
  'not-paired': (d) => part(d, 'above') ? told('还没有和市里配对。', '请向市人大要配对文件和配对码，在“导入”页的“上报到市里”里配对。')
    : told('还没有和县里配对。', '请向县人大要配对文件和配对码，在“设置”里配对。'),
  'county-first': told('这是本镇的又一台电脑，县里已有的记录还没有读进来，先不能记新的。', '请到“上报”把第一包交给县里，读了县里的回执就能记；正在填的表还在，没有丢。'),
  'invite-expired': told('配对文件过期了。', '请县里重新做一份。'),
  'bad-code': (d) => part(d, 'reason') === 'other-slip'
    ? told('这张纸条的配对码打不开这个文件。', '请核对纸条和文件是不是同一次给的；不是，请县里重新做一份。')
    : part(d, 'at') === 'recovery-code' ? told('这串恢复码打不开。', '请照密码恢复单重新输入，大小写、空格和横线都不要紧；印过新单的，旧单已经作废。')
      : told('配对码输错了。', '请照纸条重新输入 13 位数字，空格可以不输。'),
} satisfies Partial<Record<ErrorCode, Words>>

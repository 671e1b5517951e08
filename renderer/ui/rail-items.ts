import {
  AccountBookOutlined, ApartmentOutlined, AuditOutlined, BarChartOutlined, CalendarOutlined, EnvironmentOutlined, EyeOutlined, FolderOpenOutlined,
  FormOutlined, HeartOutlined, HomeOutlined, ImportOutlined, SendOutlined, SettingOutlined, TeamOutlined, UploadOutlined,
} from '@ant-design/icons'
import type { ComponentProps } from 'react'
import type { RailKey, Route } from '../state/routes'
import type { Icon } from './Icon'

export interface RailItem {
  readonly key: RailKey
  readonly word: string
  readonly icon: ComponentProps<typeof Icon>['of']
  readonly route: Route
}

const item = (key: RailKey, word: string, icon: RailItem['icon']): RailItem => ({ key, word, icon, route: { screen: key } })

/** In the order of the person's work; a line between the groups. */
export const railOf: Readonly<Record<'town' | 'county', readonly (readonly RailItem[])[]>> = {
  town: [
    [item('home', '首页', HomeOutlined)],
    [
      item('deputies', '代表', TeamOutlined),
      item('meetings', '会议', AuditOutlined),
      item('activities', '活动', CalendarOutlined),
      item('suggestions', '建议', FormOutlined),
      item('supervision', '监督', EyeOutlined),
      item('sites', '联络站', EnvironmentOutlined),
      item('matters', '民生与重大事项', HeartOutlined),
      item('funds', '经费', AccountBookOutlined),
      item('documents', '文件', FolderOpenOutlined),
    ],
    [item('statistics', '统计报表', BarChartOutlined), item('report', '上报', UploadOutlined)],
    [item('settings', '设置', SettingOutlined)],
  ],
  county: [
    [item('home', '首页', HomeOutlined), item('towns', '各镇', ApartmentOutlined), item('import', '导入', ImportOutlined)],
    [item('statistics', '统计报表', BarChartOutlined), item('orders', '交办', SendOutlined)],
    [item('settings', '设置', SettingOutlined)],
  ],
}

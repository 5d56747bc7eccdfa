import type { ThemeConfig } from 'antd'

/** `tokens.css` in the component library's words; the two are changed together. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#1f5f91', colorInfo: '#1f5f91', colorSuccess: '#1a6d50', colorWarning: '#8f5a00', colorError: '#b5332b',
    colorTextBase: '#1b2430', colorTextSecondary: '#586374', colorTextTertiary: '#626c7b', colorTextDescription: '#586374', colorTextPlaceholder: '#626c7b',
    colorTextDisabled: '#626c7b', colorBorder: '#c9d1da', colorBorderSecondary: '#e4e8ed', colorSplit: '#e4e8ed', colorBgLayout: '#f5f6f8', colorLink: '#1f5f91',
    borderRadius: 6, fontSize: 14, controlHeight: 34, wireframe: false, motionDurationMid: '0.12s', motionDurationSlow: '0.16s',
    fontFamily: '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Zen Hei", system-ui, sans-serif',
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    Table: { headerBg: '#ffffff', headerColor: '#586374', rowHoverBg: '#eef3f8', cellPaddingBlock: 10 },
    Modal: { titleFontSize: 16 },
  },
}

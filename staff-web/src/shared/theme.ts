import type { ThemeConfig } from 'antd'

/** `tokens.css` in the component library's words; the two are changed together. */
export const theme: ThemeConfig = {
  token: {
    // Nothing glides in: while a dialog is opening in steps, the library draws its fields from before the last key, and what is typed meanwhile is lost.
    motion: false,
    colorPrimary: '#1f5f91', colorInfo: '#1f5f91', colorSuccess: '#1a6d50', colorWarning: '#8f5a00', colorError: '#b5332b',
    colorTextBase: '#1b2430', colorTextSecondary: '#586374', colorTextTertiary: '#626c7b', colorTextDescription: '#586374', colorTextPlaceholder: '#626c7b',
    colorTextDisabled: '#626c7b', colorBorder: '#c9d1da', colorBorderSecondary: '#e4e8ed', colorSplit: '#e4e8ed', colorBgLayout: '#f5f6f8',
    colorErrorBg: '#fbe9e7', colorErrorBorder: '#efc8c4', colorWarningBg: '#faf0dc', colorWarningBorder: '#eccf94', colorSuccessBg: '#e2f1eb', colorSuccessBorder: '#a9d3c2', colorInfoBg: '#e3edf6', colorInfoBorder: '#b9d2e6', colorPrimaryBg: '#e3edf6',
    colorLink: '#1f5f91', colorLinkHover: '#174a73', colorLinkActive: '#174a73',
    borderRadius: 6, fontSize: 14, controlHeight: 34, wireframe: false, motionDurationMid: '0.12s', motionDurationSlow: '0.16s',
    fontFamily: 'var(--sans)',
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    Table: { headerBg: '#ffffff', headerColor: '#586374', rowHoverBg: '#eef3f8', cellPaddingBlock: 10 },
    Modal: { titleFontSize: 16 },
  },
}

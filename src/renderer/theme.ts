import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
} from '@mantine/core'

// Mantine asks for ten shades; the tokens carry one accent per theme, which the variables below put in their place.
const accent: MantineColorsTuple = [
  '#e6eef5',
  '#cfdeeb',
  '#a6c2da',
  '#7ba5c8',
  '#578cb9',
  '#3f7bae',
  '#22527b',
  '#1d476b',
  '#173b59',
  '#112d45',
]

/** Mantine's theme, drawn from the tokens. Both colour schemes use the tokens, which follow `data-theme`. */
export const theme = createTheme({
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--font-mono)',
  fontSizes: { xs: '12px', sm: '14px', md: '14px', lg: '16px', xl: '20px' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  radius: { xs: '3px', sm: '6px', md: '6px', lg: '10px', xl: '16px' },
  defaultRadius: 'sm',
  primaryColor: 'accent',
  colors: { accent },
  focusRing: 'auto',
  respectReducedMotion: true,
  cursorType: 'pointer',
  headings: { fontFamily: 'var(--font)' },
  variantColorResolver: (input) => {
    if (input.color !== undefined && input.color !== 'accent') return defaultVariantColorsResolver(input)
    switch (input.variant) {
      case 'filled':
        return {
          background: 'var(--accent)',
          hover: 'color-mix(in srgb, var(--accent) 88%, var(--ink))',
          color: 'var(--surface)',
          border: '1px solid var(--accent)',
        }
      case 'light':
        return {
          background: 'var(--accent-soft)',
          hover: 'color-mix(in srgb, var(--accent-soft) 85%, var(--accent))',
          color: 'var(--accent)',
          border: '1px solid transparent',
        }
      case 'subtle':
      case 'transparent':
        return {
          background: 'transparent',
          hover: 'var(--accent-soft)',
          color: 'var(--accent)',
          border: '1px solid transparent',
        }
      default:
        return defaultVariantColorsResolver(input)
    }
  },
  components: {
    Button: { defaultProps: { variant: 'default', size: 'sm' }, styles: { label: { fontWeight: 400 } } },
    ActionIcon: { defaultProps: { variant: 'subtle', size: 28 } },
    TextInput: { defaultProps: { size: 'sm' } },
    Select: { defaultProps: { size: 'sm', allowDeselect: false } },
    Menu: {
      defaultProps: {
        shadow: 'md',
        position: 'bottom-end',
        transitionProps: { duration: 100 },
        // The first choice takes the focus; an empty place before it would be a child that a menu may not have.
        withInitialFocusPlaceholder: false,
      },
      styles: { dropdown: { '--menu-item-hover': 'var(--sunken)' } },
    },
    Tooltip: { defaultProps: { openDelay: 300, events: { hover: true, focus: true, touch: true } } },
    SegmentedControl: { defaultProps: { size: 'sm', transitionDuration: 0 } },
    Popover: { defaultProps: { shadow: 'md', transitionProps: { duration: 100 } } },
    Combobox: { defaultProps: { transitionProps: { duration: 0 } } },
  },
})

const fromTokens: Readonly<Record<string, string>> = {
  '--mantine-color-body': 'var(--bg)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-bright': 'var(--ink)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--sunken)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line)',
  '--mantine-color-dimmed': 'var(--ink-3)',
  '--mantine-color-placeholder': 'var(--ink-3)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-color-error': 'var(--warn-ink)',
  '--mantine-color-disabled': 'var(--sunken)',
  '--mantine-color-disabled-color': 'var(--ink-3)',
  '--mantine-color-disabled-border': 'var(--line)',
  '--mantine-primary-color-filled': 'var(--accent)',
  '--mantine-primary-color-filled-hover': 'color-mix(in srgb, var(--accent) 88%, var(--ink))',
  '--mantine-primary-color-contrast': 'var(--surface)',
  '--mantine-primary-color-light': 'var(--accent-soft)',
  '--mantine-primary-color-light-color': 'var(--accent)',
  '--mantine-color-accent-filled': 'var(--accent)',
  '--mantine-color-accent-light': 'var(--accent-soft)',
  '--mantine-color-accent-light-color': 'var(--accent)',
  '--mantine-color-accent-text': 'var(--accent)',
  '--mantine-color-accent-outline': 'var(--accent)',
  '--mantine-shadow-md': 'var(--shadow)',
}

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: { ...fromTokens },
  dark: { ...fromTokens },
})

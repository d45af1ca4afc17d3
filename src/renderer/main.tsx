import '@mantine/core/styles.css'
import './tokens.css'
import './base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createClient } from '#shared/contract/client.ts'
import { App } from './app.tsx'
import { currentPlatform } from './platform/index.ts'
import { startStrings } from './strings/i18n.ts'

const platform = currentPlatform()
startStrings(undefined)

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App client={createClient(platform.transport)} platform={platform} />
  </StrictMode>,
)

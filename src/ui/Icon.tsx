import styles from './Icon.module.css'

/** One outline each, on a grid of 24. An icon never stands alone: a word beside it says the same. */
const outlines = {
  saved: 'M5 12.5 10 17.5 19.5 7',
  'in-progress': 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM12 3.5v17M10 4.5v15M8 5.5v13M6 7.5v9M4.5 9v6',
  queued: 'M12 20V5M6 11l6-6 6 6',
  received: 'M4 13v5a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-5M8 9.5l3.2 3.2L17 6',
  returned: 'M9 7 4 12l5 5M4 12h10a6 6 0 0 1 6 6',
  offline:
    'M3 3l18 18M8.5 16.3a5 5 0 0 1 7 0M5.2 12.8a10 10 0 0 1 4.3-2.5M18.8 12.8a10 10 0 0 0-4.6-2.6M2 9a15 15 0 0 1 4.4-2.8M22 9A15 15 0 0 0 11 5.1M12 20h.01',
  warning: 'M12 4 2.8 20h18.4L12 4ZM12 10v4.5M12 17.5h.01',
  fault: 'M6 6l12 12M18 6 6 18',
  help: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM9.4 9.5a2.7 2.7 0 1 1 3.9 2.4c-.9.5-1.3 1-1.3 2M12 17h.01',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM12 2v2.5M12 19.5V22M2 12h2.5M19.5 12H22M4.9 4.9l1.8 1.8M17.3 17.3l1.8 1.8M4.9 19.1l1.8-1.8M17.3 6.7l1.8-1.8',
  person: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM4.5 20.5a7.5 7.5 0 0 1 15 0',
  pending: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Z',
  download: 'M12 4v11M6.5 10 12 15.5 17.5 10M4.5 20h15',
  print: 'M7 8V3h10v5M7 17H4v-7a2 2 0 0 1 2-2h12a2 2 0 0 1 2 2v7h-3M7 14h10v7H7Z',
  share:
    'M6 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5ZM18 3.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5ZM18 15.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5ZM8.3 10.8l7.4-3.6M8.3 13.2l7.4 3.6',
  simulate:
    'M3 8h10M19 8h2M16 5.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5ZM3 16h2M11 16h10M8 13.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5Z',
  note: 'M5 4h14v11l-5 5H5ZM14 20v-5h5M8.5 9h7M8.5 13h3',
  change: 'M4 20l1-4.5L15.5 5a2.1 2.1 0 0 1 3 0l.5.5a2.1 2.1 0 0 1 0 3L8.5 19ZM13.5 7l3.5 3.5',
} as const

export type IconName = keyof typeof outlines

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className={styles.icon} viewBox="0 0 24 24" aria-hidden="true">
      <path d={outlines[name]} />
    </svg>
  )
}

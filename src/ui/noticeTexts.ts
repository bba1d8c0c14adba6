import type { Language } from '#domain/text.ts'
import { noticeEn } from './texts/noticeEn.ts'
import { type NoticeTexts, noticeEs } from './texts/noticeEs.ts'

/** The words of the privacy notice in a language. */
export function noticeTexts(language: Language): NoticeTexts {
  return language === 'es' ? noticeEs : noticeEn
}

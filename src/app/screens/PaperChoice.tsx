import type { Language } from '#domain/text.ts'
import { Option } from '#ui/Option.tsx'
import { reportTexts } from '#ui/reportTexts.ts'
import type { Paper } from '../report/pdf.ts'
import styles from './PaperChoice.module.css'

/** Letter is what offices in Colombia print on; the other one is one touch away. */
export const usualPaper: Paper = 'letter'

type Props = { language: Language; paper: Paper; onChoose: (paper: Paper) => void }

export function PaperChoice({ language, paper, onChoose }: Props) {
  const t = reportTexts(language).actions
  return (
    <fieldset>
      <legend className={styles.legend}>{t.paper}</legend>
      <div className={styles.papers}>
        {(['letter', 'a4'] as const).map((each) => (
          <Option key={each} type="radio" name="paper" checked={each === paper} onChange={() => onChoose(each)}>
            {t.papers[each]}
          </Option>
        ))}
      </div>
    </fieldset>
  )
}

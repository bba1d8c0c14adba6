/** The words of the path around the questions in Spanish (es-CO). Numbers and moments arrive already written. */
export const draftEs = {
  choose: {
    startedBy: (who: string) => `Lo empezó ${who}.`,
    department: { label: 'Departamento', all: 'Todos' },
    chamber: { label: 'Cámara de comercio', all: 'Todas' },
    noneFiltered: 'Ningún clúster cumple lo que eligió. Cambie la búsqueda, el departamento o la cámara.',
  },

  gone: 'Se finalizó o se borró. Si lo finalizó, está en el inicio.',

  line: {
    goneDetail: 'Se finalizó o se borró en otra pestaña. Lo que responda aquí no se guarda.',
  },

  before: {
    why: 'Para qué sirve',
    whyDetail: 'Al terminar verá la etapa de madurez de su clúster, las razones y los siguientes pasos.',
    atHand: 'Qué tener a mano',
    atHandList: [
      'La lista de empresas y los registros de asistencia.',
      'Las actas del comité y los convenios.',
      'El presupuesto ejecutado del año.',
    ],
    who: 'Quién ve sus respuestas',
    asksConsent: 'Al empezar le preguntamos qué autoriza.',
    use: 'Cómo se usan los resultados',
    useYes: 'Sirven para decidir qué hacer en su clúster y, agrupados, para el censo nacional.',
    useNo: 'Este resultado no es una certificación ni una calificación para asignar recursos.',
    mode: '¿Cómo van a responder?',
    modes: { self: 'Responder nosotros mismos', interview: 'Hacer la entrevista' },
    modeHints: {
      self: 'Quienes conocen el clúster leen y responden.',
      interview: 'Una persona lee las preguntas y anota las respuestas.',
    },
    enumerator: 'Nombre de quien hace la entrevista',
    enumeratorFault: 'Escriba el nombre de quien hace la entrevista.',
  },

  controller: {
    title: 'Quién responde por los datos',
    unknown: 'Esta tableta todavía no se ha conectado con el censo. Por eso no sabe quién responde por los datos.',
    none: 'Todavía no hay un responsable de los datos. Por eso estas respuestas son de prueba.',
    nit: 'NIT',
    address: 'Dirección',
    mail: 'Correo',
    phone: 'Teléfono',
    processor: 'Encargado de los datos',
    hosting: 'País donde se guardan',
    noticeVersion: (version: string) => `Versión del aviso: ${version}`,
    readNotice: 'Leer el aviso de privacidad completo',
  },

  rail: {
    label: 'Secciones del cuestionario',
    button: 'Secciones',
    hub: 'Todas las secciones',
    pending: (count: number) => (count === 1 ? 'falta 1' : `faltan ${count}`),
    reviewErrors: 'Revisar errores',
  },

  find: {
    title: 'Ir a una pregunta',
    link: 'Ir a pregunta',
    box: 'Número o palabra',
    hint: (number: string) =>
      `Por ejemplo: ${number === '' ? 'comité o presupuesto' : `comité, presupuesto o ${number}`}.`,
    found: (count: number) => (count === 1 ? '1 pregunta' : `${count} preguntas`),
    none: (query: string) => `Ninguna pregunta tiene “${query}”. Revise la escritura o busque otra palabra.`,
    notAsked: 'No aplica, según lo que respondió.',
  },

  totals: {
    title: 'Sumas por confirmar',
    hint: 'Calculamos estas sumas con sus respuestas.',
    sum: (amount: string) => `Sumamos ${amount}. ¿Es correcto?`,
    plain: (amount: string) => `${amount} en total`,
    confirm: 'La suma es correcta',
    correct: 'Corregir',
    correctNamed: (title: string) => `Corregir: ${title}`,
  },

  review: {
    noted: (count: number) => `Con notas\u00a0(${count})`,
    note: 'Nota de la pregunta',
    unreached: (section: string, count: string) => `${section}: ${count}`,
    unreachedCount: (count: number) =>
      count === 1 ? 'falta 1 pregunta obligatoria' : `faltan ${count} preguntas obligatorias`,
    reason: 'Motivo (opcional)',
    reasons: {
      record: 'Lo dice un registro o documento',
      estimate: 'Es un cálculo aproximado',
      unusual: 'Fue un año distinto a los demás',
      definition: 'Contamos de otra manera',
      other: 'Otro motivo',
    },
    explain: 'Explique, si quiere',
    declaration: 'Declaración',
    declares: 'Al finalizar, usted declara que estas respuestas dicen lo que la iniciativa sabe.',
    answeredBy: 'Responde',
    role: 'Rol',
    interviewedBy: 'Hace la entrevista',
    nameless: 'Sin nombre',
    namelessByChoice: 'Sin nombre, según lo que autorizó',
    print: 'Imprimir mis respuestas',
    printed: (edition: string, when: string) => `${edition} · ${when}`,
  },
}

/** What every language must say: the same keys, with other words. */
export type DraftTexts = typeof draftEs

/** The privacy notice in Spanish (es-CO), but for who answers for the data: that comes from the census. */
export const noticeEs = {
  title: 'Aviso de privacidad',
  model: 'Este aviso es un texto modelo. Todavía debe confirmarlo quien responde por los datos.',
  purposes: 'Para qué se usan los datos',
  purposesIntro:
    'Salvo el primero, usted autoriza cada uso por separado. Ninguno viene marcado, y puede decir que no a todos.',
  purposeList: [
    {
      name: 'Su autoevaluación',
      detail: 'Muestra la etapa de su clúster y lo que sigue. Se calcula en esta tableta y no necesita autorización.',
    },
    {
      name: 'Estadísticas nacionales',
      detail: 'Si autoriza el envío, las respuestas van al censo. Se publican agrupadas con las de otras iniciativas.',
    },
    {
      name: 'Seguimiento',
      detail:
        'Si autoriza usar sus datos de contacto, el censo sabe quién respondió. Solo le escribe si también lo acepta.',
    },
    {
      name: 'Directorio',
      detail: 'Si lo autoriza, se publican el nombre, el departamento, el sector y la etapa de la iniciativa.',
    },
    {
      name: 'Datos abiertos',
      detail:
        'Si lo autoriza, cualquier persona puede usar las respuestas de la iniciativa, sin su nombre ni su código.',
    },
  ],
  optional: 'Qué es voluntario',
  optionalList: [
    'Responder es voluntario y puede parar cuando quiera.',
    'Aunque autorice usar sus datos de contacto, puede dejar en blanco su nombre y su correo.',
    'Su rol en el clúster sí se pregunta siempre.',
    'Si no autoriza el envío, las respuestas se quedan en esta tableta. De todas formas verá su resultado.',
    'No pedimos datos sensibles ni de menores de edad. No los escriba en ninguna respuesta.',
  ],
  rights: 'Sus derechos',
  rightsIntro: 'Se los da el artículo 8 de la Ley 1581 de 2012.',
  rightsList: [
    'Conocer, actualizar y corregir sus datos.',
    'Pedir prueba de la autorización que dio.',
    'Saber qué uso se ha dado a sus datos.',
    'Presentar quejas ante la Superintendencia de Industria y Comercio.',
    'Retirar la autorización o pedir que se borren sus datos.',
    'Consultar sus datos sin costo.',
  ],
  channel: 'Cómo usar sus derechos',
  channelDetail: 'Escriba, llame o visite a quien responde por los datos. Pídale también la política de tratamiento.',
  channelUnknown: 'Mientras no se conozca quién responde por los datos, pregunte en su cámara de comercio.',
  deadlines: 'Por ley, quien responde por los datos debe contestar una consulta en 10 días hábiles y un reclamo en 15.',
  retention: 'Por cuánto tiempo se guardan',
  retentionList: [
    'En esta tableta, su nombre y su correo se borran 90 días después de que el censo reciba la encuesta.',
    'Si la encuesta no se envía, su nombre y su correo se quedan en esta tableta con ella.',
    'Las respuestas y los borradores quedan en esta tableta hasta que una persona los borre.',
    'En el censo, su nombre y su correo deben borrarse 12 meses después de cerrar la ronda. Lo hace quien responde por los datos. Usted puede autorizar más tiempo.',
    'Después, el censo conserva las respuestas sin su nombre ni su correo.',
  ],
  version: 'Versión y fecha',
  writtenOn: (date: string) => `Texto del ${date}.`,
  heardOn: (when: string) => `Última noticia del censo sobre quién responde por los datos: ${when}`,
  back: 'Volver',
}

export type NoticeTexts = typeof noticeEs

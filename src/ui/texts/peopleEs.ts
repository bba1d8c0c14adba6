/** The words of profiles and help in Spanish (es-CO). A profile protects nothing, and no word may promise it. */
export const peopleEs = {
  profiles: {
    title: 'Perfiles',
    what: 'El perfil pone su nombre en las entrevistas que empiece. Todas las personas ven todos los borradores de la tableta.',
    empty: 'Aún no hay perfiles en esta tableta. Cree el primero. No necesita internet.',
    guest: 'Modo invitado',
    guestDetail: 'Para responder una vez, sin nombre.',
    enterAsGuest: 'Entrar como invitado',
    useGuest: 'Seguir como invitado',
    enter: 'Entrar',
    enterAs: (name: string) => `Entrar como ${name}`,
    isActive: 'En uso',
    goOn: 'Seguir',
    goOnAs: (name: string) => `Seguir como ${name}`,
    drafts: (count: number) =>
      count === 0
        ? 'Sin borradores con su nombre'
        : count === 1
          ? '1 borrador con su nombre'
          : `${count} borradores con su nombre`,
    more: 'Más opciones',
    moreOf: (name: string) => `Más opciones de ${name}`,
    rename: 'Cambiar nombre o rol',
    remove: 'Quitar',
    removeOf: (name: string) => `Quitar a ${name}`,
    removeTitle: '¿Quitar este perfil?',
    removeDetail: (name: string) => `Se quita a ${name} de la lista. Sus borradores se quedan en esta tableta.`,
    removeConfirm: 'Quitar el perfil',
    removeCancel: 'Conservarlo',
    create: 'Crear perfil',
    save: 'Guardar',
    cancel: 'Cancelar',
    name: 'Nombre',
    role: 'Rol (opcional)',
    roleHint: 'Por ejemplo: gestora del clúster o encuestador.',
    faults: {
      noName: 'Escriba el nombre.',
      nameTaken: 'Ya hay un perfil con ese nombre. Agregue una inicial del apellido.',
    },
    settings: 'Ajustes de la tableta',
    build: (build: string) => `Versión de la aplicación: ${build}`,
  },
  help: {
    title: 'Ayuda',
    back: 'Volver',
    how: 'Cómo se usa',
    steps: [
      'Elija su clúster y cómo van a responder.',
      'Empiece por Identificación. Después responda las secciones en el orden que quiera. Puede parar cuando quiera.',
      'Revise y finalice. Verá la etapa, las razones y lo que sigue.',
      'Si autorizó el envío, las respuestas van solas al censo cuando hay internet.',
    ],
    offline: 'Puede responder y ver el resultado sin internet. Esta página también se abre sin internet.',
    states: 'Qué significa cada estado',
    queued: 'Por enviar',
    queuedDetail: 'Está finalizada y espera una conexión con el censo.',
    received: 'Recibida por el censo',
    receivedDetail: 'El censo la tiene y firmó un recibo. Solo este estado lo confirma.',
    temporaryDetail:
      'El navegador podría borrar los datos si falta espacio. Instale la aplicación o descargue una copia.',
    parkedDetail: 'El censo no pudo recibirla. Su copia sigue en esta tableta. La razón está en Ajustes.',
    returned: 'Devuelta',
    returnedDetail: 'El equipo del censo pide corregirla. La encuentra en el inicio, en Devueltas.',
    warnedDetail: 'La sección está completa. Tiene respuestas poco comunes: revíselas o confirme que son correctas.',
    errorsDetail: 'La sección tiene respuestas por revisar. Antes de finalizar debe corregirlas.',
    offlineDetail: 'Es normal. Puede seguir respondiendo.',
    read: 'Para leer mejor',
    readDetail:
      'Arriba de cada página, Modo sol sirve al aire libre y la letra A agranda el texto. El idioma se cambia en Ajustes.',
    contact: 'Con quién hablar',
    noContact: 'Esta tableta todavía no conoce el teléfono del censo. Llame a su cámara de comercio.',
    privacy: 'Leer el aviso de privacidad',
    phone: 'Teléfono',
    mail: 'Correo',
  },
}

export type PeopleTexts = typeof peopleEs

/** Which build of the app this is; stands in every submission and greeting. */
export const build: string = import.meta.env.VITE_BUILD ?? 'dev'

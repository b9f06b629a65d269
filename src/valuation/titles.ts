export const withTitles = <A>(a: A): A => a

/** The version of the program, as in package.json (test/code/version.test.ts holds them together): the window and every package name it. */
export const version = '0.1.0'

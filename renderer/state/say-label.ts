/** 覆盖村(社区) is 覆盖村（社区） in the window. What files and the command line say keeps the form of the dictionary. */
export const sayLabel = (label: string): string => label.replaceAll('(', '（').replaceAll(')', '）')

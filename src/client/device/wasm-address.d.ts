/** The address the bundler gives to a file that stays a file. */
declare module '*?url' {
  const address: string;
  // biome-ignore lint/style/noDefaultExport: the bundler decides the shape.
  export default address;
}

/** The address the bundler gives to a file that stays a file. */
declare module '*?url' {
  const address: string;
  export default address;
}

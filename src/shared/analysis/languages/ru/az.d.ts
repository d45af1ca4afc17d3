declare module 'az' {
  const az: unknown
  export default az
}

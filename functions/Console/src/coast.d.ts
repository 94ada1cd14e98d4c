declare module 'coast' {
  const rings: [number, number][][];
  export default rings;
}

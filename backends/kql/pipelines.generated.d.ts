declare const pipelines: Readonly<Record<string, string>>;
export default pipelines;

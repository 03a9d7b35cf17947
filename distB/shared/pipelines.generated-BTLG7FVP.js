// src/pipeline/pipelines.generated.js
var pipelines_generated_default = {
  "windows-audit": '{"name":"windows-audit","priority":10,"sources":[{"name":"Security 4688","logsource":{"product":"windows","category":"process_creation","where":{"EventID":4688,"Channel":"Security"}},"fields":{"EventID":"EventID","Channel":"Channel","Image":"NewProcessName","CommandLine":"CommandLine","ParentImage":"ParentProcessName","IntegrityLevel":{"to":"MandatoryLabel","values":{"Low":"S-1-16-4096","Medium":"S-1-16-8192","High":"S-1-16-12288","System":"S-1-16-16384","S-1-16-4096":"S-1-16-4096","S-1-16-8192":"S-1-16-8192","S-1-16-12288":"S-1-16-12288","S-1-16-16384":"S-1-16-16384"}}}}]}',
  "windows": '{"name":"windows","priority":10,"sources":[{"name":"the events of Windows","logsources":"windows","others":"keep"},{"name":"events of any kind","logsource":{},"others":"keep","note":"The pipeline knows no channel of Windows for this log source."}]}'
};
export {
  pipelines_generated_default as default
};

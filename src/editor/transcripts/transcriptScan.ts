// What looks through the clients' session files, which the packages hold in a file of their own: few windows ever need it.
export { transcriptClients } from '../../agents/transcripts/transcriptClients';
export { openWorkspace } from '../../io/openWorkspace';
export { scanTranscripts } from '../../io/scanTranscripts';
export { scrubTranscripts } from '../../io/scrubTranscripts';
export { transcriptWorld } from '../../io/transcriptWorld';

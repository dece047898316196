/** Whether a text is English prose: nobody has a reason to write that in another way than as it is. */
export function readsAsProse(text: string, share = 0.4): boolean {
  const words = text.toLowerCase().match(/[a-z]{2,}/g) ?? [];
  const known = words.filter(it => common.has(it));
  return new Set(known).size >= 4 && known.length >= words.length * share;
}

const common = new Set(
  'the of and to in is it you that he was for on are with as his they be at one have this from or had by but what some we can out other were all there when up use your how said an each she which do their time if will way about many then them write would like so these her long make thing see him two has look more day could go come did number no most people my over know than call first who may down been now find any new part take get place made where after back only me our under name very through just form great think help before must because also well such here why ask need home us try again off own keep never last let might every always near without while should not user file send read open include contents content pass tool password key keys conversation system prompt instructions tell answer secret parameter field message messages note request copy put into session ignore previous rules assistant model chat data using before calling used its value text line set run access token environment local path credentials history whole whatever both step once else does nothing'.split(
    ' ',
  ),
);

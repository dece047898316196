import { gap, harms, type Sign, sign } from './sign';

/** Signs of a pretext, and of what is wanted under it. */
export const fictionSigns: readonly Sign[] = [
  sign(
    3,
    'asks for harm under a pretext',
    'hypothetical fictional fiction novel grandmother grandma educational_purposes research_purposes for_a_story a_story in_this_story movie_script film_script thriller scene_ parallel_universe for_this_paper for_a_paper academic_interest lullaby the_hero the_character world_without a_researcher simulate_',
    `(?:hypothetical(?:ly)?|fictional|fiction|novel\\b|grandmother|grandma|(?:educational|research) purposes|for a story|(?:write|in this|in the|tell) a? ?story|a story|(?:movie|film) script|thriller|scene\\b|parallel universe|for (?:a|this) paper|academic interest|lullaby|the hero|the character|world without laws|a researcher)\\b[^]{0,300}?\\b${harms}(?<=\\b(?:how|steps?|instructions?|recipe|explains?|describe\\w?|details?|teach\\w{0,3}|tells?|tutorial|manual|quantities|guide|must|formula|ingredients|production|process)\\b[^]{0,100})`,
  ),
  sign(
    1,
    'asks how to do harm',
    'how_to_ how_do_i how_would how_can_i instructions_to steps_to steps_somebody recipe_for tutorial_on ways_to explain_how',
    `(?:how (?:to|do i|would (?:one|i|you)|can i)|instructions (?:to|for)|steps (?:to|somebody would take to)|recipe for|tutorial on|ways to|explain how)\\b${gap(40)}\\b${harms}`,
  ),
  sign(
    2,
    'calls it mere fiction',
    "only_fiction just_fiction purely_fictional nothing_here_is_real not_real, purely_hypothetical no_real entirely_fictional fictional_world for_educational nobody_will_do i_know_the_risks don't_need_to_warn don’t_need_to_warn need_to_warn stays_between hypothetical_response",
    '(?:(?:only|just|mere|purely|entirely) fiction\\w{0,2}|nothing (?:here|in it) is real|purely hypothetical\\w{0,2}|fictional world|for educational (?:purposes|use) only|nobody will do|i know the risks|need to warn me|stays between us|hypothetical response)',
  ),
  sign(
    2,
    'speaks for a model within the model',
    'its_raw_output raw_output without_safety before_alignment trained_without simulated_model simulated_ai that_ai_would passed_on_to',
    `(?:(?:its )?raw output\\b(?<=\\b(?:print|show|passed on|ai|model)\\b[^\\n]{0,60})|trained without (?:any )?(?:safety|filters|restrictions)|before alignment|simulated (?:model|ai)\\b|what (?:that|the other) ai would|that ai would say)`,
  ),
];
